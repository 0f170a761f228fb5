"""A messenger's webhook: who may post is the channel's to say, what comes of a post is the same for all."""

import asyncio
import logging
from collections import Counter
from enum import StrEnum

from aiohttp import web

from bot.channels.base import Accept, RawUpdate

#: bytes of a post that are read; an update is far shorter
BODY_BYTES = 1_000_000
#: seconds a post may take to arrive: anybody can begin one
BODY_SECONDS = 10.0

_log = logging.getLogger(__name__)


class Outcome(StrEnum):
    """What came of a post."""

    STORED = "stored"
    #: not from the messenger
    REFUSED = "refused"
    #: from the messenger, and no update
    UNREADABLE = "unreadable"
    TOO_LONG = "too long"
    #: it did not arrive whole, or not in time
    BROKEN = "broken"
    #: the messenger delivers it again
    NOT_STORED = "not stored"


_STATUS = {
    Outcome.STORED: 200,
    Outcome.REFUSED: 401,
    Outcome.UNREADABLE: 400,
    Outcome.TOO_LONG: 413,
    Outcome.BROKEN: 400,
    Outcome.NOT_STORED: 503,
}


class Posts:
    """Answers the posts to one webhook. `counts` says what came of them since the start."""

    def __init__(self, messenger: str) -> None:
        self._messenger = messenger
        self.counts: Counter[Outcome] = Counter()

    def answer(self, outcome: Outcome) -> web.Response:
        """The answer that tells it."""
        self.counts[outcome] += 1
        if outcome is Outcome.REFUSED:
            self._tell_of_strangers()
        return web.Response(status=_STATUS[outcome])

    async def store(
        self, update: RawUpdate, accept: Accept | None, seconds: float | None = None
    ) -> web.Response:
        """200 after intake has stored the update, within so many seconds; 503 else.

        `accept` is None while the bot does not receive.
        """
        if accept is None:
            return self.answer(Outcome.NOT_STORED)
        try:
            async with asyncio.timeout(seconds):
                await accept([update])
        except Exception as error:  # whatever intake raises, the messenger delivers it again
            _log.error("%s: an update was not stored: %r", self._messenger, error)
            return self.answer(Outcome.NOT_STORED)
        return self.answer(Outcome.STORED)

    def _tell_of_strangers(self) -> None:
        refused = self.counts[Outcome.REFUSED]
        if refused & (refused - 1) == 0:  # at powers of two: strangers may not fill the log
            _log.warning("%s: %d posts so far did not come from there", self._messenger, refused)


async def body_of(request: web.Request) -> bytes | Outcome:
    """The body; BROKEN when it did not arrive whole within BODY_SECONDS, or TOO_LONG."""
    body = bytearray()
    try:
        async with asyncio.timeout(BODY_SECONDS):
            async for piece in request.content.iter_any():
                body += piece
                if len(body) > BODY_BYTES:
                    return Outcome.TOO_LONG
    except (web.RequestPayloadError, OSError):
        return Outcome.BROKEN
    return bytes(body)
