"""A person's phone with the bot open, whatever the messenger: what the hand does and the eye sees."""

import asyncio
from collections.abc import Sequence
from typing import Protocol

from playwright.async_api import FilePayload, Page

from tests.emulators import zalo_bot, zalo_oa
from tests.emulators.telegram import Person, Seen

#: seconds until something that does not show up counts as missing
PATIENCE = 20


class Phone(Protocol):
    """One person's chat with the bot."""

    async def opens(self, code: str) -> None:
        """Follow the invite link with this code."""

    async def says(self, text: str) -> None:
        """Type and send."""

    async def presses(self, label: str) -> None:
        """Press the newest button with this label."""

    async def sends_photo(self, content: bytes) -> None:
        """Send a JPEG picture."""

    async def messages(self) -> Sequence[str]:
        """The bot's messages as they stand on the screen, oldest first."""


class TelegramPhone:
    """A Phone on Telegram, as the emulator plays it."""

    def __init__(self, person: Person) -> None:
        self._person = person

    async def opens(self, code: str) -> None:
        self._person.say(f"/start {code}")

    async def says(self, text: str) -> None:
        self._person.say(text)

    async def presses(self, label: str) -> None:
        self._person.press(self._newest_with(label), label)

    async def sends_photo(self, content: bytes) -> None:
        self._person.send_photo(content)

    async def messages(self) -> Sequence[str]:
        return [message.text for message in self._person.chat]

    def _newest_with(self, label: str) -> Seen:
        found = [message for message in self._person.chat if label in message.labels]
        assert found, f"there is no button {label!r}; the newest are {self._person.chat[-1].labels}"
        return found[-1]


class ZaloPhone:
    """A Phone on Zalo, in front of a bot or an Official Account, as the emulators play them."""

    def __init__(self, person: zalo_bot.Person | zalo_oa.Person) -> None:
        self._person = person

    async def opens(self, code: str) -> None:
        """Follow where there is somebody to follow, then type the code: no link leads to Zalo with one."""
        if isinstance(self._person, zalo_oa.Person):
            self._person.follow()
        self._person.say(code)

    async def says(self, text: str) -> None:
        self._person.say(text)

    async def presses(self, label: str) -> None:
        """Press it, or type what stands for it."""
        try:
            self._person.press_newest(label)
        except LookupError as error:
            raise AssertionError(str(error)) from None

    async def sends_photo(self, content: bytes) -> None:
        self._person.send_photo(content)

    async def messages(self) -> Sequence[str]:
        return [message.text for message in self._person.chat]


class WebPhone:
    """A Phone with the web chat in its browser. `address` is the server's, without a slash at its end."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self._address = address

    async def opens(self, code: str) -> None:
        await self.page.goto(f"{self._address}/vao/{code}")

    async def says(self, text: str) -> None:
        await self.page.locator("#say").fill(text)
        await self.page.locator("#say").press("Enter")

    async def presses(self, label: str) -> None:
        await self.page.get_by_role("button", name=label, exact=True).last.click()

    async def sends_photo(self, content: bytes) -> None:
        photo = FilePayload(name="anh.jpg", mimeType="image/jpeg", buffer=content)
        await self.page.locator("#files").set_input_files([photo])

    async def messages(self) -> Sequence[str]:
        return await self.page.locator(".row.bot .text").all_text_contents()


def holds(message: str, wanted: Sequence[str]) -> bool:
    """Whether all of these are in the message."""
    return all(text in message for text in wanted)


async def seen(phone: Phone, wanted: Sequence[str]) -> str:
    """The newest message, as soon as it holds all of these. Raises AssertionError that shows the screen."""
    loop = asyncio.get_running_loop()
    deadline = loop.time() + PATIENCE
    while True:
        shown = await phone.messages()
        if shown and holds(shown[-1], wanted):
            return shown[-1]
        missing = [text for text in wanted if not shown or text not in shown[-1]]
        assert loop.time() < deadline, f"{missing} did not show up; the newest is {shown[-1:]}"
        await asyncio.sleep(0.02)
