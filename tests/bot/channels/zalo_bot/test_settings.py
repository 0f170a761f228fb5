"""Settings: what is wrong is said before anything starts, and no secret is shown."""

from pathlib import Path
from typing import Any

import pytest

from bot.channels.zalo_bot import ZaloBot, ZaloBotSettings
from bot.clock import utc_now
from core.errors import SettingsError

GOOD: dict[str, Any] = {"token": "12345689:abc-xyz", "link_key": b"k" * 32, "clock": utc_now, "path": Path}
WEBHOOK: dict[str, Any] = {
    **GOOD,
    "mode": "webhook",
    "public_url": "https://bot.example.vn",
    "webhook_secret": "s" * 16,
}


@pytest.mark.parametrize(
    ("changed", "complaint"),
    [
        ({"token": "abc"}, "token"),
        ({"token": ""}, "token"),
        ({"api": "bot-api.zaloplatforms.com"}, "https://"),
        ({"mode": "pigeon"}, "mode"),
        ({"webhook_secret": "short"}, "8 to 256"),
        ({"webhook_secret": "has a blank"}, "8 to 256"),
        ({"webhook_secret": "s" * 257}, "8 to 256"),
        ({"public_url": ""}, "public address"),
    ],
)
def test_what_is_wrong_is_named(changed: dict[str, str], complaint: str) -> None:
    with pytest.raises(SettingsError, match=complaint):
        ZaloBotSettings(**{**WEBHOOK, **changed})


def test_no_secret_is_shown() -> None:
    shown = repr(ZaloBotSettings(**WEBHOOK))
    assert not any(secret in shown for secret in ("abc-xyz", "kkk", "sss"))


def test_a_key_that_is_too_short_signs_nothing() -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        ZaloBot(ZaloBotSettings(**{**GOOD, "link_key": b"short"}))
