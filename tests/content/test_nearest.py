"""Of the targets a report does not count for, its sender is told the nearest, also beside those it moves."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.content import load_catalogue
from core.catalogue import Catalogue
from core.catalogue.plans import Member
from core.dialogue.forms import completed
from core.indicators.facts import FactRow, ListedFacts, Moment
from core.indicators.movement import Movement, movements
from tests.content.target_cases import keys_of

CASES = yaml.load(Path(__file__).with_name("nearest.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader)
CATALOGUE = load_catalogue()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["about"])
def test_the_nearest_target_is_told_of(case: dict[str, Any]) -> None:
    found = _movements(case)
    if "nearest" in case:
        assert next(each.target.code for each in found if not each.moved) == case["nearest"]
    if "moved" in case:
        assert [each.target.code for each in found if each.moved] == case["moved"]
    if "near" in case:
        near = {each.target.code: set(keys_of(each.reason)) for each in found if each.near and each.reason}
        assert {code: reasons for code, reasons in near.items() if code not in case["near"]} == {}
        assert all(reason in near[code] for code, reason in case["near"].items())


def _movements(case: dict[str, Any]) -> tuple[Movement, ...]:
    said = dict(case["fact"])
    catalogue = _with_rosters(case.get("rosters", {}))
    kind, day = catalogue.fact_types[said.pop("type")], said.pop("date")
    now = datetime.combine(day, time(3), UTC)
    fields = completed(kind, {**said, "date": day.isoformat()})
    row = FactRow(1, kind.code, day, day, None, None, None, fields, "confirmed", now, now)
    as_of = Moment(day + timedelta(days=1), now + timedelta(days=1))
    return movements(row, catalogue, case["tenant"], ListedFacts((), catalogue), as_of)


def _with_rosters(lists: dict[str, list[str]]) -> Catalogue:
    rosters = {
        code: CATALOGUE.rosters[code].model_copy(
            update={"members": tuple(Member(code=f"m{at}", name=name) for at, name in enumerate(names))}
        )
        for code, names in lists.items()
    }
    return replace(CATALOGUE, rosters={**CATALOGUE.rosters, **rosters})
