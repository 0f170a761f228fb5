"""Settings: what is wrong is said before anything starts, and no secret is shown."""

from typing import Any

import pytest

from bot.channels.zalo_bot import ZaloBotSettings
from core.errors import SettingsError

GOOD: dict[str, Any] = {"token": "12345689:abc-xyz"}
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
    assert not any(secret in shown for secret in ("abc-xyz", "sss"))
