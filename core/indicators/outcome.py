"""What evaluating a part of an expression gives, and what it needs."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from core.catalogue import Catalogue
from core.catalogue.plans import Plan
from core.indicators.expression import Source
from core.indicators.facts import Ask, Detail, FactRow, Facts, Moment
from core.indicators.matching import Matcher
from core.indicators.names import same_names
from core.indicators.references import atoms
from core.indicators.rosters import Membership, membership
from core.indicators.values import number_of, values_of
from core.indicators.windows import days
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
    plan: Plan | None
    validity_months: int
    pending: bool = False

    @property
    def plan_starts(self) -> date | None:
        return self.plan.starts if self.plan else None

    @property
    def matcher(self) -> Matcher:
        return Matcher(self.catalogue, self.facts, self.as_of)

    def membership(self, roster: str) -> Membership:
        """Who is on a roster; what waits changes no roster."""
        return membership(self.catalogue, self.facts, roster, self.as_of)

    def rows(self, source: Source, *, summed: bool = False) -> list[FactRow]:
        """The facts of a source that meet its condition. A row may stand for several: see `times`.

        They hold what the source names, no more; with `summed` its field is only added up, see `amount_of`.
        """
        return self._matching(self.candidates(source, summed=summed), source)

    def candidates(self, source: Source, *, summed: bool = False) -> list[FactRow]:
        """The same before the condition."""
        if source.latest_by:
            return self._latest(source)
        field = (source.field,) if source.field else ()
        if summed and field:
            return self._read(source, Detail.GROUPED, (), (field[0], source.options))
        return self._read(source, Detail.GROUPED, field)

    def each(self, source: Source, *fields: str) -> list[FactRow]:
        """The facts of a source one by one and whole, in order of happening. `fields` are those looked at."""
        found = self._latest(source) if source.latest_by else self._read(source, Detail.EACH, fields)
        return self._matching(found, source)

    def ordered(self, source: Source, *fields: str) -> list[FactRow]:
        """Matching facts, whole, in order of happening: of those equal in these fields at least the last."""
        found = self._latest(source) if source.latest_by else self._read(source, Detail.LAST, fields)
        return self._matching(found, source)

    def last(self, source: Source, by: tuple[str, ...]) -> list[FactRow]:
        """The last matching fact of each combination of those fields, in order of happening."""
        return self._last_of_each(self.ordered(source, *by), by)

    def key(self, row: FactRow, fields: tuple[str, ...]) -> Key:
        """What a fact says in some fields, to tell registers, sites and places apart."""
        kind = self.catalogue.fact_types.get(row.type)
        return tuple(values_of(row, field, kind.field(field) if kind else None) for field in fields)

    def _matching(self, rows: list[FactRow], source: Source) -> list[FactRow]:
        matches = self.matcher.test(source.where, source.type)
        return [row for row in rows if matches(row)]

    def _latest(self, source: Source) -> list[FactRow]:
        bare = replace(source, where=None, latest_by=())
        return self._last_of_each(self._read(bare, Detail.LAST, source.latest_by), source.latest_by)

    def _read(
        self,
        source: Source,
        detail: Detail,
        fields: tuple[str, ...],
        added: tuple[str, tuple[str, ...]] | None = None,
    ) -> list[FactRow]:
        """The facts in the window, with the fields the condition tests; in order if they come one by one."""
        day = self.as_of.date
        first, last = days(source.window, day, self.plan_starts)
        looked_at = frozenset((*fields, *(atom.field for atom in atoms(source.where))))
        ask = Ask(source.type, first, last, self.as_of.cutoff, looked_at, added, detail)
        found = [row for row in self.facts.read(ask) if self._counts(row)]
        return found if detail is Detail.GROUPED else sorted(found, key=FactRow.order)

    def _last_of_each(self, rows: list[FactRow], fields: tuple[str, ...]) -> list[FactRow]:
        """Of rows in order, the last of each key; names typed in different ways are one."""
        last = dict(zip(self._named_keys(rows, fields), rows, strict=True))
        return sorted(last.values(), key=FactRow.order)

    def _named_keys(self, rows: list[FactRow], fields: tuple[str, ...]) -> list[Key]:
        keys = [self.key(row, fields) for row in rows]
        names = [same_names(value for key in keys for value in key[at]) for at in range(len(fields))]
        return [
            tuple(tuple(sorted(names[at][value] for value in part)) for at, part in enumerate(key))
            for key in keys
        ]

    def _counts(self, row: FactRow) -> bool:
        return self.pending or row.confirmed(self.as_of.cutoff)


def ids(rows: list[FactRow]) -> frozenset[int]:
    """The facts behind rows; a row that stands for several does not name them."""
    return frozenset(row.id for row in rows if row.id)


def amount_of(row: FactRow, field: str, options: tuple[str, ...] = ()) -> Decimal:
    """What the facts of a row add up to in a field."""
    return row.total if row.total is not None else number_of(row, field, options) * row.times
