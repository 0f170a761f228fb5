"""What evaluating a part of an expression gives, and what it needs."""

from collections.abc import Hashable, Mapping, Set
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from itertools import chain

from core.catalogue import Catalogue
from core.catalogue.fact_types import FieldSpec, FieldType
from core.catalogue.plans import Plan
from core.identity import Same
from core.indicators.expression import Condition, Source
from core.indicators.facts import Ask, Detail, FactRow, Facts, Moment, in_order
from core.indicators.matching import Matcher
from core.indicators.names import folded, same_names
from core.indicators.references import atoms, parts_of
from core.indicators.rosters import Membership, membership
from core.indicators.values import PLACE, PLACE_KIND, UNIT, Values, column, is_held, number_of, spec_of
from core.indicators.windows import days
from core.texts import Label

ZERO = Decimal(0)
ONE = Decimal(1)

#: fields that speak of where a fact was, not of what it says
_LOCATION = frozenset((PLACE, PLACE_KIND, UNIT))
#: fields in which people type names; the others hold codes, which have one spelling
_TYPED = (FieldType.TEXT, FieldType.PEOPLE)

#: the values of some fields of a fact, in the order of the fields
Key = tuple[Values, ...]


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


@dataclass(slots=True)
class Waiting:
    """Whether a fact was passed over that waits and might count."""

    found: bool = False


@dataclass(frozen=True, slots=True)
class Scope:
    """Which facts are looked at: those confirmed by the cut-off, with `pending` those waiting too."""

    facts: Facts
    catalogue: Catalogue
    as_of: Moment
    plan: Plan | None
    pending: bool = False
    #: of some fields: the names, folded, that are looked at at most
    among: Mapping[str, Set[str]] = field(default_factory=dict)
    waiting: Waiting = field(default_factory=Waiting, compare=False)
    #: the facts that met a condition before: what waits is looked at after what counts
    met: dict[Hashable, list[FactRow]] = field(default_factory=dict, compare=False)

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
        if summed and source.field:
            return self._met(source, Detail.GROUPED, (), (source.field, source.options))
        return self._met(source, Detail.GROUPED, (source.field,) if source.field else ())

    def candidates(self, source: Source) -> tuple[list[FactRow], Condition | None]:
        """The same before the condition, and what of the condition is still to be asked of them."""
        return self._read(source, Detail.GROUPED, (source.field,) if source.field else ())

    def grouped(self, source: Source, fields: tuple[str, ...]) -> list[FactRow]:
        """Matching facts with what they say in these fields; a row may stand for several."""
        return self._met(source, Detail.GROUPED, fields)

    def each(self, source: Source, *fields: str) -> list[FactRow]:
        """The matching facts of a source one by one, in order of happening, with what they say in fields."""
        return self._met(source, Detail.EACH, fields)

    def ordered(self, source: Source, *fields: str) -> list[FactRow]:
        """Matching facts in order of happening: of those equal in these fields at least the last."""
        return self._met(source, Detail.LAST, fields)

    def last(self, source: Source, by: tuple[str, ...]) -> list[FactRow]:
        """The last matching fact of each combination of those fields, in order of happening."""
        return self._last_of_each(self.ordered(source, *by), by)

    def key(self, row: FactRow, fields: tuple[str, ...]) -> Key:
        """What a fact says in some fields, to tell registers, sites and places apart."""
        return self.keys([row], fields)[0]

    def keys(self, rows: list[FactRow], fields: tuple[str, ...]) -> list[Key]:
        """The same of facts of one type."""
        columns = [said for _, said in self._columns(rows, fields)]
        return [*zip(*columns, strict=True)] if columns else [()] * len(rows)

    def _columns(
        self, rows: list[FactRow], fields: tuple[str, ...]
    ) -> list[tuple[FieldSpec | None, list[Values]]]:
        """Field by field, what each of the facts says in it."""
        kind = self.catalogue.fact_types.get(rows[0].type) if rows else None
        specs = [(name, kind.field(name) if kind else None) for name in fields]
        return [(spec, column(rows, name, spec)) for name, spec in specs]

    def _met(
        self,
        source: Source,
        detail: Detail,
        fields: tuple[str, ...],
        added: tuple[str, tuple[str, ...]] | None = None,
    ) -> list[FactRow]:
        """The facts that meet the condition. Where each is let in by itself, it is asked of them once."""
        if source.latest_by or self.among:
            found, rest = self._read(source, detail, fields, added)
            return self._let_in(found, rest, source.type)
        key = Same(self.facts), self.as_of, self.plan_starts, Same(source), detail, fields, added
        if key not in self.met:
            found, rest = replace(self, pending=True)._read(source, detail, fields, added)
            self.met[key] = self._let_in(found, rest, source.type)
        return self._counted(self.met[key], source, None)

    def _let_in(self, rows: list[FactRow], condition: Condition | None, type_: str) -> list[FactRow]:
        for part in parts_of(condition):
            matches = self.matcher.test(part, type_)
            rows = [row for row in rows if matches(row)]
        return rows

    def _read(
        self,
        source: Source,
        detail: Detail,
        fields: tuple[str, ...] = (),
        added: tuple[str, tuple[str, ...]] | None = None,
    ) -> tuple[list[FactRow], Condition | None]:
        """The facts in the window, in order unless grouped, and what of the condition is left to be asked."""
        only, rest = self.matcher.parted(source.where, source.type)
        read, whole = {*fields, *((source.field,) if source.field else ())}, detail is Detail.EACH
        if source.latest_by:
            # what is no longer the last of its key is not looked at, whatever it says
            detail, fields, added, only, rest = Detail.LAST, source.latest_by, None, frozenset(), source.where
        tested = frozenset(atom.field for atom in atoms(rest))
        looked_at = frozenset(fields) if source.latest_by else tested | frozenset(fields)
        first, last = days(source.window, self.as_of.date, self.plan_starts)
        detail = Detail.EACH if source.anew else detail
        ask = Ask(
            source.type,
            None if source.anew else first,
            last,
            self.as_of.cutoff,
            fields=frozenset() if detail is Detail.EACH else looked_at,
            added=added,
            detail=detail,
            located=not _LOCATION.isdisjoint(looked_at | tested | read),
            shown=looked_at | tested | read if detail is Detail.LAST and not whole else None,
            only=only,
        )
        found = self._counted(self._among(list(self.facts.read(ask)), source), source, rest)
        if source.anew:
            begun = self._begun(found, source)
            return [row for row in begun if first is None or first <= row.occurred_from], None
        return (self._last_of_each(found, fields) if source.latest_by else found), rest

    def _among(self, rows: list[FactRow], source: Source) -> list[FactRow]:
        """Without the facts whose one name in a field is none of those looked at.

        Which fact is the last of its key hangs on others of that key only: all of them are there, or none.
        """
        for name, names in self.among.items():
            spec = spec_of(self.catalogue, source.type, name)
            if is_held(name, spec) and (name in source.latest_by or not source.latest_by):
                held = [row.fields.get(name) for row in rows]
                typed = {value for value in held if isinstance(value, str)}
                out = {value for value in typed if folded(value) not in names}
                pairs = zip(rows, held, strict=True)
                rows = [row for row, value in pairs if not isinstance(value, str) or value not in out]
        return rows

    def _counted(self, rows: list[FactRow], source: Source, rest: Condition | None) -> list[FactRow]:
        """Those that count; notes whether others wait that might."""
        if self.pending:
            return rows
        cutoff = self.as_of.cutoff
        sure = [row for row in rows if (at := row.confirmed_at) is not None and at <= cutoff]
        if len(sure) < len(rows) and not self.waiting.found:
            # Of several values in one field each is tested by itself, and the last of a key may take the
            # place of another: whether the row alone is let in does not tell.
            told = not source.latest_by and all(atom.field != source.field for atom in atoms(rest))
            waiting = [row for row in rows if (at := row.confirmed_at) is None or at > cutoff]
            self.waiting.found = not told or bool(self._let_in(waiting, rest, source.type))
        return sure

    def _last_of_each(self, rows: list[FactRow], fields: tuple[str, ...]) -> list[FactRow]:
        """Of rows in order, the last of each key; names typed in different ways are one."""
        last = {key: at for at, key in enumerate(self._named_keys(rows, fields))}
        return rows if len(last) == len(rows) else [rows[at] for at in sorted(last.values())]

    def _begun(self, rows: list[FactRow], source: Source) -> list[FactRow]:
        """Of each key whose last fact is let in, the first since which all were; rows come in order."""
        lets_in = self.matcher.test(source.where, source.type)
        since: dict[Key, FactRow] = {}
        for key, row in zip(self._named_keys(rows, source.latest_by), rows, strict=True):
            if not lets_in(row):
                since.pop(key, None)
            else:
                since.setdefault(key, row)
        return sorted(since.values(), key=in_order)

    def _named_keys(self, rows: list[FactRow], fields: tuple[str, ...]) -> list[Key]:
        columns = [
            _in_one_spelling(said) if spec is None or spec.type in _TYPED else said
            for spec, said in self._columns(rows, fields)
        ]
        return [*zip(*columns, strict=True)] if columns else [()] * len(rows)


def _in_one_spelling(column: list[Values]) -> list[Values]:
    names = same_names(chain.from_iterable(column))
    spelt = {
        said: (names[said[0]],) if len(said) == 1 else tuple(sorted(map(names.__getitem__, said)))
        for said in set(column)
    }
    return [*map(spelt.__getitem__, column)]


def ids(rows: list[FactRow]) -> frozenset[int]:
    """The facts behind rows; a row that stands for several does not name them."""
    return frozenset(row.id for row in rows if row.id)


def amount_of(row: FactRow, field: str, options: tuple[str, ...] = ()) -> Decimal:
    """What the facts of a row add up to in a field."""
    return row.total if row.total is not None else number_of(row, field, options) * row.times
