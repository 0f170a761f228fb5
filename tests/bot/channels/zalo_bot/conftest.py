from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.channels.zalo_bot import ZaloBot, ZaloBotSettings
from tests.bot.channels.rig import Inbox
from tests.bot.channels.zalo_bot.site import Site, reserved
from tests.emulators.zalo_bot import Person, ZaloBotEmulator

#: makes a channel against the emulator; what is named differs from the usual settings
Make = Callable[..., ZaloBot]


class Clock:
    """Shows a moment until it is turned on."""

    def __init__(self) -> None:
        self.now = datetime(2026, 5, 14, 2, 30, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


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
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    async with reserved() as found:
        yield found


@pytest.fixture
async def make(emulator: ZaloBotEmulator, clock: Clock, tmp_path: Path) -> AsyncIterator[Make]:
    """Channels against the emulator, stopped at the end. Stored files lie in `tmp_path`."""
    made: list[ZaloBot] = []
    settled: dict[str, Any] = {
        "token": emulator.token,
        "api": emulator.base_url,
        "link_key": b"k" * 32,
        "clock": clock,
        "path": tmp_path.joinpath,
        "first_wait": 0.01,
        "rest": 0.01,
    }

    def channel(**changed: Any) -> ZaloBot:
        made.append(ZaloBot(ZaloBotSettings(**{**settled, **changed})))
        return made[-1]

    yield channel
    for one in made:
        await one.stop()


@pytest.fixture
def channel(make: Make) -> ZaloBot:
    return make()
