"""Files on their way out, where the messenger does not carry them: links nobody can guess, which end."""

import asyncio
import re
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import quote

from aiohttp import web

from bot.channels.signing import Signer
from core.messages import FileRef

#: how long a link is good
LIFE = timedelta(days=3)
#: what is shown as a picture; everything else is downloaded
PICTURES = frozenset({"image/jpeg", "image/png"})

_UNSAFE = re.compile(r"[^\w.\-]+")


class FileLinks:
    """Makes links for one channel, and serves what is behind them to whoever holds one.

    `channel` begins the address, `public_url` is this program's (empty: there are no links), `key` signs, 32
    bytes or more, and `path` says where a stored file is.
    """

    def __init__(
        self,
        channel: str,
        public_url: str,
        key: bytes,
        path: Callable[[str], Path],
        clock: Callable[[], datetime],
    ) -> None:
        """Raises ValueError when the key is too short."""
        self._page = f"/{channel.replace('_', '-')}/file"
        self._purpose = f"{channel}-file"
        self._base = public_url.rstrip("/")
        self._signer = Signer(key)
        self._path = path
        self._clock = clock

    def to(self, file: FileRef) -> str | None:
        """The address of the file; None when this program has no public address."""
        if not self._base:
            return None
        until = int((self._clock() + LIFE).timestamp())
        ticket = self._signer.sign(self._purpose, [file.stored, file.name, file.mime, until])
        return f"{self._base}{self._page}/{quote(ticket)}/{quote(_plain(file.name))}"

    def routes(self) -> list[web.RouteDef]:
        """The page the links lead to."""
        return [web.get(self._page + "/{ticket}/{name}", self._serve)] if self._base else []

    async def _serve(self, request: web.Request) -> web.StreamResponse:
        """The file; 404 for a link that we did not make, has ended, or leads to nothing."""
        file = self._read(request.match_info["ticket"])
        path = self._found(file) if file else None
        if file is None or path is None or not await asyncio.to_thread(path.is_file):
            raise web.HTTPNotFound
        kind = "inline" if file.mime in PICTURES else "attachment"
        return web.FileResponse(
            path,
            headers={
                "Content-Type": file.mime,
                "Content-Disposition": f"{kind}; filename*=UTF-8''{quote(file.name, safe='')}",
                "Cache-Control": "private, max-age=3600",
                "X-Robots-Tag": "noindex",
            },
        )

    def _found(self, file: FileRef) -> Path | None:
        try:
            return self._path(file.stored)
        except ValueError:
            return None

    def _read(self, ticket: str) -> FileRef | None:
        match self._signer.read(self._purpose, ticket):
            case [str(key), str(name), str(mime), int(until)]:
                return FileRef(key, name, mime) if self._clock().timestamp() < until else None
        return None


def _plain(name: str) -> str:
    """The name as the end of an address: some readers of addresses go by what it ends in."""
    return _UNSAFE.sub("-", name).strip("-")[-80:] or "file"
