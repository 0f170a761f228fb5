"""The page Zalo posts events to: the signature first, then stored, then 200, all within two seconds."""

from aiohttp import web

from bot.channels.base import Accept
from bot.channels.incoming import loads
from bot.channels.posts import Outcome, Posts, body_of
from bot.channels.zalo_oa.raw import timestamp_of, wrap
from bot.channels.zalo_oa.signature import HEADER, Signature

PATH = "/zalo-oa/webhook"
#: seconds in which an event has to be stored: Zalo waits for two and then delivers it again
PATIENCE = 1.8


class Webhook:
    """Believes nothing but what Zalo signed, which cannot be told before the body is read."""

    def __init__(self, signature: Signature) -> None:
        self._signature = signature
        self.posts = Posts("Zalo OA")

    async def __call__(self, request: web.Request, store: Accept | None) -> web.Response:
        """200 stored; 401 not signed by Zalo; 413 too long; 400 not whole; 503 not stored, it comes again.

        `store` is None while the bot does not receive.
        """
        body = await body_of(request)
        if isinstance(body, Outcome):
            return self.posts.answer(body)
        try:
            raw = loads(body)
        except ValueError:
            raw = None
        shown = request.headers.get(HEADER, "")
        if not isinstance(raw, dict) or not self._signature.is_zalos(shown, body, timestamp_of(raw)):
            return self.posts.answer(Outcome.REFUSED)
        return await self.posts.store(wrap(raw), store, PATIENCE)
