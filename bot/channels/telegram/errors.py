"""What Telegram's errors mean for a message that was to be sent: one table, first match wins."""

from dataclasses import dataclass
from datetime import timedelta

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.channels.base import SendError


class FloodControl(RetryAfter):
    """Telegram said 429: leave the bot alone for so many seconds.

    The library's own class warns about its coming change of type each time one is made.
    """

    def __init__(self, seconds: float) -> None:
        TelegramError.__init__(self, f"Flood control exceeded. Retry in {seconds:g} seconds")
        self._wait = timedelta(seconds=seconds)

    @property
    def retry_after(self) -> timedelta:
        """How long to wait."""
        return self._wait


class Unanswered(NetworkError):
    """The connection broke before Telegram answered: the request may have reached it."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What to do: see SendError. `hint` is for the operator."""

    permanent: bool = False
    unreachable: bool = False
    perhaps: bool = False
    hint: str = ""


LATER = Verdict()
REFUSED = Verdict(permanent=True)
PERHAPS = Verdict(perhaps=True)
GONE = Verdict(permanent=True, unreachable=True)
WRONG_TOKEN = Verdict(hint="Telegram does not know this bot: compare the token with @BotFather's")

#: (class of the error, what its message holds in lower case, what it means)
TABLE: tuple[tuple[type[TelegramError], str, Verdict], ...] = (
    (Forbidden, "", GONE),
    (BadRequest, "chat not found", GONE),
    (BadRequest, "user not found", GONE),
    (BadRequest, "peer_id_invalid", GONE),
    (BadRequest, "user_is_blocked", GONE),
    (BadRequest, "input_user_deactivated", GONE),
    # of groups: the bot may not write there, or nobody may
    (BadRequest, "not enough rights to send", GONE),
    (BadRequest, "have no rights to send", GONE),
    (BadRequest, "chat_write_forbidden", GONE),
    (BadRequest, "group is deactivated", GONE),
    (BadRequest, "", REFUSED),
    (InvalidToken, "", WRONG_TOKEN),
    (TimedOut, "", PERHAPS),
    (Unanswered, "", PERHAPS),
    (TelegramError, "too large", REFUSED),
    (TelegramError, "", LATER),
)


def scrub(text: str, token: str) -> str:
    """The text without the token, which is part of every address of the Bot API."""
    return text.replace(token, "<token>")


def verdict(error: TelegramError) -> Verdict:
    """What the error means, by the table."""
    message = error.message.lower()
    return next(found for kind, words, found in TABLE if isinstance(error, kind) and words in message)


def seconds(wait: float | timedelta) -> float:
    """A waiting time as seconds: the library is changing its numbers to timedelta."""
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)


def send_error(error: TelegramError, token: str) -> SendError:
    """The error as the outbox understands it; the token is not in its message."""
    message = f"Telegram: {scrub(error.message, token)}"
    if isinstance(error, RetryAfter):
        return SendError(message, retry_after=seconds(error.retry_after))
    if isinstance(error, ChatMigrated):
        gone = SendError(message, permanent=True)
        gone.moved_to = str(error.new_chat_id)
        return gone
    found = verdict(error)
    if found.hint:
        message = f"{message}; {found.hint}"
    return SendError(message, permanent=found.permanent, unreachable=found.unreachable, perhaps=found.perhaps)
