"""The village behind the web chat, served on a loopback port."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.bot.channels.web.village import Served, Village, served
from tests.browser import browser, browser_page

__all__ = ["browser", "browser_page"]


@pytest.fixture
def village(tmp_path: Path) -> Village:
    return Village(tmp_path)


@pytest.fixture
async def server(village: Village) -> AsyncIterator[Served]:
    async with served(village) as running:
        yield running
