"""What evaluating a part of an expression gives, and what it needs."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from core.catalogue import Catalogue
from core.indicators.expression import Source
from core.indicators.facts import FactRow, Facts, Moment
from core.indicators.matching import Matcher
from core.indicators.names import same_names
from core.indicators.rosters import Membership, membership
from core.indicators.values import values_of
from core.indicators.windows import first_day
from core.texts import Label

ZERO = Decimal(0)
ONE = Decimal(1)

#: the values of some fields of a fact, in the order of the fields
Key = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """A value (None: nothing to tell from) and the facts behind it.

    `share` is how far something has come that is either reached or not: 0 to 1.
    """

    value: Decimal | None
    facts: frozenset[int] = frozenset()
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    stage: str | None = None
    stage_label: Label | None = None
    share: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Scope:
    """Which facts are looked at: those confirmed by the cut-off, with `pending` those waiting too."""

    facts: Facts
    catalogue: Catalogue
    as_of: Moment
    plan_starts: date | None
    validity_months: int
    pending: bool = False

    @property
    def matcher(self) -> Matcher:
        return Matcher(self.catalogue, self.facts, self.as_of)

    def membership(self, roster: str) -> Membership:
        """Who is on a roster; what waits changes no roster."""
        return membership(self.catalogue, self.facts, roster, self.as_of)

    def rows(self, source: Source) -> list[FactRow]:
        """The facts of a source in order of happening: in the window, the last of each key, matching."""
        matches = self.matcher.test(source.where, source.type)
        return [row for row in self.candidates(source) if matches(row)]

    def candidates(self, source: Source) -> list[FactRow]:
        """The same before the condition."""
        day = self.as_of.date
        found = self.facts.of_type(source.type, first_day(source.window, day, self.plan_starts), day)
        rows = sorted((row for row in found if self._counts(row)), key=FactRow.order)
        if not source.latest_by:
            return rows
        keys = self._named_keys(rows, source.latest_by)
        last = dict(zip(keys, rows, strict=True))
        return sorted(last.values(), key=FactRow.order)

    def key(self, row: FactRow, fields: tuple[str, ...]) -> Key:
        """What a fact says in some fields, to tell registers, sites and places apart."""
        kind = self.catalogue.fact_types.get(row.type)
        return tuple(values_of(row, field, kind.field(field) if kind else None) for field in fields)

    def _named_keys(self, rows: list[FactRow], fields: tuple[str, ...]) -> list[Key]:
        """The key of each row, with names typed in different ways taken as one."""
        keys = [self.key(row, fields) for row in rows]
        names = [same_names(value for key in keys for value in key[at]) for at in range(len(fields))]
        return [
            tuple(tuple(sorted(names[at][value] for value in part)) for at, part in enumerate(key))
            for key in keys
        ]

    def _counts(self, row: FactRow) -> bool:
        cutoff = self.as_of.cutoff
        return row.known(cutoff) if self.pending else row.confirmed(cutoff)


def ids(rows: list[FactRow]) -> frozenset[int]:
    return frozenset(row.id for row in rows)
