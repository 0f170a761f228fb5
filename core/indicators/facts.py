"""Facts as figures see them, and where they come from: a database, or plain rows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Protocol

from core.catalogue import Catalogue
from core.catalogue.plans import Member

#: what a field may hold, as forms store it
FieldValue = str | int | float | list[str] | dict[str, int]


@dataclass(frozen=True, slots=True)
class Moment:
    """Which day a figure is for, and until when what was recorded is known (the cut-off)."""

    date: date
    cutoff: datetime


@dataclass(frozen=True, slots=True)
class FactRow:
    """One report. It happened on `occurred_from` (of several days, the first: it counts once).

    `confirmed_at` is when it began to count, None while it waits; `ended_at` when it was withdrawn, replaced
    or rejected. Both decide what a past figure holds; `status` is only shown.
    """

    id: int
    type: str
    occurred_from: date
    occurred_to: date
    place: str | None
    place_kind: str | None
    unit: str | None
    fields: Mapping[str, FieldValue]
    status: str
    recorded_at: datetime
    confirmed_at: datetime | None
    ended_at: datetime | None = None
    receipt: str = ""

    def known(self, cutoff: datetime) -> bool:
        """It was recorded by then, and still stood."""
        return self.recorded_at <= cutoff and (self.ended_at is None or self.ended_at > cutoff)

    def confirmed(self, cutoff: datetime) -> bool:
        """It counted at that moment."""
        return self.known(cutoff) and self.confirmed_at is not None and self.confirmed_at <= cutoff

    def order(self) -> tuple[date, datetime, int]:
        """The order of happening; of one day, the order of recording."""
        return self.occurred_from, self.recorded_at, self.id


class Facts(Protocol):
    """A source of facts and rosters. It may hand out facts that no longer count: the engine looks."""

    def of_type(self, type_: str, start: date | None, end: date) -> Iterable[FactRow]:
        """The facts of a type that happened from `start` (None: ever) to `end`, in any order."""

    def roster(self, code: str, as_of: date) -> tuple[Member, ...]:
        """The members a roster has on that day."""


def members_on(catalogue: Catalogue, code: str, as_of: date) -> tuple[Member, ...]:
    """A roster of the content on a day; `since` and `until` are the first and the last day of membership."""
    roster = catalogue.rosters.get(code)
    members = roster.members if roster else ()
    return tuple(
        member
        for member in members
        if (member.since is None or member.since <= as_of) and (member.until is None or as_of <= member.until)
    )


@dataclass(frozen=True, slots=True)
class ListedFacts:
    """Facts in memory, rosters from the content."""

    rows: tuple[FactRow, ...]
    catalogue: Catalogue

    def of_type(self, type_: str, start: date | None, end: date) -> Iterable[FactRow]:
        return [row for row in self.rows if row.type == type_ and within(row, start, end)]

    def roster(self, code: str, as_of: date) -> tuple[Member, ...]:
        return members_on(self.catalogue, code, as_of)


@dataclass(frozen=True, slots=True)
class ChangedFacts:
    """Another source with one fact taken out and others put in: what would be if."""

    source: Facts
    without: int | None = None
    plus: tuple[FactRow, ...] = field(default=())

    def of_type(self, type_: str, start: date | None, end: date) -> Iterable[FactRow]:
        kept = [row for row in self.source.of_type(type_, start, end) if row.id != self.without]
        return kept + [row for row in self.plus if row.type == type_ and within(row, start, end)]

    def roster(self, code: str, as_of: date) -> tuple[Member, ...]:
        return self.source.roster(code, as_of)


def within(row: FactRow, start: date | None, end: date) -> bool:
    return (start is None or start <= row.occurred_from) and row.occurred_from <= end
