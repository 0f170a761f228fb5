"""A clock that runs, and that a test turns forward."""

from datetime import UTC, datetime, timedelta
from time import monotonic


class TurnableClock:
    """Goes on from the moment it was turned to, as fast as any clock."""

    def __init__(self, start: datetime) -> None:
        self._turned_to = start.astimezone(UTC)
        self._since = monotonic()

    def __call__(self) -> datetime:
        return self._turned_to + timedelta(seconds=monotonic() - self._since)

    def turn_to(self, moment: datetime) -> None:
        """It is this moment now. Raises ValueError when that is past already."""
        if moment < self():
            raise ValueError(f"it is past {moment.isoformat()} already")
        self._turned_to, self._since = moment.astimezone(UTC), monotonic()
