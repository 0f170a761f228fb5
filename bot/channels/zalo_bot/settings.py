"""The plain values the Zalo Bot channel is assembled with."""

import re
from dataclasses import dataclass, field
from typing import Literal

from core.errors import SettingsError
from core.quota import Plan

NAME = "zalo_bot"
#: what a bot may do that nobody pays for
FREE_PLAN = Plan(people=50, messages=3000)
OFFICIAL_API = "https://bot-api.zaloplatforms.com"

_TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]{3,}")
_SECRET = re.compile(r"[\x21-\x7e]{8,256}")


@dataclass(frozen=True, slots=True)
class ZaloBotSettings:
    """`token` is the one Zalo Bot Creator gave.

    Mode "polling" needs nothing more. Mode "webhook" needs `public_url`, the https address of this program
    as Zalo reaches it, and `webhook_secret`, which Zalo shows with each update.
    """

    token: str = field(repr=False)
    api: str = OFFICIAL_API
    mode: Literal["polling", "webhook"] = "polling"
    webhook_secret: str = field(default="", repr=False)
    public_url: str = ""
    #: messages a second, for the whole bot and for one chat; Zalo publishes no figure
    per_second: float = 10
    per_chat_per_second: float = 1
    plan: Plan = FREE_PLAN
    #: seconds a long poll waits for an update
    poll_seconds: int = 30
    #: seconds to wait after a poll that came back empty long before its time
    rest: float = 2.0
    #: seconds before receiving is tried again after a failure; doubled with each further one, up to 30
    first_wait: float = 0.5
    #: seconds before it is tried again when Zalo says that it does not know the token
    unknown_wait: float = 300.0

    def __post_init__(self) -> None:
        if not _TOKEN.fullmatch(self.token):
            raise SettingsError("the Zalo Bot token must look like 123456789:AbC-dEf, as Zalo sent it")
        if not self.api.startswith(("https://", "http://")):
            raise SettingsError("the address of the Zalo Bot API must start with https:// or http://")
        if self.mode not in ("polling", "webhook"):
            raise SettingsError("the Zalo Bot mode must be polling or webhook")
        if self.mode == "webhook":
            self._check_webhook()

    def _check_webhook(self) -> None:
        if not _SECRET.fullmatch(self.webhook_secret):
            raise SettingsError("the Zalo Bot webhook secret must be 8 to 256 characters without blanks")
        if not self.public_url.startswith(("https://", "http://")):
            raise SettingsError("the Zalo Bot webhook needs the public address of this program: https://...")
