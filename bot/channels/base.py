"""What a channel is. A channel is one folder and one entry in `bot/messengers.py`.

It knows its messenger and `core.messages`, and nothing of storage, conversations or other channels.
"""

from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from bot.channels.standing import Standing
from core.errors import TiendoError
from core.messages import Address, Attachment, Inbound, Limits, Outbound

if TYPE_CHECKING:
    # a channel without routes needs no web server
    from aiohttp import web


@dataclass(frozen=True, slots=True)
class RawUpdate:
    """An update as it came: what intake stores before the messenger is told "received".

    `key` is unique within the channel and the same when the update is delivered again. `lane` is the
    address as text (`str(Address)`), or "channel:?" when not even that can be read.
    """

    channel: str
    key: str
    lane: str
    raw: Mapping[str, Any]


class SendError(TiendoError):
    """A message could not be sent.

    `permanent`: never try this message again. `unreachable`: the person blocked the bot or never started
    it. `retry_after`: seconds for which the whole channel must be left alone. `perhaps`: the channel was
    told and did not answer, so the message may have arrived. `outside_window`: the person did not write
    lately enough to be written to (core.windows). `rest`: what is left to send, where the channel made
    several messages of it and `taken` of them went out (bot.channels.parts); None: nothing went out.
    `moved_to`: the chat has this id now, under which it can be sent at once.
    """

    def __init__(
        self,
        message: str,
        *,
        permanent: bool = False,
        unreachable: bool = False,
        retry_after: float | None = None,
        perhaps: bool = False,
        outside_window: bool = False,
    ) -> None:
        super().__init__(message)
        self.permanent = permanent
        self.unreachable = unreachable
        self.retry_after = retry_after
        self.perhaps = perhaps
        self.outside_window = outside_window
        self.moved_to: str | None = None
        self.rest: Outbound | None = None
        self.taken = 0


class FetchError(TiendoError):
    """A file could not be fetched now; try again later."""


class FileTooBig(TiendoError):
    """A file is larger than the channel hands out; trying again is of no use (Refusal.TOO_BIG)."""


class Accept(Protocol):
    """Intake, as a channel sees it: returns once the updates are stored for good."""

    async def __call__(self, updates: Sequence[RawUpdate]) -> None: ...


class Channel(Protocol):
    """One messenger. All methods but `decode` may wait for the network."""

    name: str
    limits: Limits

    async def start(self, accept: Accept) -> None:
        """Begin to receive; return at once. What is received goes to `accept`, then is acknowledged."""

    async def stop(self) -> None:
        """Stop receiving and close connections. Safe to call twice."""

    def routes(self) -> "Sequence[web.RouteDef]":
        """Pages, sockets and webhooks this channel needs; empty for a channel that only polls."""

    def decode(self, raw: Mapping[str, Any]) -> Inbound | None:
        """The update as a message; None for what needs no answer. Raises ValueError when it is malformed."""

    def fetch(self, attachment: Attachment) -> AsyncIterator[bytes]:
        """The bytes of an attachment, piece by piece. Raises FetchError, FileTooBig, or
        FileNotFoundError when gone."""

    async def send(self, to: Address, message: Outbound, file: Path | None) -> str | None:
        """Send, or edit when `message.edits` is set; the reference of the sent message. Raises SendError."""

    async def status(self) -> Standing:
        """How it stands with its messenger, which is asked now, within seconds. Changes nothing there.

        What goes wrong with asking is told, not raised. The channel need not be started.
        """
