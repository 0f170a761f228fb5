"""A bot of the Bot Platform: no buttons, polling, a picture a message."""

import re
from collections.abc import Sequence
from contextlib import AsyncExitStack
from pathlib import Path
from typing import ClassVar

from bot.channels.base import Channel
from bot.channels.links import FileLinks
from bot.channels.zalo_bot import ZaloBotSettings
from bot.channels.zalo_bot.channel import ZaloBot
from bot.files import FileStore
from storage.db import Database
from tests.bot.channels.site import reserved
from tests.bot.queue_world import HandClock
from tests.dialogues.fronts.base import ALBUM, OLD_BUTTON, Impossible, last_with_choices, offers
from tests.emulators.chat import Shown
from tests.emulators.zalo_bot import Person, Seen, ZaloBotEmulator

#: the line of a file that is had by a link
LINK = re.compile(r"^📎 .+: http\S+$", re.MULTILINE)


class ZaloBotFront:
    """See tests.dialogues.fronts.base.Front."""

    channel: Channel
    cannot: ClassVar[frozenset[str]] = frozenset({OLD_BUTTON, ALBUM})

    def __init__(self) -> None:
        self._people: dict[str, Person] = {}
        self._read: dict[str, int] = {}

    async def begin(
        self, stack: AsyncExitStack, db: Database, files: FileStore, folder: Path, clock: HandClock
    ) -> None:
        self._zalo = await stack.enter_async_context(ZaloBotEmulator())
        self._site = await stack.enter_async_context(reserved())
        links = FileLinks("zalo_bot", self._site.url, b"k" * 32, files.path, clock)
        settings = ZaloBotSettings(
            token=self._zalo.token, api=self._zalo.base_url, per_second=0, per_chat_per_second=0
        )
        self.channel = ZaloBot(settings, links)

    async def goes(self) -> None:
        await self._site.serve(self.channel)

    def chat_of(self, key: str) -> str:
        return self._person(key).id

    async def attends(self, key: str) -> None:
        self._person(key).started = True

    async def says(self, key: str, text: str) -> int:
        self._person(key).say(text)
        return 1

    async def sends_photos(self, key: str, contents: Sequence[bytes], text: str) -> int:
        if len(contents) > 1:
            raise Impossible(ALBUM)
        self._person(key).send_photo(contents[0], text)
        return 1

    async def chooses(self, key: str, label: str, token: str | None) -> int:
        person = self._person(key)
        if token and not offers(last_with_choices(person.chat), label):
            raise Impossible(OLD_BUTTON)
        person.press_newest(label)
        return 1

    async def news(self, key: str) -> Sequence[Shown]:
        chat = self._person(key).chat
        start, self._read[key] = self._read.get(key, 0), len(chat)
        return chat[start:]

    def lists(self, choices: int) -> bool:
        return choices > 0

    def choice(self, label: str) -> str:
        return label

    def files(self, seen: Sequence[Shown]) -> int:
        messages = [message for message in seen if isinstance(message, Seen)]
        return sum(message.picture is not None or bool(LINK.search(message.text)) for message in messages)

    def _person(self, key: str) -> Person:
        if key not in self._people:
            self._people[key] = self._zalo.user(key, started=True)
        return self._people[key]
