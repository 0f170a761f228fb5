"""The village, on both databases."""

import pytest

from bot.knowledge import Knowledge
from storage.db import Database
from tests import shipped
from tests.handlers.village import Village


@pytest.fixture
def knowledge() -> Knowledge:
    return shipped.for_one_database()


@pytest.fixture
async def village(db: Database, knowledge: Knowledge) -> Village:
    return await Village(db, knowledge).build()
