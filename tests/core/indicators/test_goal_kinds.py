"""Goals that are no plain least number: bands, about, ceilings, growth, steps, schedules, words, the past."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.catalogue.plans import Baseline, Goal, Plan, SideFigure, Target
from core.indicators.facts import FactRow, ListedFacts
from core.indicators.goals import Band, band, reaches
from core.indicators.progress import State, TargetProgress, assess, side_figures
from tests.core.indicators.plan_world import CATALOGUE, PLAN
from tests.core.indicators.world import fact, moment, target

END = date(2030, 12, 31)
BETWEEN = Goal(op="between", low=7, high=9, due=END)
ABOUT = Goal(op="about", value=150, tolerance=10, due=END)
CEILING = Goal(op="<=", value=100, due=END)
GROWING = Goal(op="between", low=10, high=15, percent=True, years=(2026, 2030))
GROWTH = "growth(distinct(visit.note in year))"


def assessed(wanted: Target, *rows: FactRow, day: date, whole: Plan = PLAN) -> TargetProgress:
    return assess(whole, wanted, ListedFacts(rows, CATALOGUE), CATALOGUE, moment(day))


def summed(number: int, goal: Goal, day: date) -> TargetProgress:
    return assessed(target("sum(visit.number)", goal), fact(1, number=number, day=day), day=day)


def named(year: int, number: int) -> list[FactRow]:
    return [fact(year * 100 + n, note=f"name {n}", day=date(year, 1, 2)) for n in range(number)]


@pytest.mark.parametrize(
    ("number", "state", "where"),
    [
        (6, State.BEHIND, Band.BELOW),
        (7, State.REACHED, Band.INSIDE),
        (9, State.REACHED, Band.INSIDE),
        (10, State.REACHED, Band.ABOVE),
    ],
)
def test_the_floor_of_a_band_must_be_reached_and_above_is_no_failure(
    number: int, state: State, where: Band
) -> None:
    found = summed(number, BETWEEN, END)
    assert [found.state, found.band] == [state, where]


def test_a_band_has_the_pace_of_its_floor() -> None:
    found = summed(3, BETWEEN, date(2028, 7, 2))
    assert [found.state, found.expected, found.forecast] == [State.ON_TRACK, 3, 5]
    assert summed(6, BETWEEN, date(2031, 1, 1)).state is State.AT_RISK


def test_a_band_without_an_upper_end_is_never_above() -> None:
    assert summed(99, Goal(op="between", low=7, due=END), END).band is Band.INSIDE


@pytest.mark.parametrize(
    ("number", "state", "where"),
    [
        (139, State.BEHIND, Band.BELOW),
        (140, State.REACHED, Band.INSIDE),
        (160, State.REACHED, Band.INSIDE),
        (161, State.REACHED, Band.ABOVE),
    ],
)
def test_about_a_number_is_within_its_tolerance_and_above_counts_as_reached(
    number: int, state: State, where: Band
) -> None:
    found = summed(number, ABOUT, END)
    assert [found.state, found.band] == [state, where]


def test_about_a_number_without_tolerance_is_that_number() -> None:
    goal = Goal(op="about", value=5, due=END)
    assert [summed(number, goal, END).band for number in (4, 5, 6)] == [Band.BELOW, Band.INSIDE, Band.ABOVE]


def test_a_mean_is_wanted_whole_from_the_first_year() -> None:
    wanted = target("avg(visit.share)", Goal(op="about", value=12.5, tolerance=0.5, due=END))
    values = [(11.8, State.BEHIND), (12, State.REACHED), (13.1, State.REACHED), (4, State.AT_RISK)]
    for value, state in values:
        found = assessed(wanted, fact(1, share=value, day=date(2026, 2, 1)), day=date(2026, 3, 1))
        assert [found.state, found.expected, found.forecast] == [state, None, None]
    assert assessed(wanted, day=date(2026, 3, 1)).state is State.NO_DATA


@pytest.mark.parametrize("day", [date(2026, 1, 1), date(2028, 6, 1), END, date(2031, 1, 1)])
def test_a_ceiling_is_kept_or_broken_and_never_behind(day: date) -> None:
    kept, full, broken = (summed(number, CEILING, day) for number in (0, 100, 101))
    assert [found.state for found in (kept, full, broken)] == [State.REACHED, State.REACHED, State.AT_RISK]
    assert {found.expected for found in (kept, full, broken)} == {None}


def test_a_ceiling_says_where_the_spending_leads() -> None:
    found = summed(80, CEILING, date(2028, 7, 2))
    assert [found.state, found.forecast] == [State.REACHED, 159]


def test_a_ceiling_of_none_is_kept_with_no_facts_and_unknown_with_no_figure() -> None:
    none = Goal(op="<=", value=0, due=END)
    rules = target("distinct(visit.(note, level) having count >= 2)", none)
    assert assessed(rules, day=date(2026, 3, 1)).state is State.REACHED
    twice = fact(1, note="An", level="low"), fact(2, note="an", level="low")
    assert assessed(rules, *twice, day=date(2026, 6, 1)).state is State.AT_RISK
    money = target("overspent(cost.amount by line)", none)
    assert assessed(money, day=date(2026, 3, 1)).state is State.REACHED
    unsplit = PLAN.model_copy(update={"budget": None})
    assert assessed(money, day=date(2026, 3, 1), whole=unsplit).state is State.NO_DATA


@pytest.mark.parametrize(
    ("now", "state", "where"),
    [
        (21, State.BEHIND, Band.BELOW),
        (22, State.REACHED, Band.INSIDE),
        (23, State.REACHED, Band.INSIDE),
        (24, State.REACHED, Band.ABOVE),
    ],
)
def test_growth_between_ten_and_fifteen_percent(now: int, state: State, where: Band) -> None:
    wanted = target(GROWTH, GROWING)
    found = assessed(wanted, *named(2026, 20), *named(2027, now), day=date(2027, 12, 31))
    assert [found.state, found.band, found.due] == [state, where, date(2027, 12, 31)]
    assert found.value == Decimal(now * 100) / 20 - 100


def test_growth_is_paced_by_what_there_was_last_year() -> None:
    wanted = target(GROWTH, GROWING)
    middle = date(2027, 7, 2)
    states = [
        assessed(wanted, *named(2026, 20), *named(2027, now), day=middle).state for now in (11, 10, 8, 6)
    ]
    assert states == [State.ON_TRACK, State.BEHIND, State.BEHIND, State.AT_RISK]
    first = assessed(wanted, *named(2026, 20), day=date(2027, 1, 1))
    assert [first.state, first.value, first.expected] == [State.ON_TRACK, -100, None]


def test_growth_of_a_year_that_goes_on_as_it_began_is_forecast() -> None:
    found = assessed(target(GROWTH, GROWING), *named(2026, 20), *named(2027, 11), day=date(2027, 7, 2))
    assert found.forecast == 5
    early = assessed(target(GROWTH, GROWING), *named(2026, 20), *named(2027, 3), day=date(2027, 1, 9))
    assert early.forecast is None


def test_growth_with_nothing_last_year_is_no_data_and_a_base_of_the_plan_helps() -> None:
    day = date(2026, 12, 31)
    assert assessed(target(GROWTH, GROWING), *named(2026, 5), day=day).state is State.NO_DATA
    based = target("growth(distinct(visit.note in year), base 2025 = $base)", GROWING)
    found = assessed(based, *named(2026, 5), day=day)
    assert [found.value, found.band, found.measure.denominator] == [25, Band.ABOVE, 4]


def test_a_base_that_is_not_set_is_missed_in_the_year_after_it_only() -> None:
    wanted = target("growth(distinct(visit.note in year), base 2025 = $unset)", GROWING)
    rows = *named(2026, 20), *named(2027, 22)
    first, second = (assessed(wanted, *rows, day=date(year, 12, 31)) for year in (2026, 2027))
    assert [first.state, first.missing] == [State.NO_DATA, ("unset",)]
    assert [second.state, second.missing] == [State.REACHED, ()]


def test_growth_of_a_last_value_has_no_pace() -> None:
    wanted = target("growth(latest(visit.number in year))", GROWING)
    rows = fact(1, number=50, day=date(2026, 12, 31)), fact(2, number=52, day=date(2027, 1, 31))
    found = assessed(wanted, *rows, day=date(2027, 2, 1))
    assert [found.state, found.value, found.expected, found.forecast] == [State.BEHIND, 4, None, None]


def test_steps_are_expected_when_their_months_have_ended() -> None:
    wanted = target("ratio(distinct(done.step), steps(all))", Goal(value=100, percent=True, due=END))
    done = fact(1, "done", step="p_1_1", day=date(2026, 2, 2))
    march, april = (assessed(wanted, done, day=day) for day in (date(2026, 3, 31), date(2026, 4, 1)))
    assert [march.expected, april.expected] == [25, 50]
    assert [march.state, april.state] == [State.ON_TRACK, State.BEHIND]
    assert assessed(wanted, done, day=END).expected == 100


def test_a_goal_of_a_phase_has_its_pace_from_the_first_day_of_the_phase() -> None:
    wanted = target("count(visit from 2028-01-01 to 2029-12-31)", Goal(value=10, due=date(2029, 12, 31)))
    before, half = (assessed(wanted, day=day) for day in (date(2027, 12, 31), date(2028, 12, 31)))
    assert [before.expected, half.expected] == [0, 5]


def test_of_a_schedule_the_next_goal_counts_and_after_the_last_that_one() -> None:
    early = Goal(op=">", value=60, percent=True, due=date(2026, 6, 30))
    late = Goal(value=90, percent=True, due=END)
    wanted = target("ratio(distinct(visit.names), roster(team))", early, late)
    row = fact(1, names=["An", "Bình"], day=date(2026, 3, 1))
    days = date(2026, 6, 30), date(2026, 7, 1), date(2031, 1, 1)
    found = [assessed(wanted, row, day=day) for day in days]
    assert [each.goal for each in found] == [early, late, late]
    assert [each.state for each in found] == [State.REACHED, State.REACHED, State.AT_RISK]


def test_a_target_waits_for_the_parameters_an_admin_must_set() -> None:
    wanted = target("count(visit where number >= $unset) - count(visit where stage >= $enough)", BETWEEN)
    found = assessed(wanted, fact(1, number=3), day=date(2026, 6, 1))
    assert [found.state, found.value, found.missing] == [State.NO_DATA, None, ("unset",)]
    assert (found.goal, found.due) == (BETWEEN, END)


def test_a_target_told_in_words_and_one_of_the_past_are_no_figures() -> None:
    words = target("count(visit)").model_copy(update={"kind": "Q", "indicator": None, "linked": ("visit",)})
    past = target("count(visit)").model_copy(
        update={"kind": "H", "indicator": None, "baseline": Baseline(value=62, period="2021-2025", met=True)}
    )
    for wanted in (words, past):
        found = assessed(wanted, fact(1), day=date(2026, 6, 1))
        assert [found.state, found.value, found.goal, found.missing] == [State.NOT_NUMERIC, None, None, ()]


def test_side_figures_are_measured_beside_the_target() -> None:
    figures = tuple(
        SideFigure(name=CATALOGUE.groups["upper"].label, unit=CATALOGUE.groups["upper"].label, indicator=text)
        for text in ("sum(visit.number)", "count(visit where number >= $unset)", "steps(all)")
    )
    wanted = target("count(visit)").model_copy(update={"also": figures})
    facts = ListedFacts((fact(1, number=4), fact(2, number=5)), CATALOGUE)
    found = side_figures(PLAN, wanted, facts, CATALOGUE, moment())
    assert [figure for figure, _ in found] == list(figures)
    assert [measure.value for _, measure in found] == [9, None, 4]
    assert side_figures(PLAN, target("count(visit)"), facts, CATALOGUE, moment()) == ()


_numbers = st.integers(0, 50)
_goals = st.one_of(
    st.builds(Goal, op=st.just("between"), low=_numbers, high=_numbers.map(lambda n: n + 50)),
    st.builds(Goal, op=st.just("about"), value=_numbers, tolerance=_numbers),
)


@given(_goals, st.integers(-10, 150))
def test_a_goal_with_two_ends_is_reached_exactly_where_the_value_is_not_below(goal: Goal, value: int) -> None:
    assert reaches(goal, Decimal(value)) == (band(goal, Decimal(value)) is not Band.BELOW)
