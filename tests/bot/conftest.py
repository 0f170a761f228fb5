"""The post office of the tests of sending, on both databases."""

from datetime import datetime
from pathlib import Path

import pytest

from storage.db import Database
from tests.bot.post import Post


@pytest.fixture
def post(db: Database, tmp_path: Path, now: datetime) -> Post:
    return Post(db, tmp_path, now)
