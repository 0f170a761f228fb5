"""The post office of the tests of sending, and the office of those of receiving, on both databases."""

from datetime import datetime
from pathlib import Path

import pytest

from bot.files import FileStore
from storage.db import Database
from tests.bot.inbox_office import Office
from tests.bot.post import Post
from tests.bot.queue_world import HandClock


@pytest.fixture
def post(db: Database, tmp_path: Path, now: datetime) -> Post:
    return Post(db, tmp_path, now)


@pytest.fixture
def office(db: Database, tmp_path: Path, now: datetime) -> Office:
    return Office(db, FileStore(tmp_path / "files"), HandClock(now))
