"""The plain values the web chat is assembled with."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.channels.web.ports import DemoPerson
from core.texts import Texts


@dataclass(frozen=True, slots=True)
class WebSettings:
    """`secret` signs sessions and file links: at least 32 bytes, the same after a restart.

    `commune` heads the pages of people who are not known yet; it is empty where there are several tenants.
    `public_url` is the address people open, where a proxy stands before the bot: "https://chat.example.vn".
    `demo` people make `/` a picker of persons; it is None in production.
    """

    secret: bytes
    commune: str
    texts: Texts
    clock: Callable[[], datetime]
    public_url: str | None = None
    demo: Sequence[DemoPerson] | None = None
    #: seconds between looks into the history, where other processes also send to our pages; None: they do not
    look_every: float | None = None
    #: seconds between looks whether somebody whose page is open was suspended
    guard_every: float = 1.0
    timezone: str = "Asia/Ho_Chi_Minh"
    session_life: timedelta = timedelta(days=90)
    photo_bytes: int = 20_000_000
    #: messages of one chat: so many at once, then so many a second
    burst: int = 40
    per_second: float = 2.0
    #: uploads of one chat: so many at once, then so many a second
    upload_burst: int = 30
    uploads_per_second: float = 0.2
    #: seconds a photo may take to come in: 20 MB on a bad line in the hills
    upload_seconds: float = 900
