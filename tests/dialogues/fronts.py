"""The messengers over which dialogues are played: how people act there, and what is to be seen."""

import re
from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from bot.channels.base import Channel
from bot.channels.links import FileLinks
from bot.channels.zalo_bot import ZaloBot, ZaloBotSettings
from bot.channels.zalo_oa.buttons import MOST
from bot.channels.zalo_oa.webhook import PATH
from bot.files import FileStore
from storage.db import Database
from tests.bot.channels.site import reserved
from tests.bot.channels.zalo_oa.rig import make_channel, settings_of
from tests.bot.queue_world import HandClock
from tests.emulators import zalo_bot, zalo_oa
from tests.emulators.chat import Shown

#: the line of a file that is had by a link
LINK = re.compile(r"^📎 .+: http\S+$", re.MULTILINE)


class Impossible(Exception):
    """What nobody can do there: press a button of an old message, or send several pictures as one."""


class Reader(Protocol):
    """Somebody who reads what the bot wrote."""

    @property
    def chat(self) -> Sequence[Shown]: ...


class Front(Protocol):
    """One messenger. People have the id "demo-KEY", as the sample's people have it."""

    channel: Channel

    async def begin(self, stack: AsyncExitStack, db: Database, folder: Path, clock: HandClock) -> None:
        """Start the messenger, and make the channel in front of it."""

    async def goes(self) -> None:
        """The channel receives: updates find their way."""

    def person(self, key: str) -> Reader:
        """Somebody; the same one for the same key."""

    def says(self, key: str, text: str) -> None: ...

    def sends_photos(self, key: str, contents: Sequence[bytes], text: str) -> None:
        """Send pictures with a text, as one message. Raises Impossible."""

    def chooses(self, key: str, label: str, token: str | None) -> None:
        """Choose it, by the token where it is of an old message. Raises Impossible, LookupError."""

    def lists(self, choices: int) -> bool:
        """Whether so many choices are a list in the text."""

    def files(self, seen: Sequence[Shown]) -> int:
        """How many files these messages brought."""


class ZaloOAFront:
    """An Official Account: buttons, a list where there are more than five, a webhook."""

    def __init__(self) -> None:
        self._people: dict[str, zalo_oa.Person] = {}

    async def begin(self, stack: AsyncExitStack, db: Database, folder: Path, clock: HandClock) -> None:
        self._clock = clock
        self._zalo = await stack.enter_async_context(zalo_oa.ZaloEmulator(clock))
        self._site = await stack.enter_async_context(reserved())
        made = make_channel(settings_of(self._zalo, self._site), db, folder, self._zalo)
        # the dialogues leap over weeks, and nobody's window is their subject
        made.limits = replace(made.limits, window=None, per_second=0)
        self.channel: Channel = made

    async def goes(self) -> None:
        await self._site.serve(self.channel)
        self._zalo.deliver_to(self._site.url + PATH)

    def person(self, key: str) -> zalo_oa.Person:
        if key not in self._people:
            person = self._people[key] = self._zalo.person(key)
            self._zalo.account.people[f"demo-{key}"] = person
            person.id = f"demo-{key}"
        person = self._people[key]
        person.follows, person.acted_at = True, self._clock()
        return person

    def says(self, key: str, text: str) -> None:
        self.person(key).say(text)

    def sends_photos(self, key: str, contents: Sequence[bytes], text: str) -> None:
        urls = [self._zalo.account.publish(f"{number}.jpg", each) for number, each in enumerate(contents)]
        attachments = [{"type": "image", "payload": {"url": url}} for url in urls]
        self.person(key).send("user_send_image", {"text": text, "attachments": attachments})

    def chooses(self, key: str, label: str, token: str | None) -> None:
        if token and not _offered_last(self.person(key), label):
            self.says(key, f"#~{token}")
        else:
            self.person(key).press_newest(label)

    def lists(self, choices: int) -> bool:
        return choices > MOST

    def files(self, seen: Sequence[Shown]) -> int:
        oa = [message for message in seen if isinstance(message, zalo_oa.Seen)]
        return sum(message.file is not None or bool(message.links) for message in oa)


class ZaloBotFront:
    """A bot of the Bot Platform: no buttons, polling, a picture a message."""

    def __init__(self) -> None:
        self._people: dict[str, zalo_bot.Person] = {}

    async def begin(self, stack: AsyncExitStack, db: Database, folder: Path, clock: HandClock) -> None:
        self._zalo = await stack.enter_async_context(zalo_bot.ZaloBotEmulator())
        self._site = await stack.enter_async_context(reserved())
        links = FileLinks("zalo_bot", self._site.url, b"k" * 32, FileStore(folder / "files").path, clock)
        settings = ZaloBotSettings(
            token=self._zalo.token, api=self._zalo.base_url, per_second=0, per_chat_per_second=0
        )
        self.channel: Channel = ZaloBot(settings, links)

    async def goes(self) -> None:
        await self._site.serve(self.channel)

    def person(self, key: str) -> zalo_bot.Person:
        if key not in self._people:
            person = self._people[key] = self._zalo.user(key, started=True)
            self._zalo.world.people[f"demo-{key}"] = person
            person.id = f"demo-{key}"
        return self._people[key]

    def says(self, key: str, text: str) -> None:
        self.person(key).say(text)

    def sends_photos(self, key: str, contents: Sequence[bytes], text: str) -> None:
        if len(contents) > 1:
            raise Impossible("pictures come one by one")
        self.person(key).send_photo(contents[0], text)

    def chooses(self, key: str, label: str, token: str | None) -> None:
        if token and not _offered_last(self.person(key), label):
            raise Impossible(label)
        self.person(key).press_newest(label)

    def lists(self, choices: int) -> bool:
        return choices > 0

    def files(self, seen: Sequence[Shown]) -> int:
        of_bot = [message for message in seen if isinstance(message, zalo_bot.Seen)]
        return sum(message.picture is not None or bool(LINK.search(message.text)) for message in of_bot)


def _offered_last(person: zalo_oa.Person | zalo_bot.Person, label: str) -> bool:
    chat: Sequence[Shown] = person.chat
    return label in next((message.labels for message in reversed(chat) if message.labels), ())


FRONTS: dict[str, type[ZaloOAFront] | type[ZaloBotFront]] = {
    "zalo_oa": ZaloOAFront,
    "zalo_bot": ZaloBotFront,
}
