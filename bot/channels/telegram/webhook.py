"""The page Telegram posts updates to: answered with 200 only after intake has stored the update."""

import hmac

from aiohttp import web

from bot.channels.base import Accept
from bot.channels.incoming import loads
from bot.channels.posts import Outcome, Posts, body_of
from bot.channels.telegram.raw import update_id, wrap

PATH = "/telegram/webhook"
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"


class Webhook:
    """Checks the secret before it reads anything."""

    def __init__(self, secret: str) -> None:
        self._secret = secret.encode()
        self.posts = Posts("Telegram")

    async def __call__(self, request: web.Request, store: Accept | None) -> web.Response:
        """200 stored; 401 wrong secret; 413 too long; 400 no whole update; 503 not stored, it comes again."""
        shown = request.headers.get(SECRET_HEADER, "").encode("utf-8", "surrogateescape")
        if not hmac.compare_digest(shown, self._secret):
            return self.posts.answer(Outcome.REFUSED)
        body = await body_of(request)
        if isinstance(body, Outcome):
            return self.posts.answer(body)
        try:
            raw = loads(body)
        except ValueError:
            return self.posts.answer(Outcome.UNREADABLE)
        number = update_id(raw)
        if number is None:
            return self.posts.answer(Outcome.UNREADABLE)
        return await self.posts.store(wrap(raw, number), store)
