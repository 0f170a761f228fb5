"""No secret and no phone number reaches a log."""

import json
import logging
import sys
from typing import Any

import pytest

from bot.log import JsonLines, TextLines, scrub

TOKEN = "123456789:AAF-abcdefghijklmnopqrstuvwxyz012345"


def record(message: str, *args: Any, extra: dict[str, object] | None = None) -> logging.LogRecord:
    """An event while an error that quotes a token is being handled."""
    try:
        raise ValueError(f"no answer to {TOKEN}")
    except ValueError:
        trouble = sys.exc_info()
    made = logging.getLogger("bot").makeRecord(
        "bot.x", logging.WARNING, "x.py", 1, message, args, trouble, extra=extra
    )
    made.created = 1_778_725_800.25
    return made


@pytest.mark.parametrize(
    "line",
    [
        "GET https://api.telegram.org/bot123456789:AAF-abcdefghijklmnopqrstuvwxyz012345/getMe",
        "POST https://bot-api.zaloplatforms.com/bot1459232241454765289:AAF-abcdefghijklmnopqrstuvwxyz012345/getMe",
        "called from 0912345678",
        "called from +84912345678",
        "called from 0912 345 678",
        "called from +84.912.345.678",
        "called from 84912345678",
        "called from 0912-345-678",
        "answered {'access_token': 'AAFxyz912345', 'expires_in': 90000}",
        'answered {"refresh_token":"AAFxyz912345"}',
        "GET /api/v1/plans Authorization: Bearer AAFoo.bar-baz_912345",
        "a token tdo_0123456789ab_AAFabcdefghijklmnopqrstuvwxyz012345 does not hold",
        "POST https://oauth.zaloapp.com/v4/oa/access_token?refresh_token=AAFxyz912345&app_id=1",
        "postgresql://bot:AAF912345@db/bot is away",
        "opened /vao/AAF912345X",
        "duplicate key\nDETAIL:  Key (name)=(AAF 912345) already exists.",
        "text\n  Input should be a string [input_value=['AAF', '912345'], input_type=list]",
        "opened /api/token/AAF912345X",
    ],
)
def test_tokens_and_phone_numbers_are_blotted_out(line: str) -> None:
    assert "…" in scrub(line)
    assert "AAF" not in scrub(line)
    assert "912345" not in scrub(line)


@pytest.mark.parametrize(
    "line",
    [
        "receipt KD-0514-02",
        "inbox_id=1234567890",
        "2026-05-14T09:30:00",
        "took 0.123456789 s",
        "chat=84123456789",
        "10.0.0.12:8080",
    ],
)
def test_ordinary_lines_stay_as_they_are(line: str) -> None:
    assert scrub(line) == line


def test_a_line_says_when_how_bad_what_and_about_which_row() -> None:
    event = record("attempt %d failed", 2, extra={"inbox_id": 7, "error": "no answer to 0912345678"})
    first, *trace = TextLines().format(event).splitlines()
    assert first == (
        "2026-05-14T02:30:00.250000Z [warning] attempt 2 failed inbox_id=7 error='no answer to …phone…'"
    )
    assert trace[0] == "Traceback (most recent call last):"
    assert trace[-1] == "ValueError: no answer to …token…"


def test_a_line_of_json_holds_the_same() -> None:
    event = record("an update failed", extra={"inbox_id": 7, "channels": ["web"], "why": ValueError(TOKEN)})
    line = json.loads(JsonLines().format(event))
    assert "ValueError: no answer to …token…" in line.pop("exception")
    assert line == {
        "event": "an update failed",
        "level": "warning",
        "timestamp": "2026-05-14T02:30:00.250000Z",
        "inbox_id": 7,
        "channels": ["web"],
        "why": "ValueError('…token…')",
    }
