"""Receiving: what Zalo's errors mean for it, and the sign that a picture is being looked at."""

from collections.abc import Callable, Coroutine

from bot.channels.base import Accept, RawUpdate
from bot.channels.receiving import Pause, Receiver
from bot.channels.zalo_bot.errors import OverQuota, WrongToken, pause
from bot.channels.zalo_bot.raw import brings_a_file, sender
from bot.channels.zalo_bot.settings import ZaloBotSettings

#: typing signs shown at the same time
SIGNS = 8


class ZaloReceiver(Receiver):
    """Receives for one bot. `typing` shows a chat that an answer is on its way."""

    def __init__(
        self,
        accept: Accept,
        typing: Callable[[str], Coroutine[object, object, None]],
        settings: ZaloBotSettings,
    ) -> None:
        super().__init__("Zalo", accept, settings.first_wait)
        self._typing = typing
        self._unknown_wait = settings.unknown_wait

    def _courtesy(self, update: RawUpdate) -> Coroutine[object, object, None] | None:
        """Somebody who sent a picture waits until it is fetched, and sees meanwhile that the bot is at work.

        A text is answered before such a sign would be seen.
        """
        person = sender(update.raw)
        if person and brings_a_file(update.raw) and len(self._courtesies) < SIGNS:
            return self._typing(person)
        return None

    def _pause(self, error: Exception, failures: int) -> Pause:
        match error:
            case WrongToken():
                return Pause(
                    self._unknown_wait,
                    "Zalo does not know this bot: compare the token with the one Zalo sent",
                )
            case OverQuota():
                return Pause(pause(failures))
        return Pause(self._doubled(failures))
