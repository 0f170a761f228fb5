"""Photos: up through `POST /upload`, straight into the file store; down through links made for one chat."""

import asyncio
from collections.abc import AsyncIterator
from urllib.parse import quote

from aiohttp import BodyPartReader, web
from aiohttp.http_exceptions import HttpProcessingError

from bot.channels.web.decode import NAME
from bot.channels.web.desk import Desk
from bot.channels.web.files import SHOWN
from bot.channels.web.origin import same_origin
from bot.channels.web.ports import Kept, UploadRefused
from core.messages import Address, FileRef, Refusal
from core.texts import Text, say

_PIECE = 64 * 1024
#: what the multipart envelope may add to the photo
_ENVELOPE = 16 * 1024
#: what comes of a body that is no form, is not packed as it says, or has endless lines
_UNREADABLE = (ValueError, AssertionError, web.RequestPayloadError, HttpProcessingError)
_STATUS = {
    Refusal.TOO_BIG: 413,
    Refusal.WRONG_TYPE: 415,
    Refusal.EMPTY: 400,
    Refusal.GONE: 408,
    Refusal.TOO_MANY: 429,
}


class UploadDesk:
    """The handlers of `/upload` and `/file`."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def receive(self, request: web.Request) -> web.Response:
        """Keep one photo. 200 with its receipt, or a status and a sentence why not."""
        desk = self._desk
        session = desk.session(request)
        if session is None:
            return self._no(request, "vi", 401, say("web-upload-signed-out"))
        if not same_origin(request, desk.settings.public_url):
            return self._no(request, "vi", 403, say("web-upload-failed"))
        who = await desk.who(session)
        locale = desk.locale(request, who)
        if who is None or who.shut_out:
            return self._no(request, locale, 403, say("web-upload-join-first"))
        if not desk.upload_pace.allows(session.chat):
            return self._no(request, locale, 429, say("web-upload-too-fast"))
        try:
            kept = await self._keep(request, Address(NAME, session.chat))
        except UploadRefused as refused:
            return self._no(request, locale, _STATUS[refused.reason], self._why(refused), refused.reason)
        file = FileRef(kept.key, "", kept.mime)
        receipt = desk.links.receipt(session.chat, kept)
        return web.json_response({"upload": receipt, "url": desk.links.link(session.chat, file)})

    async def show(self, request: web.Request) -> web.StreamResponse:
        """One file, to the chat its link was made for."""
        session = self._desk.session(request)
        if session is not None and await self._desk.is_shut_out(session):
            raise web.HTTPNotFound
        file = self._desk.links.read_link(session.chat, request.match_info["ticket"]) if session else None
        if file is None:
            raise web.HTTPNotFound
        try:
            path = self._desk.uploads.path(file.stored)
        except FileNotFoundError as error:
            raise web.HTTPNotFound from error
        shown = file.mime in SHOWN
        return web.FileResponse(
            path,
            headers={
                "Content-Type": file.mime if shown else "application/octet-stream",
                "Content-Disposition": _disposition("inline" if shown else "attachment", file.name),
                "Content-Security-Policy": "default-src 'none'; sandbox",
                "Cache-Control": "private, max-age=604800, immutable",
            },
        )

    async def _keep(self, request: web.Request, address: Address) -> Kept:
        limit = self._desk.settings.photo_bytes
        if (request.content_length or 0) > limit + _ENVELOPE:
            raise UploadRefused(Refusal.TOO_BIG)
        try:
            async with asyncio.timeout(self._desk.settings.upload_seconds):
                part = await (await request.multipart()).next()
                if not isinstance(part, BodyPartReader):
                    raise UploadRefused(Refusal.EMPTY)
                kept = await self._desk.uploads.keep(address, _pieces(part), limit)
        except (TimeoutError, ConnectionResetError) as error:  # it trickles in, not at all, or breaks off
            raise UploadRefused(Refusal.GONE) from error
        except _UNREADABLE as error:
            raise UploadRefused(Refusal.EMPTY) from error
        if not kept.mime.startswith("image/"):
            raise UploadRefused(Refusal.WRONG_TYPE)
        return kept

    def _why(self, refused: UploadRefused) -> Text:
        match refused.reason:
            case Refusal.TOO_BIG:
                return say("web-upload-too-big", size=self._desk.settings.photo_bytes // 1_000_000)
            case Refusal.WRONG_TYPE:
                return say("web-upload-wrong-type")
            case Refusal.GONE:
                return say("web-upload-failed")
            case Refusal.TOO_MANY:
                return say("file-too-many", count=refused.sent_today)
            case _:
                return say("web-upload-empty")

    def _no(
        self, request: web.Request, locale: str, status: int, why: Text, reason: Refusal | None = None
    ) -> web.Response:
        error = self._desk.settings.texts.render(why, locale)
        return web.json_response({"error": error, "reason": reason}, status=status)


async def _pieces(part: BodyPartReader) -> AsyncIterator[bytes]:
    while piece := await part.read_chunk(_PIECE):
        yield bytes(piece)


def _disposition(how: str, name: str) -> str:
    return f"{how}; filename*=UTF-8''{quote(name, safe='')}" if name else how
