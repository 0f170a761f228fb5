"""Receiving: what Telegram's errors mean for it, and answering presses."""

import asyncio
import logging
from collections.abc import Coroutine

from bot.channels.base import Accept, RawUpdate
from bot.channels.receiving import Pause, Receiver
from bot.channels.telegram.errors import scrub
from bot.channels.telegram.library import (
    AiogramError,
    Bot,
    TelegramConflictError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramUnauthorizedError,
)
from bot.channels.telegram.raw import callback_id, pressed_in_group
from bot.channels.telegram.settings import TelegramSettings
from core.messages import FROM_GROUP

#: conflicts in a row (a minute) after which it is not only an older process that still has to end
CONFLICTS = 8
#: presses answered at the same time
PRESSES = 16

_log = logging.getLogger(__name__)


class TelegramReceiver(Receiver):
    """Receives for one bot, and stops the spinners of pressed buttons."""

    def __init__(self, bot: Bot, accept: Accept, settings: TelegramSettings) -> None:
        super().__init__("Telegram", accept, settings.first_wait)
        self._bot = bot
        self._unknown_wait = settings.unknown_wait
        self._slots = asyncio.Semaphore(PRESSES)
        #: the bot's name, once it is known
        self.username: str | None = None

    def _courtesy(self, update: RawUpdate) -> Coroutine[object, object, None] | None:
        query = callback_id(update.raw)
        if query is None:
            return None
        return self._answer(query, self._private_chat if pressed_in_group(update.raw) else None)

    @property
    def _private_chat(self) -> str | None:
        """What opens the chat with the bot, where a press in a group is answered."""
        return f"https://t.me/{self.username}?start={FROM_GROUP}" if self.username else None

    def _pause(self, error: Exception, failures: int) -> Pause:
        match error:
            # Telegram answers 404 for what does not even look like a token it gave.
            case TelegramUnauthorizedError() | TelegramNotFound():
                return Pause(
                    self._unknown_wait,
                    "Telegram does not know this bot: compare the token with @BotFather's",
                )
            case TelegramConflictError() if failures >= CONFLICTS:
                return Pause(
                    self._unknown_wait,
                    "another program receives with the same token: end one of the two",
                )
            case TelegramRetryAfter():
                return Pause(float(error.retry_after))
        return Pause(self._doubled(failures))

    def _words(self, error: Exception) -> str:
        return scrub(str(error), self._bot.token)[:300]

    async def _answer(self, query: str, opens: str | None) -> None:
        async with self._slots:
            try:
                await self._bot.answer_callback_query(query, url=opens)
            except AiogramError as error:
                _log.debug("Telegram: a press was not answered: %s", self._words(error))
