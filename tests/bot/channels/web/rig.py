"""The web chat in front of a real browser."""

import json
import shutil
from collections.abc import AsyncIterator, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from playwright.async_api import Browser, FilePayload, Locator, Page, WebSocket, expect

from bot.channels.base import Channel
from bot.channels.web.channel import WebChat
from core.markup import plain
from core.messages import Address, Outbound
from tests.bot.channels.rig import Inbox, OnScreen, Rig
from tests.bot.channels.web.village import AN, Served, Village, served
from tests.browser import phone


class WebRig:
    """See tests.bot.channels.rig.Rig."""

    def __init__(self, page: Page, channel: "Shelving", inbox: Inbox) -> None:
        self._page = page
        self._said: list[str] = []
        self._shelving = channel
        self.channel: Channel = channel
        self.inbox = inbox
        self.address = Address("web", AN)
        page.on("websocket", self._listen)

    def _listen(self, socket: WebSocket) -> None:
        socket.on("framesent", lambda frame: self._said.append(str(frame)))

    async def says(self, text: str) -> None:
        await self._page.locator("#say").fill(text)
        await self._page.locator("#say").press("Enter")

    async def presses(self, choice: str) -> None:
        newest = self._page.locator(".row.bot").last
        await newest.get_by_role("button", name=choice, exact=True).click()

    async def sends_photo(self, content: bytes, caption: str) -> None:
        await self._page.locator("#say").fill(caption)
        photo = FilePayload(name="anh.jpg", mimeType="image/jpeg", buffer=content)
        await self._page.locator("#files").set_input_files([photo])

    async def sends_something_unreadable(self) -> None:
        raise NotImplementedError("the page offers nothing that the bot cannot read")

    async def blocks(self) -> None:
        raise NotImplementedError("nobody can block a page they open themselves")

    async def delivers_again(self) -> None:
        newest = next(frame for frame in reversed(self._said) if "ping" not in json.loads(frame))
        await self._page.evaluate(
            """(frame) => new Promise((done) => {
              const socket = new WebSocket(`ws://${location.host}/ws`);
              socket.onmessage = (event) => JSON.parse(event.data).hello ? socket.send(frame) : done();
            })""",
            newest,
        )

    async def screen(self) -> Sequence[OnScreen]:
        for reference, message in self._shelving.newest.items():
            text = self._page.locator(f'.row[data-id="{reference}"] .text')
            await expect(text).to_have_text(plain(message.text))
        return [await self._seen(row) for row in await self._page.locator(".row.bot").all()]

    async def _seen(self, row: Locator) -> OnScreen:
        file = row.locator("a.file, a.picture")
        content = None
        if await file.count():
            address = await file.evaluate("(link) => link.href")
            content = await (await self._page.context.request.get(address)).body()
        return OnScreen(
            reference=await row.get_attribute("data-id"),
            text=await row.locator(".text").text_content() or "",
            choices=tuple(await row.locator(".choice").all_text_contents()),
            bold=tuple(await row.locator("strong").all_text_contents()),
            file=content,
        )


class Shelving(WebChat):
    """Puts what is sent on the store's shelf first, where the bot's own files always are."""

    def put_up(self, shelf: Path) -> None:
        self.shelf = shelf
        self.newest: dict[str, Outbound] = {}

    async def send(self, to: Address, message: Outbound, file: Path | None) -> str | None:
        if file is not None and message.file is not None:
            shutil.copyfile(file, self.shelf / message.file.stored)
        reference = await super().send(to, message, file)
        if reference is not None:
            self.newest[reference] = message
        return reference


class RiggedVillage(Village):
    """A village whose chat puts what it sends on the shelf, and hears nothing itself."""

    def new_channel(self) -> Shelving:
        channel = Shelving(self.settings(), self, self, self)
        channel.put_up(self.folder)
        return channel


def web_rig(request: pytest.FixtureRequest) -> AbstractAsyncContextManager[Rig]:
    """A served chat, and An in front of it."""
    return _in(request.getfixturevalue("browser"))


@asynccontextmanager
async def _in(browser: Browser) -> AsyncIterator[Rig]:
    inbox = Inbox()
    with TemporaryDirectory() as folder:
        village = RiggedVillage(Path(folder))
        async with served(village) as server, phone(browser) as page:
            channel = village.channel
            assert isinstance(channel, Shelving)
            await channel.start(inbox)
            rig = WebRig(page, channel, inbox)
            await _enter(page, server)
            yield rig


async def _enter(page: Page, server: Served) -> None:
    await page.goto(server.url)
    await page.locator(".card", has_text="Cán bộ").click()
    await expect(page.locator(".begin")).to_be_visible()
