"""The web chat as a channel."""

import asyncio
import secrets
from collections.abc import AsyncIterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from aiohttp import web

from bot.channels.base import Accept
from bot.channels.standing import Standing
from bot.channels.web.decode import NAME, decode
from bot.channels.web.desk import Desk
from bot.channels.web.guard import guard
from bot.channels.web.items import item
from bot.channels.web.pages import Pages
from bot.channels.web.past import Past
from bot.channels.web.ports import Directory, History, Sent, Uploads
from bot.channels.web.settings import WebSettings
from bot.channels.web.socket import Socket
from bot.channels.web.uploads import UploadDesk
from core.messages import Address, Attachment, Inbound, Limits, Outbound

_PIECE = 256 * 1024


class WebChat:
    """A chat page served by the bot itself; implements `bot.channels.base.Channel`."""

    name = NAME

    def __init__(
        self, settings: WebSettings, history: History, uploads: Uploads, directory: Directory
    ) -> None:
        """Raises ValueError when the secret is too short to sign with."""
        self.limits = Limits(text_length=20_000, buttons=True, edits=True, file_bytes=settings.photo_bytes)
        self._desk = Desk(settings, history, uploads, directory)
        self._socket = Socket(self._desk)
        self._guard: asyncio.Task[None] | None = None
        self._ends = asyncio.Event()

    async def start(self, accept: Accept) -> None:
        """Let pages connect; what they say goes to `accept` and is acknowledged after it."""
        self._socket.accept = accept
        if self._guard is None:
            self._ends.clear()
            self._guard = asyncio.create_task(guard(self._desk, self._desk.settings.guard_every, self._ends))

    async def stop(self) -> None:
        """Close all sockets; their pages connect again by themselves when the bot is back."""
        self._socket.accept = None
        if self._guard is not None:
            self._ends.set()
            await self._guard
            self._guard = None
        await self._desk.rooms.close_all()

    def routes(self) -> Sequence[web.RouteDef]:
        """The pages, the socket, the files."""
        pages, uploads = Pages(self._desk), UploadDesk(self._desk)
        routes = [
            web.get("/", pages.home),
            web.get("/chat", pages.chat),
            web.get("/vao", pages.code),
            web.get("/vao/{code}", pages.invited),
            web.get("/join/{code}", pages.invited),
            web.get("/web/{name}", pages.asset),
            web.post("/out", pages.leave),
            web.get("/ws", self._socket.serve),
            web.get("/past", Past(self._desk).show),
            web.post("/upload", uploads.receive),
            web.get("/file/{ticket}", uploads.show),
        ]
        if self._desk.settings.demo is not None:
            routes.append(web.post("/demo/{key}", pages.be))
        return routes

    def lost(self, request: web.Request) -> web.Response:
        """The page for an address that leads nowhere, with the way to the chat."""
        return Pages(self._desk).lost(request)

    def decode(self, raw: Mapping[str, Any]) -> Inbound | None:
        """The stored update as a message. Raises ValueError when it is malformed."""
        return decode(raw)

    async def fetch(self, attachment: Attachment) -> AsyncIterator[bytes]:
        """The bytes of an upload, which is in the file store already. Raises FileNotFoundError."""
        with self._desk.uploads.path(attachment.stored or attachment.remote).open("rb") as file:
            while piece := file.read(_PIECE):
                yield piece

    async def send(self, to: Address, message: Outbound, file: Path | None) -> str | None:
        """Show the message on every open page of that chat; the others read it in the history later."""
        desk = self._desk
        reference = message.edits or secrets.token_hex(12)
        who = await desk.directory.who(to) if desk.rooms.is_open(to.chat) else None
        sent = Sent(reference, message, desk.settings.clock())
        frame = {"item": item(sent, to.chat, desk.links), "who": desk.who_on_page(who)}
        desk.rooms.push(to.chat, sent, frame)
        return reference

    async def status(self) -> Standing:
        """Where its pages are, if that was said; there is no messenger to ask."""
        return Standing("pages", address=self._desk.settings.public_url or "")
