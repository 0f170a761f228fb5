"""The channel of an Official Account in front of the emulator, served like the bot serves it."""

from collections.abc import AsyncIterator, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession

from bot.channel_tokens import StoredTokens
from bot.channels.base import Channel
from bot.channels.links import FileLinks
from bot.channels.zalo_oa import NAME, ZaloOASettings
from bot.channels.zalo_oa.channel import ZaloOA
from bot.channels.zalo_oa.webhook import PATH
from core.messages import Address
from storage.db import Database, open_database
from tests.bot.channels.rig import Inbox, OnScreen, Rig
from tests.bot.channels.site import Site, reserved
from tests.emulators.zalo_oa import Seen, ZaloEmulator
from tests.emulators.zalo_oa.seen import Event


class Alarms:
    """Where the channel cries for help: what it said, and when."""

    def __init__(self) -> None:
        self.said: list[tuple[str, datetime]] = []

    async def __call__(self, trouble: str, now: datetime) -> None:
        self.said.append((trouble, now))


def settings_of(emulator: ZaloEmulator, site: Site, **changed: Any) -> ZaloOASettings:
    """Settings that fit the emulator's account, of a bot that is served there."""
    account = emulator.account
    settled = ZaloOASettings(
        app_id=account.app_id,
        app_secret=account.app_secret,
        webhook_secret=account.webhook_secret,
        refresh_token="refresh-token-0",
        public_url=site.url,
        oa_id=account.oa_id,
        api=emulator.base_url,
        oauth=emulator.base_url,
    )
    return replace(settled, **changed)


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
        async with ZaloEmulator() as emulator, reserved() as site:
            channel = make_channel(settings_of(emulator, site), db, folder, emulator)
            rig = ZaloOARig(emulator, channel)
            await channel.start(rig.inbox)
            await site.serve(channel)
            emulator.deliver_to(site.url + PATH)
            try:
                yield rig
            finally:
                await channel.stop()
    finally:
        await db.close()


def make_channel(
    settings: ZaloOASettings, db: Database, folder: Path, emulator: ZaloEmulator, alarm: Alarms | None = None
) -> ZaloOA:
    """A channel with its tokens in this database, files in the folder, and the emulator's clock."""
    clock = emulator.account.clock
    links = FileLinks(NAME, settings.public_url, b"k" * 32, folder.joinpath, clock)
    return ZaloOA(settings, StoredTokens(db, NAME), links, alarm or Alarms(), clock)
