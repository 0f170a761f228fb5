"""What a front is: one channel with its messenger, in which the people of a dialogue act and read."""

from collections.abc import Sequence
from contextlib import AsyncExitStack
from pathlib import Path
from typing import ClassVar, Protocol

from bot.channels.base import Channel
from bot.files import FileStore
from storage.db import Database
from tests.bot.queue_world import HandClock
from tests.emulators.chat import Shown

#: what nobody can do on some channels
OLD_BUTTON, ALBUM = "press a button of an earlier message", "send several pictures as one message"
WORDY_ALBUM = "send several pictures and words as one message"


class Impossible(Exception):
    """What nobody can do there: one of Front.cannot."""


class Front(Protocol):
    """One channel. `cannot` says what cannot be done there; acting says how many updates that makes."""

    channel: Channel
    cannot: ClassVar[frozenset[str]]

    async def begin(
        self, stack: AsyncExitStack, db: Database, files: FileStore, folder: Path, clock: HandClock
    ) -> None:
        """Start the messenger, and make the channel in front of it."""

    async def goes(self) -> None:
        """The channel receives: updates find their way."""

    def chat_of(self, key: str) -> str:
        """The id of somebody's chat, the same one for the same key."""

    async def attends(self, key: str) -> None:
        """Somebody is there, and may be written to."""

    async def says(self, key: str, text: str) -> int: ...

    async def sends_photos(self, key: str, contents: Sequence[bytes], text: str) -> int:
        """Send pictures with a text, as one message. Raises Impossible."""

    async def chooses(self, key: str, label: str, token: str | None) -> int:
        """Choose it, by the token where it is of an old message. Raises Impossible, LookupError."""

    async def news(self, key: str) -> Sequence[Shown]:
        """What somebody was shown since this was asked last: new messages, and those that changed."""

    def lists(self, choices: int) -> bool:
        """Whether so many choices are a list in the text."""

    def choice(self, label: str) -> str:
        """How a choice reads that is not in a list."""

    def files(self, seen: Sequence[Shown]) -> int:
        """How many files these messages brought."""


def offers(message: Shown | None, label: str) -> bool:
    """Whether the message has that choice."""
    return message is not None and label in message.labels


def last_with_choices(chat: Sequence[Shown]) -> Shown | None:
    """The newest message that offers anything."""
    return next((message for message in reversed(chat) if message.labels), None)
