"""What the channel contract needs of a messenger: to act as a person there and to look at the screen."""

import asyncio
from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

import pytest

from bot.channels.base import Channel, RawUpdate
from core.messages import Address


@dataclass(frozen=True, slots=True)
class OnScreen:
    """A message of the bot as it stands on the person's screen.

    `text` is what is read, without mark-up; `bold` the pieces shown bold; `choices` what can be pressed or
    typed; `reference` the channel's own name of the message.
    """

    reference: str | None
    text: str
    choices: tuple[str, ...]
    bold: tuple[str, ...]
    file: bytes | None = None


class Inbox:
    """Where the channel under test puts its updates: intake, kept in memory."""

    def __init__(self) -> None:
        self.updates: list[RawUpdate] = []
        self._news = asyncio.Event()

    async def __call__(self, updates: Sequence[RawUpdate]) -> None:
        self.updates.extend(updates)
        self._news.set()

    async def first(self, count: int) -> list[RawUpdate]:
        """The first so many updates, once they are there."""
        async with asyncio.timeout(20):
            while len(self.updates) < count:
                self._news.clear()
                await self._news.wait()
        return self.updates[:count]


class Rig(Protocol):
    """One person in front of one running channel. Nothing here looks into the channel's own code."""

    channel: Channel
    inbox: Inbox
    address: Address

    async def says(self, text: str) -> None:
        """The person writes."""

    async def presses(self, choice: str) -> None:
        """The person presses that choice below the newest message."""

    async def sends_photo(self, content: bytes, caption: str) -> None:
        """The person sends a picture."""

    async def sends_something_unreadable(self) -> None:
        """The person sends what no bot reads: a sticker, say."""

    async def blocks(self) -> None:
        """The person wants nothing from the bot any more."""

    async def delivers_again(self) -> None:
        """The messenger delivers the newest update once more, as if its first delivery had been lost."""

    async def screen(self) -> Sequence[OnScreen]:
        """The bot's messages, oldest first, as they stand now."""


@runtime_checkable
class GroupRig(Rig, Protocol):
    """The same on a messenger whose groups the bot can be in."""

    async def puts_bot_into_group(self, title: str) -> str:
        """The person puts the bot into a group; the id of its chat."""

    async def presses_in_group(self, choice: str) -> None:
        """The person presses that choice below the newest message in the group."""

    async def throws_bot_out(self) -> None:
        """The person removes the bot from the group."""

    async def group_screen(self) -> Sequence[OnScreen]:
        """The bot's messages in the group, oldest first."""


class RigFactory(Protocol):
    """Starts a messenger, and the channel against it; ends both. Fixtures it needs it takes before."""

    def __call__(self, request: pytest.FixtureRequest) -> AbstractAsyncContextManager[Rig]: ...
