"""The channel of an Official Account in front of the emulator, served like the bot serves it."""

import socket
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession

from bot.channel_tokens import StoredTokens
from bot.channels.base import Channel
from bot.channels.zalo_oa import NAME, ZaloOA, ZaloOASettings
from bot.channels.zalo_oa.webhook import PATH
from bot.web import WebServer, application
from core.messages import Address
from storage.db import Database, open_database
from tests.bot.channels.rig import Inbox, OnScreen, Rig
from tests.emulators.zalo_oa import Seen, ZaloEmulator
from tests.emulators.zalo_oa.seen import Event


class Folder:
    """A shelf on which every file lies under its own name."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def path(self, key: str) -> Path:
        return self._folder / key


class Alarms:
    """Where the channel cries for help: what it said, and when."""

    def __init__(self) -> None:
        self.said: list[tuple[str, datetime]] = []

    async def __call__(self, trouble: str, now: datetime) -> None:
        self.said.append((trouble, now))


def free_address() -> str:
    """An address nothing listens at."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{found.getsockname()[1]}"


def settings_of(emulator: ZaloEmulator, **changed: Any) -> ZaloOASettings:
    """Settings that fit the emulator's account."""
    account = emulator.account
    settled = ZaloOASettings(
        app_id=account.app_id,
        app_secret=account.app_secret,
        webhook_secret=account.webhook_secret,
        refresh_token="refresh-token-0",
        public_url=free_address(),
        oa_id=account.oa_id,
        api=emulator.base_url,
        oauth=emulator.base_url,
    )
    return replace(settled, **changed)


@asynccontextmanager
async def served(channel: Channel, address: str) -> AsyncIterator[None]:
    """The channel's pages at that address."""

    async def health() -> Mapping[str, str | int | float | bool | None]:
        return {}

    host, _, port = address.removeprefix("http://").partition(":")
    server = WebServer(application([channel], health), host, int(port))
    await server.start()
    try:
        yield
    finally:
        await server.stop()


class ZaloOARig:
    """See tests.bot.channels.rig.Rig."""

    def __init__(self, emulator: ZaloEmulator, channel: Channel) -> None:
        self._emulator = emulator
        self._person = emulator.person("An")
        self._person.follows, self._person.acted_at = True, emulator.account.clock()
        self._newest: Event = {}
        self.channel = channel
        self.inbox = Inbox()
        self.address = Address(NAME, self._person.id)

    async def says(self, text: str) -> None:
        self._newest = self._person.say(text)

    async def presses(self, choice: str) -> None:
        self._newest = self._person.press(self._person.chat[-1], choice)

    async def sends_photo(self, content: bytes, caption: str) -> None:
        self._newest = self._person.send_photo(content, caption)

    async def sends_something_unreadable(self) -> None:
        self._newest = self._person.send_sticker()

    async def blocks(self) -> None:
        self._newest = self._person.unfollow()

    async def delivers_again(self) -> None:
        self._emulator.delivery.put(self._newest)

    async def screen(self) -> Sequence[OnScreen]:
        return [await _on_screen(message) for message in self._person.chat]


async def _on_screen(message: Seen) -> OnScreen:
    content = message.file.content if message.file else None
    for link in message.links:
        async with ClientSession() as session, session.get(link) as answer:
            content = await answer.read() if answer.status == 200 else None
    return OnScreen(message.id, message.text, tuple(message.labels), (), content)


def zalo_oa_rig(request: pytest.FixtureRequest) -> AbstractAsyncContextManager[Rig]:
    """A running emulator with a channel that it delivers to."""
    return _in(request.getfixturevalue("sqlite_url"), request.getfixturevalue("tmp_path"))


@asynccontextmanager
async def _in(database: str, folder: Path) -> AsyncIterator[Rig]:
    db = await open_database(database)
    try:
        async with ZaloEmulator() as emulator:
            settings = settings_of(emulator)
            channel = make_channel(settings, db, folder, emulator)
            rig = ZaloOARig(emulator, channel)
            await channel.start(rig.inbox)
            async with served(channel, settings.public_url):
                emulator.deliver_to(settings.public_url + PATH)
                try:
                    yield rig
                finally:
                    await channel.stop()
    finally:
        await db.close()


def make_channel(
    settings: ZaloOASettings, db: Database, folder: Path, emulator: ZaloEmulator, alarm: Alarms | None = None
) -> ZaloOA:
    """A channel with its tokens in this database and the emulator's clock."""
    store, shelf = StoredTokens(db, NAME), Folder(folder)
    return ZaloOA(settings, store, shelf, alarm or Alarms(), emulator.account.clock)
