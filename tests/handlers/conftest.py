"""The village, on both databases."""

import pytest

from bot.knowledge import Knowledge, read_knowledge
from storage.db import Database
from tests.handlers.village import Village


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return read_knowledge(invite_url="https://chat.example.vn/vao/")


@pytest.fixture
async def village(db: Database, knowledge: Knowledge) -> Village:
    return await Village(db, knowledge).build()
