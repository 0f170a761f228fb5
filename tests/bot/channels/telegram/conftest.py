from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest

from bot.channels.telegram import TelegramSettings, create
from bot.channels.telegram.channel import Telegram
from tests.bot.channels.rig import Inbox
from tests.emulators.telegram import Person, TelegramEmulator


@pytest.fixture
async def emulator() -> AsyncIterator[TelegramEmulator]:
    async with TelegramEmulator() as running:
        yield running


@pytest.fixture
def an(emulator: TelegramEmulator) -> Person:
    return emulator.user(1001, "An", started=True)


@pytest.fixture
def inbox() -> Inbox:
    return Inbox()


@pytest.fixture
async def make(emulator: TelegramEmulator) -> AsyncIterator[Callable[..., Telegram]]:
    """Channels against the emulator, stopped at the end."""
    made: list[Telegram] = []
    settled = {"token": emulator.token, "api": emulator.base_url, "first_wait": 0.01}

    def channel(**changed: Any) -> Telegram:
        settings = TelegramSettings(**{**settled, **changed})
        made.append(create(settings))
        return made[-1]

    yield channel
    for one in made:
        await one.stop()


@pytest.fixture
def channel(make: Callable[..., Telegram]) -> Telegram:
    return make()
