"""Every target of every plan, with the reports that move it and those that must not."""

from collections.abc import Iterable
from decimal import Decimal

from core.catalogue.plans import Plan
from core.indicators.check import problems
from core.indicators.evaluate import Measure
from core.indicators.facts import ListedFacts
from core.indicators.movement import movements
from core.indicators.parameters import expression_of, resolve
from core.indicators.parse import parse
from core.indicators.progress import TargetProgress, assess, side_figures
from core.indicators.references import references
from core.indicators.show import show
from tests import shipped
from tests.content.target_cases import Case, keys_of, read_cases, wrong_words
from tests.tables import over

CATALOGUE = shipped.catalogue()
CASES = read_cases(CATALOGUE)
#: the sentences of all targets and of their side figures, each with its target and plan
SENTENCES = [
    (target.code, plan, sentence)
    for plan, target in CATALOGUE.targets.values()
    for sentence in (target.indicator, *(side.indicator for side in target.also))
    if sentence is not None
]


def named(case: Case) -> str:
    return f"{case.target}: {case.name}"


@over(SENTENCES, ids=lambda row: row[0])
def test_every_indicator_can_be_read_and_names_only_what_exists(
    target: str, plan: Plan, sentence: str
) -> None:
    written = parse(sentence)
    assert parse(show(written)) == written
    assert problems(resolve(sentence, plan), CATALOGUE) == []


def test_every_target_has_cases() -> None:
    assert {case.target for case in CASES} == set(CATALOGUE.targets)


@over([case for case in CASES if case.rows], ids=named)
def test_the_reports_are_such_as_forms_send(case: Case) -> None:
    found = {row.id: list(wrong_words(row, CATALOGUE, case.tenant)) for row in case.rows}
    assert {number: words for number, words in found.items() if words} == {}


@over(CASES, ids=named)
def test_the_figure_is_right(case: Case) -> None:
    catalogue = case.catalogue(CATALOGUE)
    plan, target = catalogue.targets[case.target]
    facts = case.facts(catalogue)
    sides = (measure for _, measure in side_figures(plan, target, facts, catalogue, case.moment))
    figures = _figures(assess(plan, target, facts, catalogue, case.moment), sides)
    assert {key: figures[key] for key in case.expect} == {
        key: _expected(value) for key, value in case.expect.items()
    }


@over([case for case in CASES if case.rows], ids=named)
def test_each_report_moves_the_target_or_says_why_not(case: Case) -> None:
    catalogue = case.catalogue(CATALOGUE)
    plan, target = catalogue.targets[case.target]
    for row in case.rows:
        before = ListedFacts(tuple(other for other in case.rows if other.id < row.id), catalogue)
        found = movements(row, catalogue, case.tenant, before, case.moment)
        movement = next((each for each in found if each.target.code == case.target), None)
        if movement is None:
            expression = expression_of(target, plan)
            assert expression is None or row.type not in references(expression).fact_types
            assert row.id not in case.reasons
        elif movement.reason is None:
            assert row.id not in case.reasons, f"report {row.id} moves the target"
        else:
            assert case.reasons.get(row.id) in set(keys_of(movement.reason)), (
                f"report {row.id} does not move it"
            )


def _figures(found: TargetProgress, sides: Iterable[Measure]) -> dict[str, object]:
    return {
        "value": _rounded(found.value),
        "numerator": _rounded(found.measure.numerator),
        "denominator": _rounded(found.measure.denominator),
        "stage": found.measure.stage,
        "pending": _rounded(found.measure.pending),
        "counted": list(found.measure.facts),
        "state": found.state.value,
        "expected": _rounded(found.expected),
        "forecast": _rounded(found.forecast),
        "previous": _rounded(found.previous),
        "also": [_rounded(measure.value) for measure in sides],
    }


def _expected(value: object) -> object:
    """Numbers as figures are; in lists stand the numbers of reports, or the side figures in their order."""
    if isinstance(value, list):
        return [_expected(each) for each in value]
    return _rounded(Decimal(str(value))) if isinstance(value, int | float) else value


def _rounded(value: Decimal | None) -> Decimal | None:
    """A third is written with as many places as its author likes, from six on."""
    return None if value is None else round(value, 6)
