"""No secret and no phone number reaches a log."""

import pytest

from bot.log import scrub


@pytest.mark.parametrize(
    "line",
    [
        "GET https://api.telegram.org/bot123456789:AAF-abcdefghijklmnopqrstuvwxyz012345/getMe",
        "called from 0912345678",
        "called from +84912345678",
    ],
)
def test_tokens_and_phone_numbers_are_blotted_out(line: str) -> None:
    assert "…" in scrub(line)
    assert "AAF" not in scrub(line)
    assert "912345" not in scrub(line)


@pytest.mark.parametrize("line", ["receipt KD-0514-02", "inbox_id=1234567890", "2026-05-14T09:30:00"])
def test_ordinary_lines_stay_as_they_are(line: str) -> None:
    assert scrub(line) == line
