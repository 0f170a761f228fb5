from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from bot.channels.zalo_oa import ZaloOA, ZaloOASettings
from storage.db import Database, open_database
from tests.bot.channels.rig import Inbox
from tests.bot.channels.site import Site
from tests.bot.channels.zalo_oa.rig import Alarms, make_channel, settings_of
from tests.bot.queue_world import HandClock
from tests.emulators.zalo_oa import Person, ZaloEmulator


@pytest.fixture
def clock(now: datetime) -> HandClock:
    """What time it is, for the bot and for Zalo."""
    return HandClock(now)


@pytest.fixture
async def emulator(clock: HandClock) -> AsyncIterator[ZaloEmulator]:
    async with ZaloEmulator(clock) as running:
        yield running


@pytest.fixture
def an(emulator: ZaloEmulator, clock: HandClock) -> Person:
    """Somebody who follows the account and has just written."""
    person = emulator.person("An")
    person.follows, person.acted_at = True, clock()
    return person


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
