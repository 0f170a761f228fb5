"""A Telegram bot: buttons, messages that change in place, polling, the pictures of an album one by one."""

from collections.abc import Sequence
from contextlib import AsyncExitStack
from pathlib import Path
from typing import ClassVar

from bot.channels.base import Channel
from bot.channels.telegram import TelegramSettings, create
from bot.files import FileStore
from storage.db import Database
from tests.bot.queue_world import HandClock
from tests.dialogues.fronts.base import WORDY_ALBUM, Impossible, last_with_choices, offers
from tests.emulators.chat import Shown
from tests.emulators.telegram import Person, Seen, TelegramEmulator

#: the number of the first person's chat
FIRST = 1001

Look = dict[int, tuple[str, list[str]]]


class TelegramFront:
    """See tests.dialogues.fronts.base.Front."""

    channel: Channel
    #: pictures of an album come one by one: the words, which are with the first, are answered before the rest
    cannot: ClassVar[frozenset[str]] = frozenset({WORDY_ALBUM})

    def __init__(self) -> None:
        self._people: dict[str, Person] = {}
        self._looked: dict[str, Look] = {}
        self._pressed: dict[str, Seen] = {}
        self._albums = 0

    async def begin(
        self, stack: AsyncExitStack, db: Database, files: FileStore, folder: Path, clock: HandClock
    ) -> None:
        self._telegram = await stack.enter_async_context(TelegramEmulator())
        self.channel = create(
            TelegramSettings(
                token=self._telegram.token,
                api=self._telegram.base_url,
                per_second=0,
                per_chat_per_second=0,
            )
        )

    async def goes(self) -> None:
        """It polls by itself."""

    def chat_of(self, key: str) -> str:
        return str(self._person(key).id)

    async def attends(self, key: str) -> None:
        self._person(key).started = True

    async def says(self, key: str, text: str) -> int:
        self._person(key).say(text)
        return 1

    async def sends_photos(self, key: str, contents: Sequence[bytes], text: str) -> int:
        if len(contents) > 1 and text:
            raise Impossible(WORDY_ALBUM)
        self._albums += 1
        album = f"album-{self._albums}" if len(contents) > 1 else None
        for content in contents:
            self._person(key).send_photo(content, text, album)
        return len(contents)

    async def chooses(self, key: str, label: str, token: str | None) -> int:
        person = self._person(key)
        if token and not offers(last_with_choices(person.chat), label):
            pressed = person.chat[-1] if person.chat else Seen(1, "", 0, 0)
            person.press_data(pressed, token)
        else:
            pressed = person.newest_with(label)
            person.press(pressed, label)
        self._pressed[key] = pressed
        return 1

    async def news(self, key: str) -> Sequence[Shown]:
        chat, before = self._person(key).chat, self._looked.get(key, {})
        self._looked[key] = {message.id: (message.text, message.labels) for message in chat}
        found = [message for message in chat if before.get(message.id) != self._looked[key][message.id]]
        pressed = self._pressed.pop(key, None)
        # Where nothing changed, what was pressed was to read as it did: Telegram takes no such change.
        return found if found or pressed is None else [pressed]

    def lists(self, choices: int) -> bool:
        return False

    def choice(self, label: str) -> str:
        return label

    def files(self, seen: Sequence[Shown]) -> int:
        return sum(message.file is not None for message in seen if isinstance(message, Seen))

    def _person(self, key: str) -> Person:
        if key not in self._people:
            number = FIRST + len(self._people)
            self._people[key] = self._telegram.user(number, key, started=True)
        return self._people[key]
