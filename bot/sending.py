"""Sending one message through its channel, and what came of it."""

import asyncio
import logging
from dataclasses import dataclass
from pathlib import Path

from bot.channels.base import Channel, SendError
from bot.channels.parts import in_parts, joined
from bot.files import FileStore
from core.messages import Address, Limits, Outbound
from storage.repositories.outbox_row import OutboxRow

#: seconds for one message with its file; the lease of a claimed row is longer
PATIENCE = 120.0

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Delivery:
    """`reference` of what was sent when there is no `error`; else `rest` is what is left to send."""

    reference: str | None = None
    error: SendError | None = None
    rest: Outbound | None = None
    #: messages the channel took, or may have taken
    taken: int = 0


async def deliver(channel: Channel, files: FileStore, row: OutboxRow) -> Delivery:
    """Send the message, in several parts when it is too long. Never raises what a channel raises."""
    try:
        message = Outbound.from_json(row.payload)
        path = _file(files, message)
    except Exception as error:
        return Delivery(error=SendError(f"the message cannot be read: {error!r}", permanent=True))
    to = Address(row.channel, row.chat)
    parts = _parts(message, channel.limits)
    reference = None
    for number, part in enumerate(parts):
        try:
            async with asyncio.timeout(PATIENCE):
                reference = await channel.send(to, part, path if part.file else None)
        except Exception as error:
            failed = _as_send_error(error, row)
            left = [failed.rest or part, *parts[number + 1 :]]
            return Delivery(error=failed, rest=joined(left), taken=number + failed.taken + failed.perhaps)
    return Delivery(reference=reference, taken=len(parts))


def _file(files: FileStore, message: Outbound) -> Path | None:
    if message.file is None:
        return None
    path = files.path(message.file.stored)
    if not path.exists():
        raise FileNotFoundError(f"the file {message.file.name} is not in the store")
    return path


def _parts(message: Outbound, limits: Limits) -> list[Outbound]:
    """Where buttons become a list in the text, that counts too: each part is one message, so that none is
    sent twice because the one behind it failed.
    """
    if message.stand_in:
        return [message]
    return in_parts(message, limits.text_length, listed=not limits.buttons)


def _as_send_error(error: Exception, row: OutboxRow) -> SendError:
    if isinstance(error, SendError):
        return error
    if isinstance(error, TimeoutError):
        return SendError("the channel did not answer in time", perhaps=True)
    _log.error(
        "a channel failed to send", extra={"outbox_id": row.id, "channel": row.channel}, exc_info=error
    )
    return SendError(f"{type(error).__name__}: {error}")
