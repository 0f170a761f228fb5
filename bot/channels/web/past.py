"""What was said before the messages a page begins with: a piece at a time, as its reader scrolls up."""

from collections.abc import Sequence
from datetime import datetime

from aiohttp import web

from bot.channels.web.decode import NAME
from bot.channels.web.desk import Desk
from bot.channels.web.items import item
from bot.channels.web.ports import Said, Sent
from core.messages import Address

#: messages a page begins with, and gets with each piece
PIECE = 50


class Past:
    """The handler of `/past`."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def show(self, request: web.Request) -> web.Response:
        """`/past?until=MOMENT`: the messages up to that moment, oldest first, and whether there are more.

        Those of the moment itself are among them, and the page may have them; 400 for what is no moment.
        """
        session = self._desk.session(request)
        if session is None or await self._desk.is_shut_out(session):
            raise web.HTTPUnauthorized
        if not self._desk.pace.allows(session.chat):
            raise web.HTTPTooManyRequests
        until = _moment(request.query.get("until", ""))
        entries = await self._desk.history.recent(Address(NAME, session.chat), PIECE, until)
        items = [item(entry, session.chat, self._desk.links) for entry in entries]
        more = there_is_more(entries) and entries[0].at < until
        return web.json_response({"items": items, "more": more}, headers={"Cache-Control": "no-store"})


def there_is_more(entries: Sequence[Said | Sent]) -> bool:
    """Whether messages may lie before these newest ones."""
    return len(entries) >= PIECE


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise web.HTTPBadRequest from None
    if moment.tzinfo is None:
        raise web.HTTPBadRequest
    return moment
