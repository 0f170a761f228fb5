from collections.abc import AsyncIterator

import pytest

from tests.bot.channels.site import Site, reserved
from tests.browser import browser, browser_page

__all__ = ["browser", "browser_page"]


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    """A place for the pages of a channel."""
    async with reserved() as found:
        yield found
