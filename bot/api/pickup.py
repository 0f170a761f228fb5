"""The page that shows a token once, to whoever has the link that an admin was given in chat."""

from aiohttp import web
from sqlalchemy.orm import Session

from bot.channels.web.origin import same_origin
from bot.channels.web.templates import fill
from bot.channels.web.words import Words
from bot.clock import Clock
from core.texts import Texts
from storage.db import Database
from storage.repositories import api_tokens

PATH = "/api/token/{code}"
_WORDS = ("web-token-title", "web-token-text", "web-token-show", "web-token-shown", "web-token-gone")


class Pickup:
    """Opening the page tells nothing: messengers open links to show a preview. Its button does."""

    def __init__(self, db: Database, texts: Texts, clock: Clock, public_url: str | None) -> None:
        self._db, self._texts, self._clock, self._public_url = db, texts, clock, public_url

    def routes(self) -> list[web.RouteDef]:
        return [web.get(PATH, self.ask), web.post(PATH, self.show)]

    async def ask(self, request: web.Request) -> web.Response:
        """The button, whether or not there is anything behind it."""
        return self._page(request, "token.html", 200, {"code": request.match_info["code"]})

    async def show(self, request: web.Request) -> web.Response:
        """Make the secret and show it; there is no second time."""
        if not same_origin(request, self._public_url):
            raise web.HTTPForbidden
        code, token, now = request.match_info["code"], api_tokens.new_token(), self._clock()

        def take(session: Session) -> bool:
            return api_tokens.pick_up(session, code, token, now)

        if not await self._db.write(take):
            return self._page(request, "token_gone.html", 404, {})
        return self._page(request, "token_shown.html", 200, {"token": str(token)})

    def _page(self, request: web.Request, name: str, status: int, more: dict[str, str]) -> web.Response:
        wanted = request.headers.get("Accept-Language", "").strip().lower()
        words = Words(self._texts, "en" if wanted.startswith("en") else "vi")
        values = words.of(*_WORDS) | more
        head = {"locale": words.locale, "commune": values["token-title"], "style": "door.css"}
        page = fill("layout.html", {**head, "body": fill(name, values)})
        headers = {"Cache-Control": "no-store"}
        return web.Response(text=page, content_type="text/html", headers=headers, status=status)
