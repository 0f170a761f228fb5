"""What becomes of a post that does not arrive whole: anybody can begin one."""

import asyncio
import logging
from collections.abc import AsyncIterator

import pytest
from aiohttp import ClientSession, web

from bot.channels import posts
from bot.channels.posts import Outcome, Posts, body_of
from tests.bot.post import until


class Page:
    """A webhook that only reads."""

    def __init__(self) -> None:
        self.posts = Posts("A messenger")
        self.begun = 0
        self.port = 0

    async def answer(self, request: web.Request) -> web.Response:
        self.begun += 1
        body = await body_of(request)
        return self.posts.answer(body if isinstance(body, Outcome) else Outcome.STORED)

    async def begin(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        """Post a part of what is announced."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        writer.write(b"POST / HTTP/1.1\r\nHost: bot\r\nContent-Length: 100\r\n\r\n{")
        await until(lambda: self.begun > 0)
        return reader, writer


@pytest.fixture
async def page() -> AsyncIterator[Page]:
    made = Page()
    app = web.Application()
    app.router.add_post("/", made.answer)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.5)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    made.port = runner.addresses[0][1]
    yield made
    await runner.cleanup()


async def test_a_post_that_breaks_off_is_counted_and_fills_no_log(
    page: Page, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    _, writer = await page.begin()
    writer.close()
    await until(lambda: page.posts.counts == {Outcome.BROKEN: 1})
    assert caplog.text == ""


async def test_a_post_that_never_ends_is_left(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(posts, "BODY_SECONDS", 0.05)
    reader, writer = await page.begin()
    assert (await reader.readline()).startswith(b"HTTP/1.1 400")
    assert page.posts.counts == {Outcome.BROKEN: 1}
    writer.close()


async def test_a_post_that_is_not_packed_as_it_says_is_no_error_of_ours(page: Page) -> None:
    headers = {"Content-Encoding": "gzip"}
    async with (
        ClientSession() as session,
        session.post(f"http://127.0.0.1:{page.port}/", data=b"not packed", headers=headers) as answer,
    ):
        assert answer.status == 400
    assert page.posts.counts == {Outcome.BROKEN: 1}
