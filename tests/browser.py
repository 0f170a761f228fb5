"""A real phone-sized browser for tests: Debian's chromium, driven by Playwright.

A folder whose tests need it imports the fixtures in its conftest.py:
`from tests.browser import browser, browser_page`. One browser serves a file, whose tests share its loop:
`pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]`.
"""

import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Literal

import pytest
import pytest_asyncio
from playwright.async_api import Browser, ConsoleMessage, Page, async_playwright, expect

PHONE_WIDTH, PHONE_HEIGHT = 390, 844
#: how long an expectation in the page may take, in milliseconds
PATIENCE = 20_000


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator[Browser]:
    """A headless Chromium. Without one the test is skipped, but on CI (`CI=true`) it fails."""
    chromium = shutil.which("chromium")
    if chromium is None:
        if os.environ.get("CI") == "true":
            pytest.fail("chromium is not installed: apt-get install chromium")
        pytest.skip("chromium is not installed")
    async with async_playwright() as playwright:
        running = await playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield running
        await running.close()


@pytest_asyncio.fixture(loop_scope="module")
async def browser_page(browser: Browser) -> AsyncIterator[Page]:
    """A Vietnamese phone's page of 390 by 844, in light colours; its test fails on any script error."""
    async with phone(browser) as page:
        yield page


@asynccontextmanager
async def phone(
    browser: Browser,
    *,
    width: int = PHONE_WIDTH,
    height: int = PHONE_HEIGHT,
    colours: Literal["light", "dark"] = "light",
    language: str = "vi-VN",
    scale: float = 1,
) -> AsyncIterator[Page]:
    """A page with cookies and storage of its own, `scale` dots to a pixel. Raises AssertionError after a
    script error."""
    context = await browser.new_context(
        viewport={"width": width, "height": height},
        device_scale_factor=scale,
        color_scheme=colours,
        locale=language,
    )
    context.set_default_timeout(PATIENCE)
    expect.set_options(timeout=PATIENCE)
    page = await context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.extend(_violations(message)))
    try:
        yield page
        assert errors == []
    finally:
        await context.close()


def _violations(message: ConsoleMessage) -> list[str]:
    return [message.text] if "Content Security Policy" in message.text else []
