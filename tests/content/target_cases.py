"""Reads the cases of tests/content/targets: reports, and what a target must make of them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any, cast

import yaml

from core.catalogue import Catalogue
from core.catalogue.plans import Member
from core.indicators.facts import FactRow, FieldValue, ListedFacts, Moment

FOLDER = Path(__file__).parent / "targets"
TENANT = "dong_cuu"

#: what a case says of a report besides its answers
_ABOUT = ("type", "status", "recorded", "until", "why", "set")


@dataclass(frozen=True)
class Case:
    """One situation: the reports by number from 1, and which of them must not move the target, and why."""

    target: str
    name: str
    moment: Moment
    rows: tuple[FactRow, ...]
    reasons: Mapping[int, str]
    expect: Mapping[str, Any]
    rosters: Mapping[str, list[str]]

    def catalogue(self, catalogue: Catalogue) -> Catalogue:
        """The content with the rosters this case asks for."""
        changed = {
            code: catalogue.rosters[code].model_copy(update={"members": _members(names)})
            for code, names in self.rosters.items()
        }
        return replace(catalogue, rosters={**catalogue.rosters, **changed})

    def facts(self, catalogue: Catalogue) -> ListedFacts:
        return ListedFacts(self.rows, catalogue)


def read_cases(catalogue: Catalogue) -> list[Case]:
    """All cases of all files."""
    return [
        _case(target, data, catalogue)
        for path in sorted(FOLDER.glob("*.yaml"))
        for target, cases in yaml.safe_load(path.read_text(encoding="utf-8")).items()
        for data in cases
    ]


def _case(target: str, data: Mapping[str, Any], catalogue: Catalogue) -> Case:
    numbered = list(enumerate(data["facts"], start=1))
    return Case(
        target,
        data["case"],
        Moment(data["as_of"], _moment(data["as_of"] + timedelta(days=1))),
        tuple(_row(number, fact, catalogue) for number, fact in numbered),
        {number: fact["why"] for number, fact in numbered if "why" in fact},
        data["expect"],
        data.get("rosters", {}),
    )


def _row(number: int, fact: Mapping[str, Any], catalogue: Catalogue) -> FactRow:
    happened: date = fact["date"]
    recorded = _moment(fact.get("recorded", happened))
    status = fact.get("status", "confirmed")
    places = {place.code: place for place in catalogue.tenants[TENANT].places}
    place = places.get(fact.get("place") or fact.get("site") or fact.get("institution") or "")
    answers = {name: value for name, value in fact.items() if name not in _ABOUT} | fact.get("set", {})
    return FactRow(
        id=number,
        type=fact["type"],
        occurred_from=happened,
        occurred_to=fact.get("until", happened),
        place=place.code if place else None,
        place_kind=place.kind if place else None,
        unit=None,
        fields={name: _stored(value) for name, value in answers.items()},
        status=status,
        recorded_at=recorded,
        confirmed_at=None if status == "pending" else recorded,
        ended_at=recorded + timedelta(minutes=5) if status == "withdrawn" else None,
    )


def _stored(value: object) -> FieldValue:
    """As a form stores it: days as text."""
    return value.isoformat() if isinstance(value, date) else cast(FieldValue, value)


def _members(names: list[str]) -> tuple[Member, ...]:
    return tuple(Member(code=f"m{number}", name=name) for number, name in enumerate(names))


def _moment(day: date) -> datetime:
    return datetime.combine(day, time(3), UTC)
