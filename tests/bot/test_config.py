"""Settings: what is wrong is named by the setting's own name, secrets stay secret."""

from pathlib import Path

import pytest

from bot.config import PREFIX, Settings, read_settings
from core.errors import SettingsError

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
TOKEN = "123456789:" + "A" * 35


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(f"{PREFIX}{name.upper()}", raising=False)


def test_nothing_needs_to_be_set() -> None:
    assert read_settings().database == "sqlite:///var/tiendo.sqlite3"


def test_a_wrong_port_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIENDO_PORT", "eighty")
    with pytest.raises(SettingsError, match="TIENDO_PORT"):
        read_settings()


def test_every_wrong_setting_is_named_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIENDO_PORT", "99999")
    monkeypatch.setenv("TIENDO_TELEGRAM_MODE", "pigeon")
    with pytest.raises(SettingsError) as caught:
        read_settings()
    assert "TIENDO_PORT" in str(caught.value)
    assert "TIENDO_TELEGRAM_MODE" in str(caught.value)


@pytest.mark.parametrize("channel", ["TELEGRAM", "ZALO_BOT"])
def test_a_webhook_needs_a_public_https_address(monkeypatch: pytest.MonkeyPatch, channel: str) -> None:
    monkeypatch.setenv(f"TIENDO_{channel}_TOKEN", TOKEN)
    monkeypatch.setenv(f"TIENDO_{channel}_MODE", "webhook")
    with pytest.raises(SettingsError, match="TIENDO_PUBLIC_URL"):
        read_settings()


@pytest.mark.parametrize("channel", ["TELEGRAM", "ZALO_BOT"])
def test_a_webhook_needs_a_secret_that_cannot_be_guessed(
    monkeypatch: pytest.MonkeyPatch, channel: str
) -> None:
    monkeypatch.setenv(f"TIENDO_{channel}_TOKEN", TOKEN)
    monkeypatch.setenv(f"TIENDO_{channel}_MODE", "webhook")
    monkeypatch.setenv("TIENDO_PUBLIC_URL", "https://bot.example.vn")
    monkeypatch.setenv(f"TIENDO_{channel}_WEBHOOK_SECRET", "short")
    with pytest.raises(SettingsError, match=f"TIENDO_{channel}_WEBHOOK_SECRET"):
        read_settings()


ZALO_OA = {
    "TIENDO_ZALO_OA_APP_ID": "505",
    "TIENDO_ZALO_OA_APP_SECRET": "secret-of-the-app",
    "TIENDO_ZALO_OA_WEBHOOK_SECRET": "secret-of-the-webhook",
    "TIENDO_ZALO_OA_REFRESH_TOKEN": "the-first-token",
    "TIENDO_PUBLIC_URL": "https://bot.example.vn",
}


@pytest.mark.parametrize("missing", [name for name in ZALO_OA if not name.endswith("APP_ID")])
def test_an_official_account_is_whole_or_not_there(monkeypatch: pytest.MonkeyPatch, missing: str) -> None:
    for name, value in ZALO_OA.items():
        monkeypatch.setenv(name, value)
    assert read_settings().zalo_oa_app_id == "505"
    monkeypatch.delenv(missing)
    with pytest.raises(SettingsError, match=missing):
        read_settings()


def test_what_fills_an_approved_message_is_json(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIENDO_ZALO_OA_TEMPLATE_DATA", '{"noi_dung": "{text}"}')
    assert read_settings().zalo_oa_template_data == {"noi_dung": "{text}"}


def test_what_should_be_json_and_is_not_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIENDO_ZALO_OA_TEMPLATE_DATA", "noi_dung={text}")
    with pytest.raises(SettingsError, match="zalo_oa_template_data"):
        read_settings()


def test_settings_are_read_from_a_file(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("TIENDO_PORT=8123\n")
    assert read_settings().port == 8123


@pytest.mark.parametrize("channel", ["TELEGRAM", "ZALO_BOT"])
def test_a_token_shows_in_no_print_of_the_settings(monkeypatch: pytest.MonkeyPatch, channel: str) -> None:
    monkeypatch.setenv(f"TIENDO_{channel}_TOKEN", TOKEN)
    assert TOKEN not in repr(read_settings())


@pytest.mark.parametrize("name", Settings.model_fields)
def test_the_readme_lists_every_setting(name: str) -> None:
    assert f"`{PREFIX}{name.upper()}`" in README
