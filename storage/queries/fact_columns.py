"""What facts say in some fields, as columns of a statement, and rows of such columns as figures read them."""

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, SQLColumnExpression

from core.catalogue.fact_types import FactType
from core.indicators.values import PLACE, PLACE_KIND, UNIT
from storage.queries.fact_rows import completing, said

_NAMES = re.compile(r"[a-z0-9_]+")

#: what a fact says, and its place, the kind of that and its unit where they are among the fields
Said = tuple[dict[str, Any], str | None, str | None, str | None]


def operands(formula: str) -> list[str]:
    """The fields of `total(field)` or `left - right`."""
    return [name for name in _NAMES.findall(formula) if name != "total"]


@dataclass(frozen=True)
class Columns:
    """Some fields of a kind in an order, each with the expressions that tell facts apart in it."""

    kind: FactType | None
    fields: tuple[tuple[str, tuple[SQLColumnExpression[Any], ...]], ...]

    @staticmethod
    def of(names: Iterable[str], kind: FactType | None) -> "Columns":
        """Those of the named fields.

        What the content computes today may not be stored in old facts: what it is computed from is added.
        """
        every = set(names)
        specs = [kind.field(name) for name in every] if kind else []
        every.update(name for spec in specs if spec and spec.formula for name in operands(spec.formula))
        return Columns(kind, tuple((name, tuple(said(name, kind))) for name in sorted(every)))

    def labelled(self) -> list[ColumnElement[Any]]:
        """The expressions with a name for each: said_0, said_1 and so on."""
        parts = [part for _, some in self.fields for part in some]
        return [part.label(f"said_{at}") for at, part in enumerate(parts)]

    def places(self, wanted: Collection[str]) -> list[int]:
        """At which of the expressions those of these fields stand."""
        names = [name for name, some in self.fields for _ in some]
        return [at for at, name in enumerate(names) if name in wanted]

    def reader(self, first: int) -> Callable[[Sequence[Any]], Said]:
        """Reads rows in which the expressions stand one after the other from `first` on."""
        starts: dict[str, int] = {}
        answers: list[tuple[str, int]] = []
        for name, some in self.fields:
            starts[name] = first
            first += len(some)
            answers.append((name, first - 1))
        place, place_kind, unit = (starts.get(name) for name in (PLACE, PLACE_KIND, UNIT))
        specs = [self.kind.field(name) for name, _ in self.fields] if self.kind else []
        complete = completing(self.kind if any(spec and spec.formula for spec in specs) else None)

        def read(row: Sequence[Any]) -> Said:
            fields = {name: value for name, at in answers if (value := row[at]) is not None}
            return (
                complete(fields),
                None if place is None else row[place],
                None if place_kind is None else row[place_kind],
                None if unit is None else row[unit],
            )

        return read
