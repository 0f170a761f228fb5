"""Settings of an installation: the environment, or a file `.env`. Only the assembly reads them."""

import ipaddress
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict
from pydantic_settings import SettingsError as Unreadable

from core.errors import SettingsError
from core.uploads import Daily

PREFIX = "TIENDO_"


class Settings(BaseSettings):
    """Every setting is named TIENDO_... in the environment; the README lists them all."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_file=".env", extra="ignore", frozen=True)

    database_url: str = Field(default="", description="empty: SQLite in the data folder")
    data_dir: Path = Field(default=Path("var"), description="database, files, keys")
    content_dir: Path | None = Field(default=None, description="another content/ folder")
    host: str = Field(default="127.0.0.1", description="address the web server listens on")
    port: int = Field(default=8080, ge=0, le=65535, description="its port; 0 takes a free one")
    public_url: str = Field(
        default="", description="https address people open; needed for webhooks and links"
    )
    secret_key: SecretStr | None = Field(default=None, description="signs web sessions; made once if empty")
    telegram_token: SecretStr | None = Field(default=None, description="token of the Telegram bot")
    telegram_mode: Literal["polling", "webhook"] = Field(default="polling")
    telegram_webhook_secret: SecretStr | None = Field(default=None, description="A-Z a-z 0-9 _ -, 16 or more")
    telegram_api_url: str = Field(default="https://api.telegram.org", description="own Bot API server")
    telegram_per_second: float = Field(default=25, ge=0, description="messages a second, 0: no limit")
    telegram_per_chat_per_second: float = Field(default=1, ge=0, description="for one chat, 0: no limit")
    zalo_bot_token: SecretStr | None = Field(default=None, description="token of the Zalo bot")
    zalo_bot_mode: Literal["polling", "webhook"] = Field(default="polling")
    zalo_bot_webhook_secret: SecretStr | None = Field(default=None, description="A-Z a-z 0-9 _ -, 16 or more")
    zalo_bot_api_url: str = Field(default="https://bot-api.zaloplatforms.com", description="own API server")
    zalo_bot_per_second: float = Field(default=10, ge=0, description="messages a second, 0: no limit")
    zalo_bot_per_chat_per_second: float = Field(default=1, ge=0, description="for one chat, 0: no limit")
    zalo_bot_plan_people: int = Field(default=50, ge=0, description="people its plan serves, 0: no limit")
    zalo_bot_plan_messages: int = Field(default=3000, ge=0, description="messages a month, 0: no limit")
    zalo_oa_app_id: str = Field(default="", description="app of the Zalo Official Account; empty: no account")
    zalo_oa_app_secret: SecretStr | None = Field(default=None, description="that app's secret")
    zalo_oa_webhook_secret: SecretStr | None = Field(default=None, description="OA secret key of its webhook")
    zalo_oa_refresh_token: SecretStr | None = Field(default=None, description="the first; then it is renewed")
    zalo_oa_id: str = Field(default="", description="the account's own id")
    zalo_oa_api_url: str = Field(default="https://openapi.zalo.me")
    zalo_oa_oauth_url: str = Field(default="https://oauth.zaloapp.com")
    zalo_oa_pays: bool = Field(default=True, description="whether messages that are billed are sent")
    zalo_oa_template_id: str = Field(default="", description="approved message that stands in after 7 days")
    zalo_oa_template_data: dict[str, str] = Field(default={}, description='JSON: {"parameter": "{text}"}')
    zalo_oa_card_picture: str = Field(default="", description="https address; people share their name by it")
    zalo_oa_per_second: float = Field(default=25, ge=0, description="messages a second, 0: no limit")
    messages_per_minute: int = Field(default=30, ge=0, description="of one person on messengers, 0: no limit")
    uploads_per_day: int = Field(default=200, ge=0, description="photos and files of one person, 0: no limit")
    upload_megabytes_per_day: int = Field(default=500, ge=0, description="how much of them is kept, 0: any")
    backup_dir: Path | None = Field(default=None, description="empty: backups in the data folder")
    backups_kept: int = Field(default=14, ge=0, description="nightly backups that are kept, 0: none is made")
    proxies: tuple[str, ...] = Field(default=(), description="JSON list: networks of proxies before the bot")
    metrics_token: SecretStr | None = Field(default=None, description="to read /metrics from elsewhere")
    log_format: Literal["text", "json"] = Field(default="text")

    @field_validator(
        "telegram_webhook_secret",
        "telegram_token",
        "zalo_bot_webhook_secret",
        "zalo_bot_token",
        "secret_key",
        "metrics_token",
        "zalo_oa_app_secret",
        "zalo_oa_webhook_secret",
        "zalo_oa_refresh_token",
    )
    @classmethod
    def _not_blank(cls, value: SecretStr | None) -> SecretStr | None:
        return value if value and value.get_secret_value().strip() else None

    @field_validator("proxies")
    @classmethod
    def _networks(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        for each in value:
            ipaddress.ip_network(each)
        return value

    @field_validator("secret_key")
    @classmethod
    def _long_enough(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and len(value.get_secret_value()) < 32:
            raise ValueError("it must have 32 characters or more")
        return value

    def incomplete(self) -> Mapping[str, Sequence[str]]:
        """What is missing for each channel that is set up in part, by the channel's name."""
        found = {
            "telegram": self._without_webhook("telegram") if self.telegram_token else (),
            "zalo_bot": self._without_webhook("zalo_bot") if self.zalo_bot_token else (),
            "zalo_oa": self._without_account() if self.zalo_oa_app_id else (),
        }
        return {channel: missing for channel, missing in found.items() if missing}

    def _without_webhook(self, channel: str) -> Sequence[str]:
        if getattr(self, f"{channel}_mode") != "webhook":
            return ()
        name = f"{PREFIX}{channel.upper()}"
        missing = []
        if not self._is_public:
            missing.append(f"{PREFIX}PUBLIC_URL must be an https address when {name}_MODE is webhook")
        secret: SecretStr | None = getattr(self, f"{channel}_webhook_secret")
        if secret is None or len(secret.get_secret_value()) < 16:
            missing.append(f"{name}_WEBHOOK_SECRET must have 16 characters or more for a webhook")
        return missing

    def _without_account(self) -> Sequence[str]:
        where = f"where {PREFIX}ZALO_OA_APP_ID is set"
        needed = ("zalo_oa_app_secret", "zalo_oa_webhook_secret", "zalo_oa_refresh_token")
        missing = [
            f"{PREFIX}{name.upper()} is needed {where}" for name in needed if getattr(self, name) is None
        ]
        if not self._is_public:
            missing.append(f"{PREFIX}PUBLIC_URL must be an https address {where}")
        return missing

    @property
    def _is_public(self) -> bool:
        return self.public_url.startswith("https://")

    @property
    def backups(self) -> Path:
        """The folder of backups."""
        return self.backup_dir or self.data_dir / "backups"

    @property
    def invite_url(self) -> str:
        """Where codes are appended to make links; empty where nobody could open them."""
        if self.public_url:
            return f"{self.public_url.rstrip('/')}/vao/"
        known = self.port and self.host not in ("0.0.0.0", "::")
        return f"http://{self.host}:{self.port}/vao/" if known else ""

    @property
    def uploads(self) -> Daily:
        """What one person may send in a day."""
        return Daily(self.uploads_per_day, self.upload_megabytes_per_day)

    @property
    def database(self) -> str:
        """The database's address."""
        return self.database_url or f"sqlite:///{self.data_dir / 'tiendo.sqlite3'}"


def read_settings(*, complete: bool = True) -> Settings:
    """The settings of this process. Raises SettingsError that names each wrong one.

    `complete`: those of a channel that is set up in part are wrong (Settings.incomplete).
    """
    try:
        settings = Settings()
    except ValidationError as error:
        raise SettingsError(
            "\n".join(_complaint(problem["loc"], problem["msg"]) for problem in error.errors())
        ) from None
    except Unreadable as error:  # a value that should be JSON and is not
        raise SettingsError(str(error)) from None
    missing = [each for of_channel in settings.incomplete().values() for each in of_channel]
    if complete and missing:
        raise SettingsError("\n".join(missing))
    return settings


def _complaint(location: tuple[int | str, ...], message: str) -> str:
    name = f"{PREFIX}{str(location[0]).upper()}: " if location else ""
    return f"{name}{message.removeprefix('Value error, ')}"
