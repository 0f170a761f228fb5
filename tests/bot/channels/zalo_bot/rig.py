"""The Zalo Bot channel in front of the emulator."""

import re
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from aiohttp import ClientSession

from bot.channels.base import Channel
from bot.channels.links import FileLinks
from bot.channels.zalo_bot import ZaloBotSettings
from bot.channels.zalo_bot.channel import ZaloBot
from bot.clock import utc_now
from core.messages import Address, Outbound
from tests.bot.channels.rig import Inbox, OnScreen, Rig
from tests.bot.channels.site import reserved
from tests.emulators.zalo_bot import Seen, ZaloBotEmulator
from tests.emulators.zalo_bot.updates import Update

KEY = b"k" * 32
_LINK = re.compile(r"\n?📎 .+: (http\S+)$")


class Shelving(ZaloBot):
    """Knows where the files are that it is asked to send, as the bot's own store does."""

    def __init__(self, emulator: ZaloBotEmulator, public_url: str) -> None:
        self._shelf: dict[str, Path] = {}
        links = FileLinks("zalo_bot", public_url, KEY, self._shelf.__getitem__, utc_now)
        super().__init__(ZaloBotSettings(token=emulator.token, api=emulator.base_url), links)

    async def send(self, to: Address, message: Outbound, file: Path | None) -> str | None:
        if file is not None and message.file is not None:
            self._shelf[message.file.stored] = file
        return await super().send(to, message, file)


class ZaloBotRig:
    """See tests.bot.channels.rig.Rig."""

    def __init__(self, emulator: ZaloBotEmulator, channel: Channel) -> None:
        self._emulator = emulator
        self._person = emulator.user("An", started=True)
        self._newest: Update = {}
        self.channel = channel
        self.inbox = Inbox()
        self.address = Address("zalo_bot", self._person.id)

    async def says(self, text: str) -> None:
        self._newest = self._person.say(text)

    async def presses(self, choice: str) -> None:
        self._newest = self._person.press(self._person.chat[-1], choice)

    async def sends_photo(self, content: bytes, caption: str) -> None:
        self._newest = self._person.send_photo(content, caption)

    async def sends_something_unreadable(self) -> None:
        self._newest = self._person.send_sticker()

    async def blocks(self) -> None:
        raise NotImplementedError("Zalo tells its bots nothing of who blocks them")

    async def delivers_again(self) -> None:
        self._emulator.updates.deliver_again(self._newest)

    async def screen(self) -> Sequence[OnScreen]:
        return [await _on_screen(message) for message in self._person.chat]


async def _on_screen(message: Seen) -> OnScreen:
    """The message without its list of choices and its link, which it has instead of buttons and files."""
    text, file = message.text, message.picture
    if message.choices:
        text = text.rsplit("\n\n", 1)[0]
    if link := _LINK.search(text):
        text = text[: link.start()]
        async with ClientSession() as session, session.get(link[1]) as answer:
            assert answer.status == 200
            file = await answer.read()
    return OnScreen(message.id, text, tuple(message.labels), message.bold, file)


@asynccontextmanager
async def zalo_bot_rig(request: pytest.FixtureRequest) -> AsyncIterator[Rig]:
    """A running emulator with a channel that polls it."""
    async with ZaloBotEmulator() as emulator, reserved() as site:
        channel = Shelving(emulator, site.url)
        await site.serve(channel)
        rig = ZaloBotRig(emulator, channel)
        await channel.start(rig.inbox)
        try:
            yield rig
        finally:
            await channel.stop()
