"""The table of Telegram's errors."""

from datetime import timedelta

import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    TelegramError,
    TimedOut,
)

from bot.channels.telegram.errors import FloodControl, Unanswered, seconds, send_error

#: permanent, unreachable, perhaps delivered
LATER = (False, False, False)
PERHAPS = (False, False, True)
REFUSED = (True, False, False)
GONE = (True, True, False)


@pytest.mark.parametrize(
    ("error", "verdict"),
    [
        (Forbidden("Forbidden: bot was blocked by the user"), GONE),
        (Forbidden("Forbidden: user is deactivated"), GONE),
        (Forbidden("Forbidden: bot can't initiate conversation with a user"), GONE),
        (BadRequest("Chat not found"), GONE),
        (BadRequest("PEER_ID_INVALID"), GONE),
        (BadRequest("Message is too long"), REFUSED),
        (BadRequest("Can't parse entities: unsupported start tag"), REFUSED),
        (ChatMigrated(-100123), REFUSED),
        (NetworkError("Request Entity Too Large"), REFUSED),
        (InvalidToken("Unauthorized"), LATER),
        (Conflict("terminated by other getUpdates request"), LATER),
        (TimedOut(), PERHAPS),
        (Unanswered("the connection broke"), PERHAPS),
        (NetworkError("Bad Gateway"), LATER),
        (TelegramError("Invalid server response"), LATER),
    ],
)
def test_an_error_means_what_the_table_says(error: TelegramError, verdict: tuple[bool, bool, bool]) -> None:
    found = send_error(error, "1:token")
    assert (found.permanent, found.unreachable, found.perhaps) == verdict
    assert found.retry_after is None


def test_flood_control_is_a_wait_in_seconds() -> None:
    found = send_error(FloodControl(2.5), "1:token")
    assert (found.retry_after, found.permanent) == (2.5, False)


@pytest.mark.parametrize("wait", [3, 3.0, timedelta(seconds=3)])
def test_a_wait_is_read_in_either_type_of_the_library(wait: float | timedelta) -> None:
    assert seconds(wait) == 3.0


def test_the_token_is_taken_out() -> None:
    found = send_error(NetworkError("cannot reach http://h/bot1:token/sendMessage"), "1:token")
    assert str(found) == "Telegram: cannot reach http://h/bot<token>/sendMessage"
