"""Every target of the sample commune's plans, with the reports that move it and those that must not."""

from collections.abc import Iterator
from decimal import Decimal

import pytest

from bot.content import load_catalogue
from core.indicators.check import problems
from core.indicators.facts import ListedFacts
from core.indicators.movement import movements
from core.indicators.parse import parse
from core.indicators.progress import TargetProgress, assess
from core.indicators.references import references
from core.indicators.show import show
from core.texts import Lines, Speech, Text
from tests.content.target_cases import TENANT, Case, read_cases

CATALOGUE = load_catalogue()
CASES = read_cases(CATALOGUE)
TARGETS = {target.code: (plan, target) for plan in CATALOGUE.plans.values() for target in plan.targets}


def named(case: Case) -> str:
    return f"{case.target}: {case.name}"


@pytest.mark.parametrize("code", TARGETS)
def test_every_indicator_can_be_read_and_names_only_what_exists(code: str) -> None:
    expression = parse(TARGETS[code][1].indicator)
    assert parse(show(expression)) == expression
    assert problems(expression, CATALOGUE) == []


def test_every_target_has_cases() -> None:
    assert {case.target for case in CASES} == set(TARGETS)


@pytest.mark.parametrize("case", CASES, ids=named)
def test_the_figure_is_right(case: Case) -> None:
    plan, target = TARGETS[case.target]
    catalogue = case.catalogue(CATALOGUE)
    found = assess(plan, target, case.facts(catalogue), catalogue, case.moment)
    assert {key: _figures(found)[key] for key in case.expect} == {
        key: _expected(value) for key, value in case.expect.items()
    }


@pytest.mark.parametrize("case", [case for case in CASES if case.rows], ids=named)
def test_each_report_moves_the_target_or_says_why_not(case: Case) -> None:
    catalogue = case.catalogue(CATALOGUE)
    for row in case.rows:
        before = ListedFacts(tuple(other for other in case.rows if other.id < row.id), catalogue)
        found = movements(row, catalogue, TENANT, before, case.moment)
        movement = next((each for each in found if each.target.code == case.target), None)
        if movement is None:
            assert row.type not in references(parse(TARGETS[case.target][1].indicator)).fact_types
            assert row.id not in case.reasons
        elif movement.reason is None:
            assert row.id not in case.reasons, f"report {row.id} moves the target"
        else:
            assert case.reasons.get(row.id) in set(_keys(movement.reason)), (
                f"report {row.id} does not move it"
            )


def _figures(found: TargetProgress) -> dict[str, object]:
    return {
        "value": found.value,
        "numerator": found.measure.numerator,
        "denominator": found.measure.denominator,
        "stage": found.measure.stage,
        "pending": found.measure.pending,
        "counted": list(found.measure.facts),
        "state": found.state.value,
        "expected": found.expected,
        "forecast": found.forecast,
        "previous": found.previous,
    }


def _expected(value: object) -> object:
    return Decimal(str(value)) if isinstance(value, int | float) else value


def _keys(speech: Speech) -> Iterator[str]:
    if isinstance(speech, Text):
        yield speech.key
    elif isinstance(speech, Lines):
        for part in speech.parts:
            yield from _keys(part)
