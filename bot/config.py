"""Settings of an installation: the environment, or a file `.env`. Only the assembly reads them."""

from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from core.errors import SettingsError

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
    log_format: Literal["text", "json"] = Field(default="text")

    @field_validator(
        "telegram_webhook_secret", "telegram_token", "zalo_bot_webhook_secret", "zalo_bot_token", "secret_key"
    )
    @classmethod
    def _not_blank(cls, value: SecretStr | None) -> SecretStr | None:
        return value if value and value.get_secret_value().strip() else None

    @field_validator("secret_key")
    @classmethod
    def _long_enough(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and len(value.get_secret_value()) < 32:
            raise ValueError("it must have 32 characters or more")
        return value

    @model_validator(mode="after")
    def _webhooks_are_complete(self) -> "Settings":
        if self.telegram_token and self.telegram_mode == "webhook":
            self._check_webhook("TELEGRAM", self.telegram_webhook_secret)
        if self.zalo_bot_token and self.zalo_bot_mode == "webhook":
            self._check_webhook("ZALO_BOT", self.zalo_bot_webhook_secret)
        return self

    def _check_webhook(self, name: str, secret: SecretStr | None) -> None:
        if not self.public_url.startswith("https://"):
            raise ValueError(
                f"{PREFIX}PUBLIC_URL must be an https address when {PREFIX}{name}_MODE is webhook"
            )
        if secret is None or len(secret.get_secret_value()) < 16:
            raise ValueError(f"{PREFIX}{name}_WEBHOOK_SECRET must have 16 characters or more for a webhook")

    @property
    def database(self) -> str:
        """The database's address."""
        return self.database_url or f"sqlite:///{self.data_dir / 'tiendo.sqlite3'}"


def read_settings() -> Settings:
    """The settings of this process. Raises SettingsError that names each wrong one."""
    try:
        return Settings()
    except ValidationError as error:
        raise SettingsError(
            "\n".join(_complaint(problem["loc"], problem["msg"]) for problem in error.errors())
        ) from None


def _complaint(location: tuple[int | str, ...], message: str) -> str:
    name = f"{PREFIX}{str(location[0]).upper()}: " if location else ""
    return f"{name}{message.removeprefix('Value error, ')}"
