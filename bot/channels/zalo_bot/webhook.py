"""The page Zalo posts updates to: answered with 200 only after intake has stored the update."""

import hmac
import logging
from collections.abc import Awaitable, Callable

from aiohttp import web

from bot.channels.base import RawUpdate
from bot.channels.incoming import body_of, loads
from bot.channels.zalo_bot.raw import unwrapped, wrap

PATH = "/zalo-bot/webhook"
SECRET_HEADER = "X-Bot-Api-Secret-Token"
BODY_BYTES = 1_000_000
#: posts with a wrong secret between two lines in the log
LOG_EVERY = 100

_log = logging.getLogger(__name__)


class Webhook:
    """Checks the secret before it reads anything. `refused` counts posts without the right one."""

    def __init__(self, secret: str) -> None:
        self._secret = secret.encode()
        self.refused = 0

    async def __call__(
        self, request: web.Request, store: Callable[[RawUpdate], Awaitable[None]] | None
    ) -> web.Response:
        """200 stored, or an empty probe; 401 wrong secret; 413 too long; 400 no update; 500 not stored.

        503 while the bot does not receive (`store` is None). Zalo's own probe has no body; whether it shows
        the secret is not known, and it is answered either way: nothing is stored and nothing is told.
        """
        if not request.can_read_body:
            return web.Response()
        if not self._is_from_zalo(request):
            return web.Response(status=401)
        if store is None:
            return web.Response(status=503)
        body = await body_of(request, BODY_BYTES)
        if body is None:
            return web.Response(status=413)
        raw = _update(body)
        if raw is None:
            return web.Response(status=400)
        return await _stored(wrap(raw), store)

    def _is_from_zalo(self, request: web.Request) -> bool:
        shown = request.headers.get(SECRET_HEADER, "").encode("utf-8", "surrogateescape")
        if hmac.compare_digest(shown, self._secret):
            return True
        if self.refused % LOG_EVERY == 0:
            _log.warning("Zalo: a post without the right secret was refused, %d before it", self.refused)
        self.refused += 1
        return False


def _update(body: bytes) -> dict[str, object] | None:
    try:
        found = unwrapped(loads(body))
    except ValueError:
        return None
    return None if found is None else dict(found)


async def _stored(update: RawUpdate, store: Callable[[RawUpdate], Awaitable[None]]) -> web.Response:
    """Open question: how often and for how long Zalo posts again what was answered with 500."""
    try:
        await store(update)
    except Exception as error:
        _log.error("Zalo: an update was not stored: %r", error)
        return web.Response(status=500)
    return web.Response()
