"""Sending a message whose second part fails: what is left goes out at the next try, as the outbox does it."""

from pathlib import Path

import pytest

from bot.channels.base import Channel, SendError
from core.messages import Address, Outbound


async def sent_in_two_tries(channel: Channel, to: Address, message: Outbound, path: Path | None) -> int:
    """How many messages went out at the first try. The caller has let the one after them fail."""
    with pytest.raises(SendError) as failed:
        await channel.send(to, message, path)
    left = failed.value.rest
    assert left is not None
    await channel.send(to, left, path if left.file else None)
    return failed.value.taken
