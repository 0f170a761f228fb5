"""The only sender: one for each channel, so that a channel that must wait holds up no other."""

import asyncio
from collections.abc import Mapping
from types import MappingProxyType

from bot.channel_sender import ChannelSender, Hooks, Rules
from bot.channels.base import Channel
from bot.clock import Clock
from bot.making import Making
from bot.metering import Meter
from storage.db import Database


class OutboxWorker:
    """Sends what waits in the outbox for the given channels.

    A message goes out at least once; one with a dedupe key at most once. `meters` count what
    channels with a plan send; they name any that only other processes send through, for what cannot be sent
    here may move on to those, too. `making` makes the files that messages name, and keeps all.
    """

    def __init__(
        self,
        db: Database,
        channels: Mapping[str, Channel],
        making: Making,
        clock: Clock,
        hooks: Hooks,
        meters: Mapping[str, Meter | None] = MappingProxyType({}),
    ) -> None:
        served = {*channels, *meters}
        self._senders = [
            ChannelSender(db, channel, making.files, clock, Rules(hooks, served, meters.get(name), making))
            for name, channel in channels.items()
        ]
        self._tasks: list[asyncio.Task[None]] = []

    def wake(self) -> None:
        """There may be something to send."""
        for sender in self._senders:
            sender.wake()

    async def start(self) -> None:
        """Begin to send, in tasks of their own."""
        self._tasks = [asyncio.create_task(sender.work(), name="outbox-sender") for sender in self._senders]

    async def stop(self) -> None:
        """Let what is on its way arrive, then stop. Safe to call twice."""
        for sender in self._senders:
            sender.stop()
        await asyncio.gather(*self._tasks)
        self._tasks = []

    async def run_once(self) -> int:
        """Send what may be sent now; how many messages were sent, put off or ended."""
        return sum([await sender.run_once() for sender in self._senders])
