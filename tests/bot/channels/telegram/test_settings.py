from typing import Any

import pytest

from bot.channels.telegram import TelegramSettings
from core.errors import SettingsError

TOKEN = "123456789:AAemulator-token_for-tests-only"


@pytest.mark.parametrize(
    ("wrong", "complaint"),
    [
        ({"token": ""}, "@BotFather"),
        ({"token": "abc"}, "@BotFather"),
        ({"token": f" {TOKEN}"}, "@BotFather"),
        ({"api": "api.telegram.org"}, "https://"),
        ({"mode": "push"}, "polling or webhook"),
        ({"mode": "webhook", "public_url": "https://bot.example.vn"}, "secret"),
        ({"mode": "webhook", "public_url": "https://bot.example.vn", "webhook_secret": "bí mật"}, "secret"),
        ({"mode": "webhook", "webhook_secret": "bi-mat-cua-toi"}, "public address"),
    ],
)
def test_a_wrong_setting_is_named_and_no_secret_shown(wrong: dict[str, Any], complaint: str) -> None:
    with pytest.raises(SettingsError, match=complaint) as error:
        TelegramSettings(**{"token": TOKEN, **wrong})
    assert TOKEN not in str(error.value)


def test_secrets_are_not_in_the_text_of_the_settings() -> None:
    settings = TelegramSettings(TOKEN, webhook_secret="bi-mat-cua-toi")
    assert "AAemulator" not in repr(settings)
    assert "bi-mat" not in repr(settings)
