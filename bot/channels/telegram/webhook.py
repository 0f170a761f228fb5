"""The page Telegram posts updates to: answered with 200 only after intake has stored the update."""

import hmac
import logging
from collections.abc import Awaitable, Callable, Sequence

from aiohttp import web

from bot.channels.base import RawUpdate
from bot.channels.incoming import body_of, loads
from bot.channels.telegram.raw import update_id, wrap

PATH = "/telegram/webhook"
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
BODY_BYTES = 1_000_000

_log = logging.getLogger(__name__)


class Webhook:
    """Checks the secret before it reads anything; `store` returns once the update is stored, or raises."""

    def __init__(self, secret: str, store: Callable[[Sequence[RawUpdate]], Awaitable[None]]) -> None:
        self._secret = secret.encode()
        self._store = store

    async def __call__(self, request: web.Request) -> web.Response:
        """200 stored; 401 wrong secret; 413 too long; 400 no update; 500 not stored, Telegram tries again."""
        shown = request.headers.get(SECRET_HEADER, "").encode("utf-8", "surrogateescape")
        if not hmac.compare_digest(shown, self._secret):
            return web.Response(status=401)
        body = await body_of(request, BODY_BYTES)
        if body is None:
            return web.Response(status=413)
        try:
            raw = loads(body)
        except ValueError:
            return web.Response(status=400)
        number = update_id(raw)
        if number is None:
            return web.Response(status=400)
        try:
            await self._store([wrap(raw, number)])
        except Exception as error:  # not stored: Telegram delivers it again
            _log.error("Telegram: update %d was not stored: %r", number, error)
            return web.Response(status=500)
        return web.Response()
