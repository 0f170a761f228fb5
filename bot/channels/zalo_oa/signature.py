"""Who delivered an event: Zalo signs the raw bytes with a secret the two share."""

import hashlib
import hmac
import logging
from collections.abc import Iterator

from bot.channels.zalo_oa.settings import ZaloOASettings

HEADER = "X-ZEvent-Signature"

_log = logging.getLogger(__name__)


class Signature:
    """Tells what Zalo signed from what somebody else sent."""

    def __init__(self, settings: ZaloOASettings) -> None:
        self._ways = tuple(ways(settings))
        self._pinned: tuple[str, str, str] | None = None

    def is_zalos(self, shown: str, body: bytes, timestamp: str) -> bool:
        """Whether the header's value is the signature of this body. The way that fits first is kept to."""
        mac = shown.strip().removeprefix("mac=").encode("utf-8", "surrogateescape")
        for way in (self._pinned,) if self._pinned else self._ways:
            name, identity, secret = way
            if hmac.compare_digest(sign(identity, body, timestamp, secret).encode(), mac):
                if self._pinned is None:
                    _log.info("Zalo OA: events are signed with %s", name)
                    self._pinned = way
                return True
        return False


def sign(identity: str, body: bytes, timestamp: str, secret: str) -> str:
    """Zalo's signature: SHA-256 over the four put together, as hex; no HMAC."""
    return hashlib.sha256(identity.encode() + body + timestamp.encode() + secret.encode()).hexdigest()


def ways(settings: ZaloOASettings) -> Iterator[tuple[str, str, str]]:
    """What may sign: (its name, the id in front, the secret behind).

    Open question: the documents name the app's secret in one place and the webhook page's own in another, and
    some developers' signatures match only with the account's id in the place of the app's.
    """
    for id_name, identity in (("app id", settings.app_id), ("account id", settings.oa_id)):
        for secret_name, secret in (
            ("webhook secret", settings.webhook_secret),
            ("app secret", settings.app_secret),
        ):
            if identity:
                yield f"{id_name} and {secret_name}", identity, secret
