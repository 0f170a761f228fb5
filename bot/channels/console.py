"""The terminal as a channel: the same bot on standard input and output, choices as a numbered list."""

from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.channels.base import Accept, RawUpdate
from bot.channels.standing import Standing
from core.markup import plain
from core.messages import Address, Attachment, Inbound, Limits, Outbound

if TYPE_CHECKING:
    from aiohttp import web

NAME = "console"


class Console:
    """Implements `bot.channels.base.Channel` for one person at a terminal."""

    name = NAME
    limits = Limits(text_length=100_000, buttons=False, edits=False, file_bytes=20_000_000)

    def __init__(self, chat: str, write: Callable[[str], None]) -> None:
        self._chat = chat
        self._write = write
        self._accept: Accept | None = None
        self._typed = 0

    async def start(self, accept: Accept) -> None:
        self._accept = accept

    async def stop(self) -> None:
        self._accept = None

    def routes(self) -> "Sequence[web.RouteDef]":
        return ()

    async def type(self, text: str) -> None:
        """A line the person typed. It is stored when this returns."""
        if self._accept is None:
            raise RuntimeError("the console is not started")
        self._typed += 1
        address = Address(NAME, self._chat)
        raw = {"chat": self._chat, "text": text}
        await self._accept([RawUpdate(NAME, f"{self._chat}:{self._typed}", str(address), raw)])

    def decode(self, raw: Mapping[str, Any]) -> Inbound | None:
        chat, text = raw.get("chat"), raw.get("text")
        if not isinstance(chat, str) or not isinstance(text, str):
            raise ValueError("a console update has a chat and a text")
        return Inbound(Address(NAME, chat), text=text, has_buttons=False)

    def fetch(self, attachment: Attachment) -> AsyncIterator[bytes]:
        """Nothing can be attached on a terminal. Raises FileNotFoundError."""
        raise FileNotFoundError(attachment.remote)

    async def send(self, to: Address, message: Outbound, file: Path | None) -> str | None:
        """Print it. Choices that a number picks are numbered; the others are named."""
        if to.chat != self._chat:
            return None
        lines = [plain(message.text)]
        for number, button in enumerate(message.buttons(), 1):
            lines.append(f"  {number}. {button.label}" if message.numbered else f"  [{button.label}]")
        if file is not None:
            lines.append(f"  {message.file.name if message.file else file.name}: {file}")
        self._write("\n".join(lines))
        return None

    async def status(self) -> Standing:
        """There is nobody to ask."""
        return Standing("pages")
