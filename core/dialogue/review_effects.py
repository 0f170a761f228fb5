"""What a conversation may ask to be done about reports that are reviewed."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SendBack:
    """A report goes back to its sender: this answer (none: all of it) is to be looked at again, and why."""

    fact_id: int
    about: str
    reason: str


@dataclass(frozen=True, slots=True)
class ExplainRemark:
    """The report is right as it is, and why."""

    remark_id: int
    text: str


@dataclass(frozen=True, slots=True)
class CloseRemarks:
    """What a report's remarks were answered with does."""

    fact_id: int


@dataclass(frozen=True, slots=True)
class ConfirmReports:
    """Confirm several reports that wait; each is decided about as it would be alone."""

    fact_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class DoubtsRead:
    """Who reviews a report has read what was asked about it before it was sent."""

    fact_id: int


ReviewEffect = SendBack | ExplainRemark | CloseRemarks | ConfirmReports | DoubtsRead
