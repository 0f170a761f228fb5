"""The village behind the web chat, served on a loopback port."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from tests.bot.channels.web.village import Served, Village, served


@pytest.fixture
def village(tmp_path: Path) -> Village:
    return Village(tmp_path)


@pytest_asyncio.fixture(loop_scope="module")
async def server(village: Village) -> AsyncIterator[Served]:
    """For tests that share the loop of their file, as those of a browser do."""
    async with served(village) as running:
        yield running
