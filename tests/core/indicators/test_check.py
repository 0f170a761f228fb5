import pytest
from hypothesis import given

from core.indicators.check import problems
from core.indicators.expression import Expression
from core.indicators.parse import parse
from tests.core.indicators.expressions import expressions
from tests.core.indicators.world import CATALOGUE


@pytest.mark.parametrize(
    "text",
    [
        "count(visit)",
        "sum(visit.people[staff] where level in @upper and topics in {a, b} in year)",
        "sum(visit.people)",
        "ratio(distinct(visit.names where level >= middle), roster(team))",
        "distinct(visit.names where names in roster(team))",
        "latest(visit.number where date >= 2026-01-01)",
        "all(stage(visit where place = square) >= done, count(visit where unit = office) >= 1)",
        "ratio(valid(check.number by place, kind), register(survey.number minus loss.number by place, kind))",
    ],
)
def test_what_the_content_has_is_right(text: str) -> None:
    assert problems(parse(text), CATALOGUE) == []


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("count(visits)", "unknown fact type visits; did you mean visit?"),
        ("sum(visit.nummer)", "visit has no field nummer for sum; did you mean number?"),
        ("sum(visit.note)", "sum of visit.note: it is a text field"),
        ("latest(visit.level)", "latest of visit.level: it is a choice field"),
        ("sum(visit.people[gests])", "visit.people has no option gests; did you mean guests?"),
        ("sum(visit.number[staff])", "only a tally field has options"),
        ("count(visit where level = hihg)", "visit.level has no option hihg; did you mean high?"),
        ("count(visit where level in @uper)", "unknown group uper; did you mean upper?"),
        ("count(visit where topics in @upper)", "no option of visit.topics is in the group upper"),
        ("count(visit where names in roster(tem))", "unknown roster tem; did you mean team?"),
        ("ratio(count(visit), roster(teams))", "unknown roster teams; did you mean team?"),
        ("count(visit where note = x)", "visit.note is free text"),
        ("count(visit where people > staff)", "it has no order for >"),
        ("count(visit where number >= many)", "many is no integer to compare visit.number with"),
        ("count(visit where date >= 2026-02-30)", "2026-02-30 is no date to compare visit.date with"),
        ("count(visit where place = sqare)", "unknown place sqare; did you mean square?"),
        ("count(visit where unit = ofice)", "unknown unit ofice; did you mean office?"),
        ("count(visit where place.kind = markt)", "unknown place.kind markt; did you mean market?"),
        ("stage(visit.level) >= finished", "visit.level has no option finished"),
        ("stage(survey) >= done", "survey has no field stage for stage"),
        ("count(visit) >= many", "many is no number to compare with"),
        ("count(visit latest by plac)", "visit has no field plac; did you mean place?"),
        ("ratio(valid(check.number by place), register(survey.number by kind))", "the keys differ"),
        ("register(survey.number minus visit.number by place, kind)", "visit has no field kind"),
    ],
)
def test_what_the_content_does_not_have_is_named(text: str, problem: str) -> None:
    assert any(problem in found for found in problems(parse(text), CATALOGUE)), problems(
        parse(text), CATALOGUE
    )


@given(expressions)
def test_any_expression_can_be_checked(expression: Expression) -> None:
    assert all(isinstance(problem, str) and problem for problem in problems(expression, CATALOGUE))
