"""On which days a matter is told, and to whom."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.catalogue.reminders import DEFAULTS, Policy
from core.due.matters import Audience, Kind
from core.due.stages import Reached, next_up, reached, stages
from tests.shipped import catalogue

CALENDAR = catalogue().calendar
#: the last day of yearly reports; in 2026 a Saturday
DUE = date(2026, 11, 14)


def come(today: date, kind: Kind = Kind.DUTY, due: date = DUE) -> Reached | None:
    policy = DEFAULTS[kind]
    return reached(stages(due, policy, CALENDAR), policy, Audience.OFFICER, today)


def days(audience: Audience, policy: Policy = DEFAULTS[Kind.DUTY], due: date = DUE) -> list[str]:
    return [f"{e.day:%d/%m}" for e in stages(due, policy, CALENDAR) if e.audience is audience]


def test_officers_hear_before_the_last_day_on_days_that_are_worked_and_when_it_goes_up() -> None:
    assert days(Audience.OFFICER) == ["15/10", "30/10", "06/11", "11/11", "13/11", "16/11", "17/11"]


def test_managers_hear_a_day_after_and_the_level_above_three() -> None:
    assert days(Audience.MANAGER) == ["16/11"]
    assert days(Audience.ABOVE) == ["17/11"]


def test_over_days_off_a_manager_hears_a_day_before_the_level_above() -> None:
    new_year = date(2026, 12, 31)
    assert [days(who, due=new_year) for who in (Audience.MANAGER, Audience.ABOVE)] == [["04/01"], ["05/01"]]


def test_a_deadline_within_a_long_holiday_is_told_before_it() -> None:
    assert days(Audience.OFFICER, Policy(before=(3, 1, 0)), date(2026, 2, 20)) == ["13/02"]


@pytest.mark.parametrize(("today", "stage"), [("2026-10-14", None), ("2026-10-15", 15), ("2026-11-12", 11)])
def test_the_last_stage_that_came_counts(today: str, stage: int | None) -> None:
    found = come(date.fromisoformat(today))
    assert (found.stage.day.day if found else None) == stage


def test_what_was_missed_is_made_up_for_within_its_days_only_and_a_yearly_report_always() -> None:
    late = date(2026, 12, 20)
    step = come(late, Kind.STEP)
    assert step is not None
    assert step.skipped
    duty = come(late)
    assert duty is not None
    assert not duty.skipped


def test_it_is_known_beforehand_who_will_be_told() -> None:
    ahead = next_up(stages(DUE, DEFAULTS[Kind.DUTY], CALENDAR), date(2026, 11, 13))
    assert [(each.audience, each.day.day) for each in ahead] == [
        (Audience.MANAGER, 16),
        (Audience.ABOVE, 17),
    ]
    assert next_up(stages(DUE, DEFAULTS[Kind.INSTRUMENTS], CALENDAR), DUE) == ()


@given(st.dates(date(2026, 1, 1), date(2030, 12, 31)), st.sampled_from(list(Kind)))
def test_every_stage_is_on_a_working_day_on_the_right_side_of_the_last(due: date, kind: Kind) -> None:
    for stage in stages(due, DEFAULTS[kind], CALENDAR):
        assert CALENDAR.works(stage.day)
        assert (stage.day > due) is stage.late
    every = stages(due, DEFAULTS[kind], CALENDAR)
    assert len({(each.day, each.audience) for each in every}) == len(every)


@given(st.dates(date(2026, 1, 1), date(2029, 12, 31)), st.integers(-40, 40))
def test_a_day_later_never_goes_back_to_an_earlier_stage(due: date, offset: int) -> None:
    today = due + timedelta(days=offset)
    found = [come(day, due=due) for day in (today, today + timedelta(days=1))]
    if found[0] is not None:
        assert found[1] is not None
        assert found[1].stage.day >= found[0].stage.day
