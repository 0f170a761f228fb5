"""An Official Account: buttons, a list where there are more than five, a webhook."""

from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

from bot.channels.base import Channel
from bot.channels.zalo_oa.buttons import MOST, TITLE
from bot.channels.zalo_oa.webhook import PATH
from bot.files import FileStore
from storage.db import Database
from tests.bot.channels.site import reserved
from tests.bot.channels.zalo_oa.rig import make_channel, settings_of
from tests.bot.queue_world import HandClock
from tests.dialogues.fronts.base import last_with_choices, offers
from tests.emulators.chat import Shown
from tests.emulators.zalo_oa import Person, Seen, ZaloEmulator


class ZaloOAFront:
    """See tests.dialogues.fronts.base.Front."""

    channel: Channel
    cannot: ClassVar[frozenset[str]] = frozenset()

    def __init__(self) -> None:
        self._people: dict[str, Person] = {}
        self._read: dict[str, int] = {}

    async def begin(
        self, stack: AsyncExitStack, db: Database, files: FileStore, folder: Path, clock: HandClock
    ) -> None:
        self._clock = clock
        self._zalo = await stack.enter_async_context(ZaloEmulator(clock))
        self._site = await stack.enter_async_context(reserved())
        made = make_channel(settings_of(self._zalo, self._site), db, folder, self._zalo)
        # the dialogues leap over weeks, and nobody's window is their subject
        made.limits = replace(made.limits, window=None, per_second=0)
        self.channel = made

    async def goes(self) -> None:
        await self._site.serve(self.channel)
        self._zalo.deliver_to(self._site.url + PATH)

    def chat_of(self, key: str) -> str:
        return self._person(key).id

    async def attends(self, key: str) -> None:
        person = self._person(key)
        person.follows, person.acted_at = True, self._clock()

    async def says(self, key: str, text: str) -> int:
        self._person(key).say(text)
        return 1

    async def sends_photos(self, key: str, contents: Sequence[bytes], text: str) -> int:
        urls = [self._zalo.account.publish(f"{number}.jpg", each) for number, each in enumerate(contents)]
        attachments = [{"type": "image", "payload": {"url": url}} for url in urls]
        self._person(key).send("user_send_image", {"text": text, "attachments": attachments})
        return 1

    async def chooses(self, key: str, label: str, token: str | None) -> int:
        person = self._person(key)
        if token and not offers(last_with_choices(person.chat), label):
            return await self.says(key, f"#~{token}")
        person.press_newest(label)
        return 1

    async def news(self, key: str) -> Sequence[Shown]:
        chat = self._person(key).chat
        start, self._read[key] = self._read.get(key, 0), len(chat)
        return chat[start:]

    def lists(self, choices: int) -> bool:
        return choices > MOST

    def choice(self, label: str) -> str:
        return label if len(label) <= TITLE else f"{label[: TITLE - 1]}…"

    def files(self, seen: Sequence[Shown]) -> int:
        messages = [message for message in seen if isinstance(message, Seen)]
        return sum(message.file is not None or bool(message.links) for message in messages)

    def _person(self, key: str) -> Person:
        if key not in self._people:
            self._people[key] = self._zalo.person(key)
        return self._people[key]
