"""The page Zalo posts events to: the signature first, then stored, then 200, all within two seconds."""

import asyncio
import logging
from collections import Counter

from aiohttp import web

from bot.channels.base import Accept
from bot.channels.zalo_oa.raw import loads, timestamp_of, wrap
from bot.channels.zalo_oa.signature import HEADER, Signature

PATH = "/zalo-oa/webhook"
BODY_BYTES = 1_000_000
#: seconds in which an event has to be stored: Zalo waits for two and then delivers it again
PATIENCE = 1.8

_log = logging.getLogger(__name__)


class Webhook:
    """`counts` says what came of the posts: stored, refused (signature), too long, not stored."""

    def __init__(self, signature: Signature) -> None:
        self._signature = signature
        self.counts: Counter[str] = Counter()

    async def receive(self, request: web.Request, accept: Accept) -> web.Response:
        """200 stored; 401 not signed by Zalo; 413 too long; 503 not stored, Zalo delivers it again."""
        body = await _read(request)
        if body is None:
            return self._answer(413, "too long")
        try:
            raw = loads(body)
        except ValueError:
            return self._refuse()
        shown = request.headers.get(HEADER, "")
        if not self._signature.is_zalos(shown, body, timestamp_of(raw)):
            return self._refuse()
        try:
            async with asyncio.timeout(PATIENCE):
                await accept([wrap(raw)])
        except Exception as error:
            _log.error("Zalo OA: an event was not stored: %r", error)
            return self._answer(503, "not stored")
        return self._answer(200, "stored")

    def _refuse(self) -> web.Response:
        answer = self._answer(401, "refused")
        refused = self.counts["refused"]
        if refused & (refused - 1) == 0:  # at powers of two: strangers may not fill the log
            _log.warning("Zalo OA: %d events so far were not signed by Zalo", refused)
        return answer

    def _answer(self, status: int, what: str) -> web.Response:
        self.counts[what] += 1
        return web.Response(status=status)


async def _read(request: web.Request) -> bytes | None:
    """The body; None when it is longer than an event can be."""
    body = bytearray()
    async for piece in request.content.iter_any():
        body += piece
        if len(body) > BODY_BYTES:
            return None
    return bytes(body)
