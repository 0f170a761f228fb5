"""The API: on SQLite, and on both databases where its queries are what is asked about."""

from collections.abc import AsyncIterator

import pytest

from storage.db import Database, open_database
from tests.bot.api.world import World


@pytest.fixture
async def on_both(db: Database) -> World:
    return await World(db).build()


@pytest.fixture
async def world(sqlite_url: str) -> AsyncIterator[World]:
    db = await open_database(sqlite_url, exclusive=True)
    yield await World(db).build()
    await db.close()
