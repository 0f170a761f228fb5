"""The page's socket: past messages first, then both directions; a message is acknowledged once stored."""

import asyncio
import logging
from dataclasses import dataclass
from typing import Any

from aiohttp import WSCloseCode, WSMsgType, web

from bot.channels.base import Accept, RawUpdate
from bot.channels.web import frames
from bot.channels.web.decode import NAME
from bot.channels.web.desk import Desk
from bot.channels.web.items import item
from bot.channels.web.looking import look
from bot.channels.web.origin import same_origin
from bot.channels.web.past import PIECE, there_is_more
from bot.channels.web.ports import Said
from bot.channels.web.rooms import CROWDED_OUT, Connection, identity
from core.messages import Address
from core.texts import say

LARGEST_FRAME = 64 * 1024
_HEARTBEAT_SECONDS = 25
_SECONDS_TO_CLOSE = 2

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Visit:
    chat: str
    locale: str
    connection: Connection


class Socket:
    """The handler of `/ws`."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        #: intake; None while the channel is stopped
        self.accept: Accept | None = None

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """Serve one page until it goes."""
        desk = self._desk
        session = desk.session(request)
        if session is None or await desk.is_shut_out(session):
            raise web.HTTPUnauthorized
        if not same_origin(request, desk.settings.public_url):
            raise web.HTTPForbidden
        if self.accept is None:
            raise web.HTTPServiceUnavailable
        socket = web.WebSocketResponse(
            heartbeat=_HEARTBEAT_SECONDS, max_msg_size=LARGEST_FRAME, timeout=_SECONDS_TO_CLOSE
        )
        await socket.prepare(request)
        connection = Connection(socket)
        with desk.rooms.joined(session.chat, connection) as crowded_out:
            if crowded_out is not None:
                await crowded_out.close(CROWDED_OUT)
            tasks = [asyncio.create_task(connection.write())]
            if desk.settings.look_every is not None:
                tasks.append(
                    asyncio.create_task(look(desk, session.chat, connection, desk.settings.look_every))
                )
            try:
                await self._talk(session.chat, request, connection)
            finally:
                for task in tasks:
                    task.cancel()
        return socket

    async def _talk(self, chat: str, request: web.Request, connection: Connection) -> None:
        visit = _Visit(chat, await self._welcome(chat, request, connection), connection)
        async for message in connection.socket:
            if message.type is not WSMsgType.TEXT:
                await connection.close(WSCloseCode.UNSUPPORTED_DATA)
                return
            await self._receive(visit, message.data)

    async def _welcome(self, chat: str, request: web.Request, connection: Connection) -> str:
        """Tell the page what was said before; its language."""
        desk = self._desk
        address = Address(NAME, chat)
        who = await desk.directory.who(address)
        history = await desk.history.recent(address, PIECE)
        # Nothing may be awaited from here to `put`: what is pushed meanwhile would be in neither.
        more = there_is_more(history)
        missing = desk.rooms.missing(chat, history, desk.settings.clock())
        # What lies before a whole piece is no news: it comes with the piece before.
        entries = [*history, *(sent for sent in missing if not more or sent.at >= history[0].at)]
        entries.sort(key=lambda entry: entry.at)
        connection.told = {identity(entry) for entry in entries}
        connection.ready = True
        items = [item(entry, chat, desk.links) for entry in entries]
        connection.put({"hello": {"items": items, "more": more, "who": desk.who_on_page(who)}})
        return desk.locale(request, who)

    async def _receive(self, visit: _Visit, data: str) -> None:
        put, texts = visit.connection.put, self._desk.settings.texts
        try:
            frame = frames.parse(data)
            if "ping" in frame:
                put({"pong": True})
                return
            name = frames.frame_id(frame)
        except ValueError:
            put({"note": texts.render(say("web-not-understood"), visit.locale)})
            return
        if not self._desk.pace.allows(visit.chat):
            put({"later": name, "note": texts.render(say("web-too-fast"), visit.locale)})
            return
        try:
            raw = frames.raw_update(frame, visit.chat, self._desk.links)
        except ValueError:
            put({"refused": name, "note": texts.render(say("web-not-understood"), visit.locale)})
            return
        await self._store(visit, name, raw)

    async def _store(self, visit: _Visit, name: str, raw: dict[str, Any]) -> None:
        """Store, then acknowledge; what could not be stored the page sends again."""
        address = Address(NAME, visit.chat)
        update = RawUpdate(NAME, f"{visit.chat}:{raw['id']}", str(address), raw)
        try:
            if self.accept is None:
                raise ConnectionError("the channel is stopping")
            await self.accept([update])
        except Exception:
            _log.exception("an update of the web chat was not stored")
            note = self._desk.settings.texts.render(say("web-not-stored"), visit.locale)
            visit.connection.put({"later": name, "note": note})
            return
        visit.connection.put({"ack": name})
        said = Said(raw, self._desk.settings.clock())
        self._desk.rooms.push(visit.chat, said, {"item": item(said, visit.chat, self._desk.links)})
