"""Figures of all kinds with a few reports, and the words they must come to: YAML files in this folder.

With `TIENDO_UPDATE=1` the tests write the words anew, to be read before they are kept.
"""

import os
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from core.catalogue.plans import Parameter, Plan, Target
from core.indicators.facts import FactRow, ListedFacts
from core.texts import Label
from reports.reading import Figures
from tests.core.indicators.plan_world import CATALOGUE, PLAN
from tests.core.indicators.world import fact, label, moment

FOLDER = Path(__file__).parent
DAY = date(2026, 7, 1)

#: parameters that are not set
_UNSET = tuple(
    Parameter(code=code, name=Label(vi=f"{code} vi", en=f"{code} en")) for code in ("unset", "other")
)
#: what every figure is counted in
UNIT = Label(vi="muc", en="things")


def read_cases(name: str) -> list[dict[str, Any]]:
    """The cases of one file."""
    cases: list[dict[str, Any]] = yaml.load((FOLDER / name).read_text(encoding="utf-8"), yaml.CSafeLoader)
    return cases


def compare(name: str, case: Mapping[str, Any], found: Mapping[str, Any]) -> None:
    """The words, by language, are those of the file."""
    if os.environ.get("TIENDO_UPDATE"):
        written = [{**each, **found} if each["about"] == case["about"] else each for each in read_cases(name)]
        text = yaml.safe_dump(written, allow_unicode=True, sort_keys=False, width=110)
        (FOLDER / name).write_text(text, encoding="utf-8")
    else:
        assert found == {locale: case[locale] for locale in found}


def target_of(case: Mapping[str, Any]) -> Target:
    """The target a case describes."""
    named = {"code": "P-1", "section": "I", "name": label("t"), "unit": UNIT}
    kept = ("indicator", "goals", "kind", "linked", "baseline")
    return Target.model_validate({**named, **{key: case[key] for key in kept if key in case}})


def plan_of(case: Mapping[str, Any]) -> Plan:
    """A plan with that target alone."""
    return PLAN.model_copy(update={"targets": (target_of(case),), "parameters": _UNSET})


def rows_of(case: Mapping[str, Any]) -> tuple[FactRow, ...]:
    """The reports of a case, numbered from 1."""
    return tuple(_row(number, said) for number, said in enumerate(case.get("facts", ()), start=1))


def figures_of(case: Mapping[str, Any], day: date = DAY) -> Figures:
    """The figures of a town whose only plan is that of the case."""
    return Figures(CATALOGUE, "town", ListedFacts(rows_of(case), CATALOGUE), moment(day))


def _row(number: int, said: Mapping[str, Any]) -> FactRow:
    fields = {key: value for key, value in said.items() if key not in ("type", "date", "status")}
    row = fact(number, said.get("type", "visit"), said.get("date", date(2026, 5, 14)), **fields)
    if said.get("status") != "pending":
        return row
    return replace(row, status="pending", confirmed_at=None)
