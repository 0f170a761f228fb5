"""What is written looks the same from either database: tests/storage reads what it is made of from both."""

import pytest


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """A fresh SQLite database."""
    return sqlite_url
