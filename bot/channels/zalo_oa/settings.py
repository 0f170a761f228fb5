"""The plain values the channel of an Official Account is assembled with."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from core.errors import SettingsError

NAME = "zalo_oa"
OFFICIAL_API = "https://openapi.zalo.me"
OFFICIAL_OAUTH = "https://oauth.zaloapp.com"

_WEB = ("https://", "http://")


@dataclass(frozen=True, slots=True)
class ZaloOASettings:
    """`app_id` and `app_secret` are those of the app the account is linked with, `oa_id` the account's own.

    `webhook_secret` signs what Zalo delivers (its webhook page shows it). `refresh_token` is the one an
    administrator of the account obtained; from then on the bot renews it itself. `public_url` is the
    address of this program as Zalo and people reach it: the webhook, and links to files Zalo does not carry.
    `template_id` names an approved message that stands in where the person may not be written to, its
    parameters filled with `template_data`, in which {text} is the message's first line. `card_picture` is the
    address of a picture for the card by which people share their name; without one they type it.
    """

    app_id: str
    app_secret: str = field(repr=False)
    webhook_secret: str = field(repr=False)
    refresh_token: str = field(repr=False)
    public_url: str
    oa_id: str = ""
    api: str = OFFICIAL_API
    oauth: str = OFFICIAL_OAUTH
    #: whether messages between 48 hours and 7 days after the person's last act, which are billed, are sent
    pays: bool = True
    template_id: str = ""
    template_data: Mapping[str, str] = field(default_factory=dict)
    card_picture: str = ""
    #: messages a second for the whole account, and for one person; Zalo allows 4,000 calls a minute
    per_second: float = 25
    per_chat_per_second: float = 0
    #: seconds between looks whether the tokens are to be renewed
    watch_seconds: float = 600

    def __post_init__(self) -> None:
        for what in ("app_id", "app_secret", "webhook_secret", "refresh_token"):
            if not getattr(self, what).strip():
                raise SettingsError(f"the Zalo Official Account needs its {what}")
        for what in ("public_url", "api", "oauth"):
            if not getattr(self, what).startswith(_WEB):
                raise SettingsError(f"the {what} of the Zalo Official Account must start with https://")
        if self.template_data and not self.template_id:
            raise SettingsError("template data of the Zalo Official Account needs a template id")
