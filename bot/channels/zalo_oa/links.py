"""Files Zalo does not carry (workbooks, large pictures): handed out by links that end and nobody guesses."""

import base64
import binascii
import hashlib
import hmac
import json
from collections.abc import Callable
from datetime import datetime, timedelta
from urllib.parse import quote

from aiohttp import web

from bot.channels.zalo_oa.ports import Shelf
from core.messages import FileRef

PATH = "/zalo-oa/files/{signed}"
LIFE = timedelta(days=3)


class Links:
    """Makes links, and hands out what they lead to. `secret` may be any text nobody else knows."""

    def __init__(self, public_url: str, secret: str, shelf: Shelf, clock: Callable[[], datetime]) -> None:
        self._base = public_url.rstrip("/")
        self._key = hashlib.sha256(b"links to files\x00" + secret.encode()).digest()
        self._shelf = shelf
        self._clock = clock

    def to(self, file: FileRef) -> str:
        """The address by which the file can be had for a while."""
        until = int((self._clock() + LIFE).timestamp())
        body = _encode(json.dumps([file.stored, until, file.name, file.mime]).encode())
        return self._base + PATH.replace("{signed}", f"{body}.{self._mark(body)}")

    async def page(self, request: web.Request) -> web.StreamResponse:
        """The file; 404 for a link that has ended or was never made."""
        found = self._read(request.match_info["signed"])
        if found is None:
            raise web.HTTPNotFound
        try:
            path = self._shelf.path(found.stored)
        except (FileNotFoundError, ValueError):
            raise web.HTTPNotFound from None
        return web.FileResponse(
            path,
            headers={
                "Content-Type": found.mime,
                "Content-Disposition": f"attachment; filename*=UTF-8''{quote(found.name)}",
                "Cache-Control": "private, no-store",
            },
        )

    def _read(self, signed: str) -> FileRef | None:
        body, _, mark = signed.partition(".")
        if not hmac.compare_digest(self._mark(body).encode(), mark.encode("utf-8", "replace")):
            return None
        try:
            stored, until, name, mime = json.loads(base64.urlsafe_b64decode(body + "=" * (-len(body) % 4)))
        except (ValueError, binascii.Error):
            return None
        return FileRef(stored, name, mime) if self._clock().timestamp() < until else None

    def _mark(self, body: str) -> str:
        return _encode(hmac.new(self._key, body.encode("utf-8", "replace"), hashlib.sha256).digest())


def _encode(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")
