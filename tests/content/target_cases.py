"""Reads the cases of tests/content/targets: reports, and what a target must make of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any, cast

import yaml

from core.catalogue import Catalogue
from core.catalogue.fact_types import FieldType
from core.catalogue.plans import Member, PlaceSpec, Plan
from core.dialogue.forms import completed
from core.indicators.facts import FactRow, FieldValue, ListedFacts, Moment
from core.texts import Lines, Speech, Text

FOLDER = Path(__file__).parent / "targets"

#: what a case says of a report besides its answers; answers to fields of these names stand in `set`
_ABOUT = ("type", "status", "recorded", "until", "unit", "why", "set")


@dataclass(frozen=True)
class Case:
    """One situation: the reports by number from 1, and which of them must not move the target, and why."""

    target: str
    name: str
    #: the first that carries out the target's plan
    tenant: str
    moment: Moment
    rows: tuple[FactRow, ...]
    reasons: Mapping[int, str]
    expect: Mapping[str, Any]
    rosters: Mapping[str, list[str]]
    #: values of the plan's parameters, in place of its own
    parameters: Mapping[str, str | None]

    def catalogue(self, catalogue: Catalogue) -> Catalogue:
        """The content with the rosters and the parameters this case asks for."""
        rosters = {
            code: catalogue.rosters[code].model_copy(update={"members": _members(names)})
            for code, names in self.rosters.items()
        }
        plan = self._plan(catalogue)
        return replace(
            catalogue,
            rosters={**catalogue.rosters, **rosters},
            plans={**catalogue.plans, plan.code: plan},
            targets={**catalogue.targets, **{target.code: (plan, target) for target in plan.targets}},
        )

    def facts(self, catalogue: Catalogue) -> ListedFacts:
        return ListedFacts(self.rows, catalogue)

    def _plan(self, catalogue: Catalogue) -> Plan:
        plan, _ = catalogue.targets[self.target]
        assert set(self.parameters) <= {parameter.code for parameter in plan.parameters}
        parameters = tuple(
            each.model_copy(update={"value": self.parameters.get(each.code, each.value)})
            for each in plan.parameters
        )
        return plan.model_copy(update={"parameters": parameters})


def read_cases(catalogue: Catalogue) -> list[Case]:
    """All cases of all files."""
    return [
        _case(target, data, catalogue)
        for path in sorted(FOLDER.glob("*.yaml"))
        for target, cases in yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader).items()
        for data in cases
    ]


def _case(target: str, data: Mapping[str, Any], catalogue: Catalogue) -> Case:
    plan, _ = catalogue.targets[target]
    tenant = next(code for code, spec in catalogue.tenants.items() if plan.code in spec.plans)
    numbered = list(enumerate(data["facts"], start=1))
    return Case(
        target,
        data["case"],
        tenant,
        Moment(data["as_of"], _moment(data["as_of"] + timedelta(days=1))),
        tuple(_row(number, fact, catalogue, tenant) for number, fact in numbered),
        {number: fact["why"] for number, fact in numbered if "why" in fact},
        data["expect"],
        data.get("rosters", {}),
        data.get("parameters", {}),
    )


def _row(number: int, fact: Mapping[str, Any], catalogue: Catalogue, tenant: str) -> FactRow:
    happened: date = fact["date"]
    recorded = _moment(fact.get("recorded", happened))
    kind = catalogue.fact_types[fact["type"]]
    answers = {name: _stored(value) for name, value in fact.items() if name not in _ABOUT}
    answers |= {name: _stored(value) for name, value in fact.get("set", {}).items()}
    status = fact.get("status", "confirmed")
    named = [str(answers[f.code]) for f in kind.fields if f.type is FieldType.PLACE and f.code in answers]
    place = _places(catalogue, tenant)[named[0]] if named else None
    return FactRow(
        id=number,
        type=kind.code,
        occurred_from=happened,
        occurred_to=fact.get("until", happened),
        place=place.code if place else None,
        place_kind=place.kind if place else None,
        unit=fact.get("unit"),
        fields=completed(kind, answers),
        status=status,
        recorded_at=recorded,
        confirmed_at=None if status == "pending" else recorded,
        ended_at=recorded + timedelta(minutes=5) if status == "withdrawn" else None,
    )


def wrong_words(row: FactRow, catalogue: Catalogue, tenant: str) -> Iterator[str]:
    """What a report of a case says that no form could send: fields, options, places or units nobody has."""
    units = {unit.code for code in catalogue.with_children(tenant) for unit in catalogue.tenants[code].units}
    if row.unit is not None and row.unit not in units:
        yield f"unit {row.unit}"
    for name, value in row.fields.items():
        field = catalogue.fact_types[row.type].field(name)
        if field is None:
            yield name
        elif field.options:
            given = value if isinstance(value, list | dict) else [str(value)]
            yield from (f"{name} {code}" for code in given if field.option(code) is None)


def _places(catalogue: Catalogue, tenant: str) -> dict[str, PlaceSpec]:
    """The places of the tenant and of those below it; its own go first."""
    codes = reversed(catalogue.with_children(tenant))
    return {place.code: place for code in codes for place in catalogue.tenants[code].places}


def _stored(value: object) -> FieldValue:
    """As a form stores it: days as text."""
    return value.isoformat() if isinstance(value, date) else cast(FieldValue, value)


def _members(names: list[str]) -> tuple[Member, ...]:
    return tuple(Member(code=f"m{number}", name=name) for number, name in enumerate(names))


def _moment(day: date) -> datetime:
    return datetime.combine(day, time(3), UTC)


def keys_of(speech: Speech) -> Iterator[str]:
    """The keys of the texts a speech is made of."""
    if isinstance(speech, Text):
        yield speech.key
    elif isinstance(speech, Lines):
        for part in speech.parts:
            yield from keys_of(part)
