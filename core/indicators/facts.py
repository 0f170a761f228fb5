"""Facts as figures see them, and where they come from: a database, or plain rows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from operator import attrgetter
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


class Detail(StrEnum):
    """How facts that are equal in every field looked at may be handed out."""

    #: as one row that says how many they are (`times`), with what they add up to (`total`)
    GROUPED = "grouped"
    #: the last of them, with what is shown
    LAST = "last"
    #: every one, whole
    EACH = "each"


@dataclass(frozen=True, slots=True)
class Ask:
    """Which facts of a type a figure looks at, and what of them: a source may hand out fewer rows for it.

    From `start` (None: ever) to `end`, as they stood at `cutoff`. `fields` are those looked at; `added` is
    the one that is only summed, with the options that count; `without` is a fact left out.
    """

    type: str
    start: date | None
    end: date
    cutoff: datetime
    fields: frozenset[str] = frozenset()
    added: tuple[str, tuple[str, ...]] | None = None
    detail: Detail = Detail.EACH
    without: int | None = None
    #: whether the place, its kind or the unit is looked at too
    located: bool = False
    #: of Detail.LAST: what is read of a fact; None: all of it
    shown: frozenset[str] | None = None
    #: fields with one code, and the codes of which it must be one
    only: frozenset[tuple[str, frozenset[str]]] = frozenset()

    def holds(self, row: "FactRow") -> bool:
        """Whether a fact is one of those asked for."""
        on_time = within(row, self.start, self.end)
        if row.type != self.type or not on_time or row.id == self.without or not row.known(self.cutoff):
            return False
        return all(row.fields.get(field) in codes for field, codes in self.only)


# Not frozen, though nobody changes one: figures make thousands, and a frozen one takes three times as long.
@dataclass(slots=True)
class FactRow:
    """One report. It happened on `occurred_from` (of several days, the first: it counts once).

    `confirmed_at` is when it began to count, None while it waits; `ended_at` when it was withdrawn, replaced
    or rejected. Both decide what a past figure holds; `status` is only shown. A row may stand for several
    facts (Detail.GROUPED): then `id` is 0 and it holds only what was asked for.
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
    times: int = 1
    total: Decimal | None = None

    def known(self, cutoff: datetime) -> bool:
        """It was recorded by then, and still stood."""
        return self.recorded_at <= cutoff and (self.ended_at is None or self.ended_at > cutoff)

    def confirmed(self, cutoff: datetime) -> bool:
        """It counted at that moment."""
        return self.confirmed_at is not None and self.confirmed_at <= cutoff and self.known(cutoff)

    def saying(self, fields: Mapping[str, FieldValue]) -> "FactRow":
        """The same fact with other fields."""
        # by position and not by `replace`, which takes six times as long: figures ask it of thousands
        return FactRow(
            self.id,
            self.type,
            self.occurred_from,
            self.occurred_to,
            self.place,
            self.place_kind,
            self.unit,
            fields,
            self.status,
            self.recorded_at,
            self.confirmed_at,
            self.ended_at,
            self.receipt,
            self.times,
            self.total,
        )

    def order(self) -> tuple[date, datetime, int]:
        """The order of happening; of one day, the order of recording."""
        return self.occurred_from, self.recorded_at, self.id


#: the same as `FactRow.order`, for sorting many
in_order = attrgetter("occurred_from", "recorded_at", "id")


class Facts(Protocol):
    """A source of facts and rosters."""

    def read(self, ask: Ask) -> Iterable[FactRow]:
        """The facts asked for, known at the cut-off, those that wait among them: in order, unless grouped."""

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

    def read(self, ask: Ask) -> Iterable[FactRow]:
        return sorted((row for row in self.rows if ask.holds(row)), key=in_order)

    def roster(self, code: str, as_of: date) -> tuple[Member, ...]:
        return members_on(self.catalogue, code, as_of)


@dataclass(frozen=True, slots=True)
class ChangedFacts:
    """Another source with one fact taken out and others put in: what would be if."""

    source: Facts
    without: int | None = None
    plus: tuple[FactRow, ...] = field(default=())

    def read(self, ask: Ask) -> Iterable[FactRow]:
        asked = ask if self.without is None else replace(ask, without=self.without)
        more = [row for row in self.plus if ask.holds(row)]
        return sorted([*self.source.read(asked), *more], key=in_order)

    def roster(self, code: str, as_of: date) -> tuple[Member, ...]:
        return self.source.roster(code, as_of)


def within(row: FactRow, start: date | None, end: date) -> bool:
    return (start is None or start <= row.occurred_from) and row.occurred_from <= end
