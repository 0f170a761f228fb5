"""The Telegram channel in front of the emulator."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

import pytest

from bot.channels.base import Channel
from bot.channels.telegram import TelegramSettings, create
from core.messages import Address
from tests.bot.channels.rig import Inbox, OnScreen, Rig
from tests.emulators.telegram import Seen, TelegramEmulator


class TelegramRig:
    """See tests.bot.channels.rig.Rig."""

    def __init__(self, emulator: TelegramEmulator, channel: Channel) -> None:
        self._emulator = emulator
        self._person = emulator.user(1001, "An", started=True)
        self._newest = 0
        self.channel = channel
        self.inbox = Inbox()
        self.address = Address("telegram", "1001")

    async def says(self, text: str) -> None:
        self._newest = self._person.say(text)

    async def presses(self, choice: str) -> None:
        self._person.press(self._person.chat[-1], choice)

    async def sends_photo(self, content: bytes, caption: str) -> None:
        self._newest = self._person.send_photo(content, caption)

    async def sends_something_unreadable(self) -> None:
        self._newest = self._person.send_sticker()

    async def blocks(self) -> None:
        self._newest = self._person.block()

    async def delivers_again(self) -> None:
        self._emulator.updates.deliver_again(self._newest)

    async def screen(self) -> Sequence[OnScreen]:
        return [_on_screen(message) for message in self._person.chat]

    async def puts_bot_into_group(self, title: str) -> str:
        self._group = self._emulator.group(-4001, title)
        self._group.takes_bot(self._person)
        return str(self._group.id)

    async def presses_in_group(self, choice: str) -> None:
        self._group.press(self._person, self._group.chat[-1], choice)

    async def throws_bot_out(self) -> None:
        self._group.throws_bot_out(self._person)

    async def group_screen(self) -> Sequence[OnScreen]:
        return [_on_screen(message) for message in self._group.chat]


def _on_screen(message: Seen) -> OnScreen:
    return OnScreen(
        reference=str(message.id),
        text=message.text,
        choices=tuple(message.labels),
        bold=tuple(message.bold),
        file=message.file.content if message.file else None,
    )


@asynccontextmanager
async def telegram_rig(request: pytest.FixtureRequest) -> AsyncIterator[Rig]:
    """A running emulator with a channel that polls it."""
    async with TelegramEmulator() as emulator:
        channel = create(TelegramSettings(token=emulator.token, api=emulator.base_url))
        rig = TelegramRig(emulator, channel)
        await channel.start(rig.inbox)
        try:
            yield rig
        finally:
            await channel.stop()
