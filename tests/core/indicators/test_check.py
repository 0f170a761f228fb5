import pytest
from hypothesis import given

from core.indicators.check import problems
from core.indicators.expression import Expression
from core.indicators.parse import parse
from tests.core.indicators.expressions import expressions
from tests.core.indicators.plan_world import PLAN
from tests.core.indicators.world import CATALOGUE, plan, target


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
        "distinct(visit.(names, year, place.kind) having distinct(unit) >= 2 where year = 2026 in plan)",
        "common(distinct(visit.names), union(distinct(visit.note), distinct(visit.level having count >= 2)))",
        "avg(visit.number where level = high from 2026-01-01 to 2026-12-31)",
        "growth(distinct(visit.names in year until 11-14), base 2025 = 4)",
        "delay(visit.note where stage >= done, after survey.kind)",
        "overspent(visit.number by level)",
        "steps(due) - common(steps(all), distinct(visit.level))",
        "stage(visit where level = $level and number >= $number) >= $enough",
        "distinct(visit.names having count >= $times) >= $many",
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
        ("valid(survey.number by kind)", "survey does not say how long it holds"),
        ("register(survey.number minus visit.number by place, kind)", "visit has no field kind"),
        ("distinct(visit.(names, levle))", "visit has no field levle; did you mean level?"),
        ("distinct(visit.names having distinct(stagge) >= 2)", "no field stagge; did you mean stage?"),
        ("count(visit where year = soon)", "soon is no year"),
        ("count(visit where year >= 2026)", "year has no order for >=; choose days with a window"),
        ("avg(visit.level)", "avg of visit.level: it is a choice field"),
        ("avg(visits.number)", "unknown fact type visits; did you mean visit?"),
        ("delay(visit.nots, after survey.kind)", "visit has no field nots; did you mean note?"),
        ("delay(visit.note, after survey.knid)", "survey has no field knid; did you mean kind?"),
        ("overspent(visit.note by level)", "overspent of visit.note: it is a text field"),
        ("overspent(visit.number by note)", "the line of overspent of visit.note: it is a text field"),
        ("growth(count(visits))", "unknown fact type visits"),
        ("count(visit) - count(vist)", "unknown fact type vist; did you mean visit?"),
        ("union(distinct(visit.names), distinct(vist.names))", "unknown fact type vist"),
        ("common(distinct(visit.(names, level)), distinct(visit.names))", "name as many in each"),
        ("ratio(distinct(visit.(names, level)), distinct(visit.names))", "name as many in each"),
        ("ratio(distinct(visit.(names, level)), roster(team))", "members have one name each"),
        ("all(growth(count(visit)) >= much)", "much is no number to compare with"),
    ],
)
def test_what_the_content_does_not_have_is_named(text: str, problem: str) -> None:
    assert any(problem in found for found in problems(parse(text), CATALOGUE)), problems(
        parse(text), CATALOGUE
    )


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("steps(all)", "no task of P has steps; add them"),
        ("ratio(distinct(visit.level), steps(due))", "no task of P has steps"),
        ("overspent(visit.number by level)", "no line of the budget of P has an amount"),
    ],
)
def test_what_the_plan_does_not_have_is_named(text: str, problem: str) -> None:
    bare = plan(target("count(visit)"))
    assert any(problem in found for found in problems(parse(text), CATALOGUE, bare))
    assert problems(parse(text), CATALOGUE, PLAN) == []


@given(expressions)
def test_any_expression_can_be_checked(expression: Expression) -> None:
    assert all(isinstance(problem, str) and problem for problem in problems(expression, CATALOGUE, PLAN))
