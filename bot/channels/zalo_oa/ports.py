"""What the channel asks of the rest of the program, which it may not import: its tokens, an alarm."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Pair:
    """An access token with the refresh token that replaces both, and until when each is good.

    `seed` is a hash of the refresh token the operator gave, from which all the pairs came.
    """

    access: str = field(repr=False)
    refresh: str = field(repr=False)
    seed: str
    obtained_at: datetime
    access_expires_at: datetime
    refresh_expires_at: datetime


class TokenStore(Protocol):
    """Where the one living pair is kept, for all processes. Every method is one transaction."""

    async def plant(self, pair: Pair) -> None:
        """Begin with this pair, unless the living one comes from the same seed."""

    async def read(self) -> Pair | None:
        """The living pair."""

    async def claim(self, seen: Pair, now: datetime, lease: timedelta) -> bool:
        """Whether the caller is the one to replace the pair; for as long as `lease` nobody else is."""

    async def replace(self, used: Pair, new: Pair) -> bool:
        """Put the new pair in the old one's place, at once and whole; False when the old one is not there."""

    async def release(self) -> None:
        """The pair was not replaced: another process may try."""


class Alarm(Protocol):
    """Tells operators and administrators that the channel is about to fall silent, or has."""

    async def __call__(self, trouble: str, now: datetime) -> None:
        """`trouble` is for the log, without tokens. Administrators are told once a day."""
