from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.catalogue.plans import Goal
from core.indicators.facts import FactRow, ListedFacts
from core.indicators.goals import term_on
from core.indicators.progress import State, TargetProgress, assess
from tests.core.indicators.world import CATALOGUE, fact, moment, plan, target

YEARLY = Goal(value=20, years=(2026, 2030))
BY_2030 = Goal(value=5, due=date(2030, 12, 31))


def assessed(
    indicator: str, *goals: Goal, day: date, rows: tuple[FactRow, ...] = (), ends: date | None = None
) -> TargetProgress:
    wanted = target(indicator, *goals)
    whole = plan(wanted, ends=ends)
    return assess(whole, wanted, ListedFacts(rows, CATALOGUE), CATALOGUE, moment(day))


def visits(number: int) -> tuple[FactRow, ...]:
    return (fact(1, number=number, day=date(2026, 1, 2)),)


@pytest.mark.parametrize(
    ("number", "state"),
    [
        (20, State.REACHED),
        (25, State.REACHED),
        (17, State.ON_TRACK),
        (16, State.BEHIND),
        (12, State.BEHIND),
        (11, State.AT_RISK),
        (0, State.AT_RISK),
    ],
)
def test_seventeen_of_twenty_are_expected_on_the_tenth_of_november(number: int, state: State) -> None:
    found = assessed("sum(visit.number in year)", YEARLY, day=date(2026, 11, 10), rows=visits(number))
    assert found.state is state
    assert found.expected == 17


def test_nobody_is_behind_on_the_first_day() -> None:
    assert assessed("sum(visit.number in year)", YEARLY, day=date(2027, 1, 1)).state is State.ON_TRACK


def test_on_the_last_day_everything_is_expected() -> None:
    found = assessed("sum(visit.number in year)", YEARLY, day=date(2026, 12, 31), rows=visits(19))
    assert found.expected == 20
    assert found.state is State.BEHIND


def test_after_the_due_day_one_missing_is_at_risk() -> None:
    found = assessed("sum(visit.number)", BY_2030, day=date(2031, 1, 1), rows=visits(4))
    assert found.state is State.AT_RISK


def test_a_strict_goal_wants_more() -> None:
    strict = Goal(op=">", value=5, due=date(2030, 12, 31))
    assert (
        assessed("sum(visit.number)", strict, day=date(2030, 1, 1), rows=visits(5)).state is not State.REACHED
    )
    assert assessed("sum(visit.number)", strict, day=date(2030, 1, 1), rows=visits(6)).state is State.REACHED


def test_more_than_an_exact_goal_is_no_failure() -> None:
    exact = Goal(op="=", value=5, due=date(2030, 12, 31))
    assert assessed("sum(visit.number)", exact, day=date(2030, 1, 1), rows=visits(6)).state is State.REACHED


def test_a_goal_without_an_end_must_always_hold() -> None:
    always = Goal(value=6)
    assert assessed("sum(visit.number)", always, day=date(2026, 1, 3), rows=visits(5)).expected == 6


def test_a_goal_without_a_due_day_is_due_when_its_plan_ends() -> None:
    found = assessed("count(visit)", Goal(value=10), day=date(2026, 3, 1), ends=date(2026, 12, 31))
    assert found.due == date(2026, 12, 31)


def test_of_several_goals_the_next_one_counts() -> None:
    early, late = Goal(value=5, due=date(2026, 6, 30)), Goal(value=9, due=date(2030, 12, 31))
    wanted = target("count(visit)", late, early)
    chosen = [term_on(wanted, plan(wanted), date(year, 7, 1)) for year in (2025, 2026, 2040)]
    assert [term.goal for term in chosen if term] == [early, late, late]


def test_a_yearly_goal_may_be_due_on_a_day_of_its_year() -> None:
    wanted = target("count(visit in year)", Goal(value=1, years=(2026, 2030), due=date(2030, 11, 14)))
    term = term_on(wanted, plan(wanted), date(2027, 3, 1))
    assert term is not None
    assert term.due == date(2027, 11, 14)


def test_the_forecast_carries_the_pace_on() -> None:
    found = assessed("sum(visit.number in year)", YEARLY, day=date(2026, 7, 2), rows=visits(9))
    assert found.forecast == 17


def test_there_is_no_forecast_in_the_first_days() -> None:
    found = assessed("sum(visit.number in year)", YEARLY, day=date(2026, 1, 20), rows=visits(9))
    assert found.forecast is None


def test_a_share_is_expected_in_whole_members() -> None:
    share = Goal(value=100, percent=True, due=date(2030, 12, 31))
    names = "ratio(distinct(visit.names), roster(team))"
    found = assessed(names, share, day=date(2028, 7, 3), rows=(fact(1, names=["An"]),))
    assert [found.value, found.expected] == [Decimal(100) / 3] * 2
    assert found.state is State.ON_TRACK


def test_a_milestone_has_its_stages_for_a_pace() -> None:
    reached = Goal(value=1, due=date(2030, 12, 31))
    halfway = date(2029, 1, 1)
    begun = assessed("stage(visit) >= done", reached, day=halfway, rows=(fact(1, stage="begun"),))
    nothing = assessed("stage(visit) >= done", reached, day=halfway)
    assert [begun.state, nothing.state] == [State.ON_TRACK, State.BEHIND]
    assert begun.expected is None


def test_a_target_without_a_goal_is_followed() -> None:
    assert assessed("count(visit)", day=date(2026, 7, 1)).state is State.NOT_NUMERIC


def test_no_data_is_no_failure() -> None:
    share = Goal(value=100, percent=True, due=date(2030, 12, 31))
    found = assessed("ratio(distinct(visit.names), roster(nobody))", share, day=date(2026, 7, 1))
    assert (found.state, found.value) == (State.NO_DATA, None)


def test_an_increase_of_a_sum_has_the_pace_of_its_month() -> None:
    more = Goal(op="increase", years=(2026, 2030))
    rows = fact(1, number=31, day=date(2026, 6, 9)), fact(2, number=15, day=date(2026, 7, 9))
    middle = assessed("sum(visit.number in month)", more, day=date(2026, 7, 15), rows=rows)
    end = assessed("sum(visit.number in month)", more, day=date(2026, 7, 31), rows=rows)
    assert [middle.previous, middle.expected] == [31, 15]
    assert [middle.state, end.state] == [State.ON_TRACK, State.BEHIND]


_goals = st.one_of(
    st.builds(Goal, value=st.integers(1, 50), due=st.dates(date(2026, 1, 1), date(2031, 1, 1))),
    st.builds(Goal, value=st.integers(1, 50), years=st.just((2026, 2030))),
    st.builds(Goal, value=st.integers(1, 50)),
)
_days = st.dates(date(2025, 1, 1), date(2032, 1, 1))
_RANKS = (State.AT_RISK, State.BEHIND, State.ON_TRACK, State.REACHED)


@given(_goals, _days, st.integers(0, 60), st.integers(0, 60))
def test_more_is_never_worse(goal: Goal, day: date, one: int, other: int) -> None:
    low, high = sorted((one, other))
    worse = assessed("sum(visit.number)", goal, day=day, rows=_on(day, low))
    better = assessed("sum(visit.number)", goal, day=day, rows=_on(day, high))
    assert _RANKS.index(worse.state) <= _RANKS.index(better.state)


@given(_goals, _days, _days)
def test_what_is_expected_never_falls_while_a_goal_runs(goal: Goal, one: date, other: date) -> None:
    first, last = (assessed("sum(visit.number)", goal, day=day) for day in sorted((one, other)))
    if first.due == last.due:
        assert first.expected is not None
        assert last.expected is not None
        assert first.expected <= last.expected <= Decimal(str(goal.value))


def _on(day: date, number: int) -> tuple[FactRow, ...]:
    return (fact(1, number=number, day=day),)
