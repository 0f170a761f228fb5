"""Who is connected: the open sockets of each chat, and what was pushed in the last minute."""

import asyncio
import json
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

from aiohttp import WSCloseCode, web

from bot.channels.web.ports import Said, Sent

_WAITING_FRAMES = 200
_SECONDS_TO_SEND = 20
_SOCKETS_OF_A_CHAT = 8
_RECENT = timedelta(minutes=1)
#: the close code that tells a page to stay away until somebody looks at it again
CROWDED_OUT = 4001
#: the close code that tells a page that its session is over
SHUT_OUT = 4003

Entry = Said | Sent


def identity(entry: Entry) -> object:
    """What tells two messages of one chat apart; an edit is another message than the one it changes."""
    return (entry.reference, entry.message) if isinstance(entry, Sent) else entry.raw.get("id")


class Connection:
    """One socket. What is put goes out in order; a reader too slow to keep up is let go: it comes back."""

    def __init__(self, socket: web.WebSocketResponse) -> None:
        self.socket = socket
        #: False until the page was told what came before
        self.ready = False
        #: messages the page has
        self.told: set[object] = set()
        self._fell_behind = False
        self._frames: asyncio.Queue[str] = asyncio.Queue(_WAITING_FRAMES)

    def put(self, frame: Mapping[str, Any]) -> None:
        """Send soon. Never waits."""
        try:
            self._frames.put_nowait(json.dumps(frame, ensure_ascii=False))
        except asyncio.QueueFull:
            self._fell_behind = True

    async def write(self) -> None:
        """Send what is put, until the socket closes or falls behind."""
        try:
            while not self._fell_behind:
                frame = await self._frames.get()
                async with asyncio.timeout(_SECONDS_TO_SEND):
                    await self.socket.send_str(frame)
        except (ConnectionError, TimeoutError):
            pass
        await self.close(WSCloseCode.TRY_AGAIN_LATER)

    async def close(self, code: int) -> None:
        """Say goodbye; the page connects again by itself."""
        await self.socket.close(code=code)


class Rooms:
    """All connections, by chat."""

    def __init__(self) -> None:
        self._open: defaultdict[str, list[Connection]] = defaultdict(list)
        self._pushed: deque[tuple[str, Sent]] = deque(maxlen=1000)

    @contextmanager
    def joined(self, chat: str, connection: Connection) -> Iterator[Connection | None]:
        """Be in the room inside the block. Yields the oldest connection when the room is too full for it."""
        room = self._open[chat]
        room.append(connection)
        try:
            yield room[0] if len(room) > _SOCKETS_OF_A_CHAT else None
        finally:
            room.remove(connection)
            if not room:
                self._open.pop(chat, None)

    def is_open(self, chat: str) -> bool:
        """Whether any page of that chat is connected."""
        return chat in self._open

    def push(self, chat: str, entry: Entry, frame: Mapping[str, Any]) -> None:
        """To every open page of that chat. What the bot sent is kept until it is surely in the history."""
        if isinstance(entry, Sent):
            self._pushed.append((chat, entry))
        for connection in self._open.get(chat, ()):
            if connection.ready:
                connection.told.add(identity(entry))
                connection.put(frame)

    def missing(self, chat: str, history: Sequence[Entry], now: datetime) -> list[Sent]:
        """What was pushed to that chat in the last minute and is not in its history yet."""
        known = {identity(entry) for entry in history}
        return [
            sent
            for owner, sent in self._pushed
            if owner == chat and now - sent.at < _RECENT and identity(sent) not in known
        ]

    @property
    def is_empty(self) -> bool:
        """Whether no page at all is connected."""
        return not self._open

    async def close(self, chat: str, code: int = WSCloseCode.GOING_AWAY) -> None:
        """Close the sockets of one chat."""
        await _close(self._open.get(chat, ()), code)

    async def close_all(self) -> None:
        """Close every socket."""
        await _close([connection for room in self._open.values() for connection in room])


async def _close(connections: Iterable[Connection], code: int = WSCloseCode.GOING_AWAY) -> None:
    await asyncio.gather(*(connection.close(code) for connection in list(connections)))
