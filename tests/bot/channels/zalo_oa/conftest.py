from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.channels.zalo_oa import ZaloOASettings
from bot.channels.zalo_oa.channel import ZaloOA
from storage.db import Database, open_database
from tests.bot.channels.rig import Inbox
from tests.bot.channels.site import Site
from tests.bot.channels.zalo_oa.rig import Alarms, make_channel, settings_of
from tests.emulators.zalo_oa import ZaloEmulator
from tests.emulators.zalo_oa.conftest import an, clock, emulator

__all__ = ["an", "clock", "emulator"]


@pytest.fixture
async def store(sqlite_url: str) -> AsyncIterator[Database]:
    """The database that holds the tokens."""
    db = await open_database(sqlite_url)
    yield db
    await db.close()


@pytest.fixture
def settings(emulator: ZaloEmulator, site: Site) -> ZaloOASettings:
    return settings_of(emulator, site)


@pytest.fixture
def inbox() -> Inbox:
    return Inbox()


@pytest.fixture
def alarms() -> Alarms:
    return Alarms()


@pytest.fixture
async def make(
    emulator: ZaloEmulator, settings: ZaloOASettings, store: Database, tmp_path: Path, alarms: Alarms
) -> AsyncIterator[Callable[..., ZaloOA]]:
    """Channels against the emulator, stopped at the end."""
    made: list[ZaloOA] = []

    def channel(**changed: Any) -> ZaloOA:
        made.append(make_channel(replace(settings, **changed), store, tmp_path, emulator, alarms))
        return made[-1]

    yield channel
    for one in made:
        await one.stop()


@pytest.fixture
def channel(make: Callable[..., ZaloOA]) -> ZaloOA:
    return make()
