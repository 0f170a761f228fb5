"""The dictionary of fields: what each answer of each kind of report is called, holds, and moves."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from core.catalogue import Catalogue
from core.catalogue.fact_types import FactType, FieldSpec, FieldType
from core.catalogue.plans import Plan, Target
from core.confidential import CONFIDENTIAL
from core.indicators.parse import parse
from core.indicators.references import references
from core.texts import Label

#: what people wrote themselves, in which anybody may be named
PERSONAL = frozenset({FieldType.TEXT, FieldType.PEOPLE})


class Frozen(BaseModel):
    """What is told to other programs: nothing more than it says it has."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Named(Frozen):
    """A name in both languages."""

    vi: str
    en: str

    @classmethod
    def of(cls, label: Label) -> "Named":
        return cls(vi=label.vi, en=label.en)


class Allowed(Frozen):
    """A code a field may hold."""

    code: str
    name: Named


class FieldEntry(Frozen):
    """One field of a kind of report."""

    kind: Annotated[str, Field(description="code of the kind of report")]
    kind_name: Named
    version: Annotated[int, Field(description="version of the kind of report this tells of")]
    field: Annotated[str, Field(description="code of the field")]
    name: Named
    type: FieldType
    unit: Named | None = None
    required: bool
    formula: Annotated[str | None, Field(description="how it is worked out, where it is never asked")] = None
    codes: Annotated[tuple[Allowed, ...], Field(description="all it may hold; empty: any value")] = ()
    since: Annotated[date | None, Field(description="first day it was asked; none: always")] = None
    targets: Annotated[tuple[str, ...], Field(description="codes of the targets that read it")] = ()
    personal: Annotated[bool, Field(description="people wrote it: may name somebody")]


def dictionary(catalogue: Catalogue) -> tuple[FieldEntry, ...]:
    """Every field of every kind of report but the confidential ones, in the order they are asked."""
    read = _readers(catalogue)
    return tuple(
        entry(kind, field, read.get((kind.code, field.code), ()))
        for kind in catalogue.fact_types.values()
        if kind.code not in CONFIDENTIAL
        for field in kind.fields
    )


def entry(kind: FactType, field: FieldSpec, targets: tuple[str, ...]) -> FieldEntry:
    """What the dictionary says of one field."""
    return FieldEntry(
        kind=kind.code,
        kind_name=Named.of(kind.label),
        version=kind.version,
        field=field.code,
        name=Named.of(field.label),
        type=field.type,
        unit=Named.of(field.unit) if field.unit else None,
        required=field.required,
        formula=field.formula,
        codes=tuple(Allowed(code=each.code, name=Named.of(each.label)) for each in field.options),
        since=field.since or kind.since,
        targets=targets,
        personal=field.type in PERSONAL,
    )


def _readers(catalogue: Catalogue) -> Mapping[tuple[str, str], tuple[str, ...]]:
    """The codes of the targets that read a field, by kind and field.

    The day of a report is read by every target that counts its kind.
    """
    found: dict[tuple[str, str], dict[str, None]] = {}
    for plan in catalogue.plans.values():
        for target in plan.targets:
            for pair in _read_by(plan, target, catalogue):
                found.setdefault(pair, {})[target.code] = None
    return {pair: tuple(codes) for pair, codes in found.items()}


def _read_by(plan: Plan, target: Target, catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    sentences = [target.indicator, *(each.indicator for each in target.also)]
    for sentence in sentences:
        if sentence is None:
            continue
        names = references(parse(sentence))
        yield from sorted(names.fields)
        for code in sorted(names.fact_types & catalogue.fact_types.keys()):
            yield code, catalogue.fact_types[code].date_field().code
