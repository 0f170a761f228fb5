"""What a conversation may ask to be done about closed periods."""

from dataclasses import dataclass

from core.spans import Span


@dataclass(frozen=True, slots=True)
class ClosePeriod:
    """From now on what is reported about these days waits."""

    span: Span


@dataclass(frozen=True, slots=True)
class ReopenPeriod:
    """Open a closed period for some days."""

    lock_id: int


@dataclass(frozen=True, slots=True)
class EndLock:
    """It was closed by mistake: it is closed no more."""

    lock_id: int


@dataclass(frozen=True, slots=True)
class AskToReopen:
    """Ask who may to open a closed period, and why."""

    lock_id: int
    why: str


@dataclass(frozen=True, slots=True)
class DecideReopening:
    """Open it for who asked, or not."""

    request_id: int
    granted: bool


LockEffect = ClosePeriod | ReopenPeriod | EndLock | AskToReopen | DecideReopening
