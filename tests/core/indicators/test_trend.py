"""At which earlier days a figure is looked at again, and with what was known then."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from decimal import Decimal

import pytest

from core.catalogue.plans import Goal, Parameter, Plan, Target
from core.indicators.facts import FactRow, Facts, ListedFacts, Moment
from core.indicators.parse import parse
from core.indicators.progress import TargetProgress
from core.indicators.trend import Seen, points, trend
from tests.core.indicators.world import CATALOGUE, fact, moment, plan, target

ZONE = "Asia/Ho_Chi_Minh"


def days(window: str, day: date, ends: date | None = date(2030, 12, 31)) -> list[str]:
    whole = plan(target("count(visit)"), ends=ends)
    return [
        f"{each.day}/{each.month}/{each.year}" for each in points(parse(f"count(visit {window})"), whole, day)
    ]


@pytest.mark.parametrize("window", ["", "to date", "in plan", "in 3 months", "from 2026-01-01 to 2027-12-31"])
def test_what_runs_over_years_is_followed_through_the_last_four_quarters(window: str) -> None:
    assert days(window, date(2027, 11, 10)) == ["31/12/2026", "31/3/2027", "30/6/2027", "30/9/2027"]


def test_what_is_of_one_year_is_followed_through_its_months() -> None:
    assert days("in year", date(2027, 11, 10)) == ["31/7/2027", "31/8/2027", "30/9/2027", "31/10/2027"]
    assert days("in year", date(2027, 3, 1)) == ["31/1/2027", "28/2/2027"]
    assert days("in year until 11-14", date(2027, 1, 31)) == []


def test_what_is_of_one_month_is_compared_with_the_months_before_it() -> None:
    assert days("in month", date(2027, 2, 10)) == ["31/10/2026", "30/11/2026", "31/12/2026", "31/1/2027"]


def test_a_quarter_is_compared_with_the_quarters_before_it() -> None:
    assert days("in quarter", date(2027, 4, 1)) == ["30/6/2026", "30/9/2026", "31/12/2026", "31/3/2027"]


def test_no_day_lies_before_the_plan_or_after_it_or_is_the_day_itself() -> None:
    assert days("to date", date(2026, 6, 30)) == ["31/3/2026"]
    assert days("to date", date(2026, 2, 1)) == []
    ended = days("to date", date(2029, 1, 1), ends=date(2026, 12, 31))
    assert ended == ["31/3/2026", "30/6/2026", "30/9/2026", "31/12/2026"]


def followed(
    whole: Plan, wanted: Target, facts: Facts, as_of: Moment
) -> tuple[tuple[date, TargetProgress], ...]:
    """The trend where nothing was settled on the way."""
    return trend(whole, wanted, as_of, ZONE, lambda then: Seen(whole, wanted, facts, CATALOGUE))


def values(*rows: FactRow, day: date, indicator: str = "sum(visit.number to date)") -> list[Decimal | None]:
    wanted = target(indicator, Goal(value=20, due=date(2030, 12, 31)))
    found = followed(plan(wanted), wanted, ListedFacts(rows, CATALOGUE), moment(day))
    return [item.value for _, item in found]


def test_each_day_has_the_value_of_its_own() -> None:
    rows = [fact(month, number=month, day=date(2026, month, 5)) for month in (1, 4, 6, 8)]
    assert values(*rows, day=date(2026, 11, 10)) == [1, 11, 19]


def test_what_was_recorded_later_was_not_known_then() -> None:
    late = replace(
        fact(1, number=5, day=date(2026, 3, 30)),
        recorded_at=datetime.combine(date(2026, 4, 2), time(5, tzinfo=UTC)),
        confirmed_at=datetime.combine(date(2026, 4, 2), time(5, tzinfo=UTC)),
    )
    assert values(late, day=date(2026, 7, 5)) == [0, 5]


def test_the_day_ends_at_midnight_of_the_place() -> None:
    def at(hour: int) -> FactRow:
        recorded = datetime(2026, 3, 31, hour, 30, tzinfo=UTC)
        return replace(fact(1, number=5, day=date(2026, 3, 31)), recorded_at=recorded, confirmed_at=recorded)

    assert values(at(16), day=date(2026, 4, 5)) == [5]
    assert values(at(17), day=date(2026, 4, 5)) == [0]


def test_a_past_report_never_knows_more_than_its_own_cut_off() -> None:
    wanted = target("sum(visit.number to date)", Goal(value=20, due=date(2030, 12, 31)))
    row = fact(1, number=5, day=date(2026, 3, 20))
    early = replace(moment(date(2026, 4, 5)), cutoff=datetime(2026, 3, 1, tzinfo=UTC))
    found = followed(plan(wanted), wanted, ListedFacts((row,), CATALOGUE), early)
    assert [item.value for _, item in found] == [0]


def test_what_has_no_figure_has_no_trend() -> None:
    words = target("count(visit)").model_copy(update={"indicator": None})
    waits = target("count(visit where note = $unset)")
    whole = plan(words, waits).model_copy(update={"parameters": (Parameter(code="unset", name=words.name),)})
    facts = ListedFacts((), CATALOGUE)
    for each in (words, waits):
        assert followed(whole, each, facts, moment(date(2027, 1, 5))) == ()


def test_what_an_admin_set_is_taken_as_it_was_on_each_day() -> None:
    wanted = target("sum(visit.number where level = $wanted to date)")

    def settled(value: str) -> Plan:
        parameter = Parameter(code="wanted", name=wanted.name, value=value)
        return plan(wanted).model_copy(update={"parameters": (parameter,)})

    rows = [
        fact(1, number=2, level="low", day=date(2026, 1, 5)),
        fact(2, number=7, level="high", day=date(2026, 1, 6)),
    ]

    def seen(then: Moment) -> Seen:
        plan_then = settled("low" if then.date < date(2026, 6, 1) else "high")
        return Seen(plan_then, wanted, ListedFacts(tuple(rows), CATALOGUE), CATALOGUE)

    found = trend(settled("high"), wanted, moment(date(2026, 7, 5)), ZONE, seen)
    assert [item.value for _, item in found] == [2, 7]
