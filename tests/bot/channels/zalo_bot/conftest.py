from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest

from bot.channels.links import FileLinks
from bot.channels.zalo_bot import ZaloBotSettings
from bot.channels.zalo_bot.channel import ZaloBot
from bot.clock import utc_now
from tests.bot.channels.rig import Inbox
from tests.emulators.zalo_bot import Person, ZaloBotEmulator

#: makes a channel against the emulator; what is named differs from the usual settings
Make = Callable[..., ZaloBot]


@pytest.fixture
async def emulator() -> AsyncIterator[ZaloBotEmulator]:
    async with ZaloBotEmulator() as running:
        yield running


@pytest.fixture
def an(emulator: ZaloBotEmulator) -> Person:
    return emulator.user("An", started=True)


@pytest.fixture
def inbox() -> Inbox:
    return Inbox()


@pytest.fixture
async def make(emulator: ZaloBotEmulator, tmp_path: Path) -> AsyncIterator[Make]:
    """Channels against the emulator, stopped at the end. Stored files lie in `tmp_path`."""
    made: list[ZaloBot] = []
    settled: dict[str, Any] = {
        "token": emulator.token,
        "api": emulator.base_url,
        "first_wait": 0.01,
        "rest": 0.01,
    }

    def channel(**changed: Any) -> ZaloBot:
        settings = ZaloBotSettings(**{**settled, **changed})
        links = FileLinks("zalo_bot", settings.public_url, b"k" * 32, tmp_path.joinpath, utc_now)
        made.append(ZaloBot(settings, links))
        return made[-1]

    yield channel
    for one in made:
        await one.stop()


@pytest.fixture
def channel(make: Make) -> ZaloBot:
    return make()
