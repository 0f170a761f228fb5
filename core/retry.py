"""When to try again after a failure, and when to give up. Retrying is a value, not control flow."""

from dataclasses import dataclass
from datetime import timedelta

#: the part of a delay that `spread` may add, so that many failures of one moment do not come back together
_SPREAD = 0.25


@dataclass(frozen=True, slots=True)
class Retry:
    """`attempts` tries in all; the wait grows by `factor` each time, from `first` up to `longest`."""

    attempts: int
    first: timedelta
    longest: timedelta
    factor: int = 2

    def after(self, failures: int, spread: float = 0.0) -> timedelta | None:
        """How long to wait after so many failures (1 or more); None when it is time to give up.

        `spread` in [0, 1) lengthens the wait by up to a quarter.
        """
        if failures >= self.attempts:
            return None
        return self.pause(failures, spread)

    def pause(self, failures: int, spread: float = 0.0) -> timedelta:
        """The same wait for what is never given up."""
        growth = self.factor ** min(max(failures, 1) - 1, 40)
        seconds = min(self.first.total_seconds() * growth, self.longest.total_seconds())
        return timedelta(seconds=seconds * (1 + _SPREAD * spread))


def spread_of(number: int) -> float:
    """A steady spread in [0, 1) for a row number: neighbours come out far apart."""
    return number * 0.618033988749895 % 1
