"""Settings of the account: what is missing is named, secrets stay secret."""

from dataclasses import replace
from typing import Any

import pytest

from bot.channels.zalo_oa import ZaloOASettings
from core.errors import SettingsError

WHOLE = ZaloOASettings(
    app_id="1",
    app_secret="secret-of-the-app",
    webhook_secret="secret-of-the-webhook",
    refresh_token="the-first-token",
    public_url="https://bot.example.vn",
)


@pytest.mark.parametrize(
    ("changed", "named"),
    [
        ({"app_id": ""}, "app_id"),
        ({"app_secret": " "}, "app_secret"),
        ({"webhook_secret": ""}, "webhook_secret"),
        ({"refresh_token": ""}, "refresh_token"),
        ({"public_url": "bot.example.vn"}, "public_url"),
        ({"api": "openapi.zalo.me"}, "api"),
        ({"oauth": ""}, "oauth"),
        ({"template_data": {"a": "b"}}, "template"),
    ],
)
def test_what_is_wrong_is_named(changed: dict[str, Any], named: str) -> None:
    with pytest.raises(SettingsError, match=named):
        replace(WHOLE, **changed)


def test_secrets_are_not_shown() -> None:
    assert "secret-of" not in repr(WHOLE)
    assert "the-first-token" not in repr(WHOLE)
