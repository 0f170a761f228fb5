"""The web chat, by the socket its page holds: buttons, messages that change in place, uploads first."""

import asyncio
from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any, ClassVar

from aiohttp import ClientSession, ClientWebSocketResponse, FormData, WSMsgType

from bot.channels.base import Channel
from bot.channels.signing import Signer
from bot.channels.web import WebSettings
from bot.channels.web.channel import WebChat
from bot.channels.web.sessions import COOKIE
from bot.desk import StoredDirectory, StoredHistory, StoredUploads
from bot.files import FileStore
from core.markup import plain
from storage.db import Database
from tests import shipped
from tests.bot.channels.site import reserved
from tests.bot.queue_world import HandClock
from tests.dialogues.fronts.base import WORDY_ALBUM, Impossible, last_with_choices, offers
from tests.emulators.chat import Shown

SECRET = b"a secret of thirty-two bytes ...."
#: longer than any dialogue
SESSION = timedelta(days=3650)


@dataclass(frozen=True)
class Item:
    """A message of the bot as the page is told to draw it."""

    id: str
    text: str
    #: label and token of each button
    choices: tuple[tuple[str, str], ...]
    has_file: bool

    @property
    def labels(self) -> list[str]:
        """What its buttons say."""
        return [label for label, _ in self.choices]


@dataclass
class Page:
    """An open page: what it was told to draw, in that order."""

    client: ClientSession
    socket: ClientWebSocketResponse
    drawn: list[Item] = field(default_factory=list)
    read: int = 0
    frames: int = 0
    pongs: asyncio.Queue[None] = field(default_factory=asyncio.Queue)
    notes: list[str] = field(default_factory=list)

    async def say(self, **frame: object) -> None:
        """Send a frame of the page's own."""
        self.frames += 1
        await self.socket.send_json({"id": f"frame-{self.frames:06d}", **frame})

    async def listen(self) -> None:
        """Draw what comes, until the socket closes."""
        async for message in self.socket:
            if message.type is WSMsgType.TEXT:
                self._take(message.json())

    def _take(self, frame: dict[str, Any]) -> None:
        if "pong" in frame:
            self.pongs.put_nowait(None)
        if "note" in frame:
            self.notes.append(frame["note"])
        item = frame.get("item")
        if item and not item.get("mine"):
            keys = tuple((key["label"], key["token"]) for row in item["rows"] for key in row)
            self.drawn.append(Item(item["id"], plain(item["text"]), keys, item["file"] is not None))


class WebFront:
    """See tests.dialogues.fronts.base.Front."""

    channel: Channel
    #: pictures of an album come one by one: the words, which are with the first, are answered before the rest
    cannot: ClassVar[frozenset[str]] = frozenset({WORDY_ALBUM})

    def __init__(self) -> None:
        self._pages: dict[str, Page] = {}

    async def begin(
        self, stack: AsyncExitStack, db: Database, files: FileStore, folder: Path, clock: HandClock
    ) -> None:
        self._stack, self._clock = stack, clock
        self._site = await stack.enter_async_context(reserved())
        settings = WebSettings(SECRET, "", shipped.texts(), clock, burst=100_000, upload_burst=100_000)
        uploads = StoredUploads(files)
        self.channel = WebChat(settings, StoredHistory(db), uploads, StoredDirectory(db))

    async def goes(self) -> None:
        await self._site.serve(self.channel)

    def chat_of(self, key: str) -> str:
        return f"demo-{key}"

    async def attends(self, key: str) -> None:
        if key not in self._pages:
            self._pages[key] = await self._opened(key)

    async def says(self, key: str, text: str) -> int:
        await self._pages[key].say(text=text)
        return 1

    async def sends_photos(self, key: str, contents: Sequence[bytes], text: str) -> int:
        if len(contents) > 1 and text:
            raise Impossible(WORDY_ALBUM)
        page = self._pages[key]
        album = f"album-{page.frames:06d}" if len(contents) > 1 else None
        for number, content in enumerate(contents):
            form = FormData()
            form.add_field("photo", content, filename=f"{number}.jpg", content_type="image/jpeg")
            async with page.client.post("/upload", data=form) as answer:
                receipt = (await answer.json())["upload"]
            await page.say(upload=receipt, caption=text, album=album)
        return len(contents)

    async def chooses(self, key: str, label: str, token: str | None) -> int:
        page = self._pages[key]
        if token and not offers(last_with_choices(page.drawn), label):
            pressed = page.drawn[-1].id if page.drawn else "drawn-long-ago"
            await page.say(press=token, of=pressed, label=label)
            return 1
        for item in reversed(page.drawn):
            if offers(item, label):
                await page.say(press=dict(item.choices)[label], of=item.id, label=label)
                return 1
        raise LookupError(f"{key} sees no choice {label!r}")

    async def news(self, key: str) -> Sequence[Shown]:
        page = self._pages[key]
        await page.socket.send_json({"ping": True})
        await page.pongs.get()
        start, page.read = page.read, len(page.drawn)
        assert not page.notes, page.notes
        return page.drawn[start:]

    def lists(self, choices: int) -> bool:
        return False

    def choice(self, label: str) -> str:
        return label

    def files(self, seen: Sequence[Shown]) -> int:
        return sum(item.has_file for item in seen if isinstance(item, Item))

    async def _opened(self, key: str) -> Page:
        until = int((self._clock() + SESSION).timestamp())
        cookie = Signer(SECRET).sign("session", [self.chat_of(key), until])
        client = await self._stack.enter_async_context(
            ClientSession(self._site.url, cookies={COOKIE: cookie}, headers={"Origin": self._site.url})
        )
        socket = await self._stack.enter_async_context(client.ws_connect("/ws"))
        page = Page(client, socket)
        listening = asyncio.create_task(page.listen())
        self._stack.callback(listening.cancel)
        return page
