"""Files on their way out: a link to a page of the bot, which nobody can guess and which ends.

Zalo takes pictures by a public address only, and other files not at all, so these are linked in the text.
"""

import asyncio
import re
from urllib.parse import quote

from aiohttp import web

from bot.channels.signing import Signer
from bot.channels.zalo_bot.settings import ZaloBotSettings
from core.messages import FileRef

PATH = "/zalo-bot/file/{ticket}/{name}"
PURPOSE = "zalo-bot-file"
#: what Zalo shows as a picture
PICTURES = frozenset({"image/jpeg", "image/png"})

_UNSAFE = re.compile(r"[^\w.\-]+")


class FileLinks:
    """Makes links, and serves what is behind them to whoever holds one."""

    def __init__(self, settings: ZaloBotSettings) -> None:
        self._settings = settings
        self._signer = Signer(settings.link_key)

    def link(self, file: FileRef) -> str | None:
        """The address of the file; None when this program has no public address."""
        base = self._settings.public_url.rstrip("/")
        if not base:
            return None
        until = int((self._settings.clock() + self._settings.link_life).timestamp())
        ticket = self._signer.sign(PURPOSE, [file.stored, file.name, file.mime, until])
        return f"{base}/zalo-bot/file/{quote(ticket)}/{quote(_plain(file.name))}"

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """The file; 404 for a link that we did not make, has ended, or leads to nothing."""
        file = self._read(request.match_info["ticket"])
        path = self._settings.path(file.stored) if file else None
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

    def _read(self, ticket: str) -> FileRef | None:
        match self._signer.read(PURPOSE, ticket):
            case [str(key), str(name), str(mime), int(until)]:
                return FileRef(key, name, mime) if self._settings.clock().timestamp() < until else None
        return None


def _plain(name: str) -> str:
    """The name as the end of an address: some readers of addresses go by what it ends in."""
    return _UNSAFE.sub("-", name).strip("-")[-80:] or "file"
