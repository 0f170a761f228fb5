"""The bot's web server in a test: its address is known before there is a channel to serve."""

import socket
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Protocol

from aiohttp import web


class Served(Protocol):
    """A channel, or what has pages like one."""

    def routes(self) -> Sequence[web.RouteDef]: ...


class Site:
    """A place on 127.0.0.1 that is taken; `serve` puts a channel's pages there."""

    def __init__(self) -> None:
        self._socket = socket.socket()
        self._socket.bind(("127.0.0.1", 0))
        self._runner: web.AppRunner | None = None
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}"

    async def serve(self, channel: Served) -> None:
        """From now on the channel's pages are answered."""
        app = web.Application()
        app.router.add_routes(channel.routes())
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.5)
        await self._runner.setup()
        await web.SockSite(self._runner, self._socket).start()

    async def close(self) -> None:
        """Give the place back."""
        if self._runner is not None:
            await self._runner.cleanup()
        self._socket.close()


@asynccontextmanager
async def reserved() -> AsyncIterator[Site]:
    """A site that is closed at the end."""
    site = Site()
    try:
        yield site
    finally:
        await site.close()
