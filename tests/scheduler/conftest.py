"""The commune that the scheduler's tests share, on both databases."""

import pytest

from storage.db import Database
from tests.scheduler.world import World


@pytest.fixture
async def world(db: Database) -> World:
    """Two tenants without people."""
    return await World.create(db)
