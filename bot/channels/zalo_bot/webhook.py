"""The page Zalo posts updates to: answered with 200 only after intake has stored the update."""

import hmac

from aiohttp import web

from bot.channels.base import Accept
from bot.channels.incoming import loads
from bot.channels.posts import Outcome, Posts, body_of
from bot.channels.zalo_bot.raw import unwrapped, wrap

PATH = "/zalo-bot/webhook"
SECRET_HEADER = "X-Bot-Api-Secret-Token"


class Webhook:
    """Checks the secret before it reads anything."""

    def __init__(self, secret: str) -> None:
        self._secret = secret.encode()
        self.posts = Posts("Zalo")

    async def __call__(self, request: web.Request, store: Accept | None) -> web.Response:
        """200 stored, or an empty probe; 401 wrong secret; 413 too long; 400 no whole update; 503 not stored.

        `store` is None while the bot does not receive. Zalo's own probe has no body; whether it shows the
        secret is not known, and it is answered either way: nothing is stored and nothing is told. Open
        question: how often and for how long Zalo posts again what was answered with 503.
        """
        if not request.can_read_body:
            return web.Response()
        shown = request.headers.get(SECRET_HEADER, "").encode("utf-8", "surrogateescape")
        if not hmac.compare_digest(shown, self._secret):
            return self.posts.answer(Outcome.REFUSED)
        body = await body_of(request)
        if isinstance(body, Outcome):
            return self.posts.answer(body)
        try:
            raw = unwrapped(loads(body))
        except ValueError:
            raw = None
        if raw is None:
            return self.posts.answer(Outcome.UNREADABLE)
        return await self.posts.store(wrap(raw), store)
