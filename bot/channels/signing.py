"""Signed words: what the bot hands out, in a cookie or an address.

They are believed again only when the bot's own signature is on them.
"""

import base64
import binascii
import hashlib
import hmac
import json
from collections.abc import Sequence

SHORTEST_SECRET = 32


class Signer:
    """HMAC-SHA256 over a purpose and some fields. A signature is worth nothing for another purpose."""

    def __init__(self, secret: bytes) -> None:
        """Raises ValueError for a secret under 32 bytes."""
        if len(secret) < SHORTEST_SECRET:
            raise ValueError(f"the secret that signs needs at least {SHORTEST_SECRET} bytes")
        self._secret = secret

    def sign(self, purpose: str, fields: Sequence[str | int]) -> str:
        """The fields with their signature, safe in a cookie or an address: "body.signature"."""
        body = _encode(json.dumps([purpose, *fields]).encode())
        return f"{body}.{self._mark(body)}"

    def read(self, purpose: str, signed: str) -> list[str | int] | None:
        """The fields that `sign` was given, or None when the signature or the purpose is wrong."""
        body, _, mark = signed.partition(".")
        if not hmac.compare_digest(self._mark(body).encode(), mark.encode("utf-8", "replace")):
            return None
        try:
            found, *fields = json.loads(base64.urlsafe_b64decode(body + "=" * (-len(body) % 4)))
        except (ValueError, binascii.Error):
            return None
        return fields if found == purpose else None

    def _mark(self, body: str) -> str:
        return _encode(hmac.new(self._secret, body.encode("utf-8", "replace"), hashlib.sha256).digest())


def _encode(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")
