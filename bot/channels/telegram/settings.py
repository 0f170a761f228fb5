"""The plain values the Telegram channel is assembled with."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from core.errors import SettingsError

NAME = "telegram"
OFFICIAL_API = "https://api.telegram.org"

_TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]{3,}")
_SECRET = re.compile(r"[A-Za-z0-9_-]{8,256}")


@dataclass(frozen=True, slots=True)
class TelegramSettings:
    """`token` is the one @BotFather gave. `api` is another Bot API server than Telegram's own.

    Mode "polling" needs nothing more. Mode "webhook" needs `public_url`, the address of this program as
    Telegram reaches it (https://bot.example.vn), and `webhook_secret`, which Telegram shows with each
    update. Rates are messages a second, for the whole bot and for one chat.
    """

    token: str = field(repr=False)
    api: str = OFFICIAL_API
    mode: Literal["polling", "webhook"] = "polling"
    webhook_secret: str = field(default="", repr=False)
    public_url: str = ""
    per_second: float = 25
    per_chat_per_second: float = 1
    #: seconds a long poll waits for an update
    poll_seconds: int = 30
    #: seconds before receiving is tried again after a failure; doubled with each further one, up to 30
    first_wait: float = 0.5
    #: seconds before it is tried again when Telegram does not know the token, or another program polls
    unknown_wait: float = 300.0
    #: what Telegram offers when "/" is typed: (command, what it does) by language, "" for all others
    commands: Mapping[str, Sequence[tuple[str, str]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if not _TOKEN.fullmatch(self.token):
            raise SettingsError("the Telegram token must look like 123456789:AbC-dEf, as @BotFather shows it")
        if not self.api.startswith(("https://", "http://")):
            raise SettingsError("the address of the Telegram Bot API must start with https:// or http://")
        if self.mode not in ("polling", "webhook"):
            raise SettingsError("the Telegram mode must be polling or webhook")
        if self.mode == "webhook":
            self._check_webhook()

    def _check_webhook(self) -> None:
        if not _SECRET.fullmatch(self.webhook_secret):
            raise SettingsError(
                "the Telegram webhook secret must be 8 to 256 letters, digits, underscores or hyphens"
            )
        if not self.public_url.startswith(("https://", "http://")):
            raise SettingsError("the Telegram webhook needs the public address of this program: https://...")
