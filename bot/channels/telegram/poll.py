"""Long polling: an update is confirmed to Telegram only after intake has stored it."""

import logging
from collections.abc import Awaitable, Callable, Sequence

from bot.channels.base import RawUpdate
from bot.channels.telegram.client import RawUpdates
from bot.channels.telegram.library import Bot
from bot.channels.telegram.raw import ALLOWED_UPDATES, update_id, wrap

#: seconds the answer may take beyond the time the poll itself waits
GRACE = 15

_log = logging.getLogger(__name__)


class Poller:
    """Asks for updates again and again. `store` returns once they are stored, or raises."""

    def __init__(
        self, bot: Bot, store: Callable[[Sequence[RawUpdate]], Awaitable[None]], seconds: int
    ) -> None:
        self._bot = bot
        self._store = store
        self._seconds = seconds
        self._offset: int | None = None

    async def once(self) -> None:
        """One poll. Raises what the network, Telegram or `store` raise; the same updates then come again."""
        updates = await self._bot(
            RawUpdates(offset=self._offset, timeout=self._seconds, allowed_updates=list(ALLOWED_UPDATES)),
            request_timeout=self._seconds + GRACE,
        )
        numbered = {number: raw for raw in updates if (number := update_id(raw)) is not None}
        if len(numbered) < len(updates):
            _log.error("Telegram sent %d updates without a number or twice", len(updates) - len(numbered))
        if updates and not numbered:
            raise ValueError("Telegram sent only updates without a number")
        if numbered:
            await self._store([wrap(numbered[number], number) for number in sorted(numbered)])
            self._offset = max(numbered) + 1
