"""What a figure will come to by the end of the year: by its pace, where more time means more."""

from datetime import date
from decimal import Decimal

from core.catalogue.plans import Goal
from core.indicators.estimate import year_end
from core.indicators.evaluate import Measure
from core.indicators.progress import progress
from tests import shipped
from tests.tables import over

PLAN = shipped.catalogue().plans["DC1"]
TARGET = next(each for each in PLAN.targets if each.code == "DC1-1")
AUTUMN = date(2026, 10, 31)
YEARLY = "sum(training_attendance.audience[can_bo] in year)"
EVER = "distinct(club.institution to date)"
SHARE = "ratio(distinct(model_site.site to date), roster(truong_hoc_xa))"
LEVEL = "latest(external_stat.value where series = grdp in year)"
EACH_YEAR = (Goal(value=20, years=(2026, 2030)),)
IN_2030 = (Goal(value=20, due=date(2030, 12, 31)),)
CEILING = (Goal(op="<=", value=20, years=(2026, 2030)),)
HALF = (Goal(value=50, percent=True, due=date(2030, 12, 31)),)
BEFORE_THE_15TH = (Goal(value=1, due=date(2030, 11, 14), years=(2026, 2030)),)


@over(
    [
        # 18 in 304 of 365 days
        (YEARLY, EACH_YEAR, 18, AUTUMN, 21),
        (YEARLY, CEILING, 18, AUTUMN, 21),
        # a goal of 2030 is told of to the end of this year, not to its own
        (YEARLY, IN_2030, 18, AUTUMN, 21),
        # of what began with the plan the pace is that of all its time: 100 in 669 of 730 days
        (EVER, IN_2030, 100, date(2027, 10, 31), 109),
        (YEARLY, IN_2030, 18, date(2027, 10, 31), 21),
        # without a goal only what starts anew each year is told of
        (YEARLY, (), 18, AUTUMN, 21),
        (EVER, (), 18, AUTUMN, None),
        # a day that has passed, and the last of the year, leave the value as it is
        (YEARLY, BEFORE_THE_15TH, 0, date(2026, 11, 15), 0),
        (YEARLY, EACH_YEAR, 18, date(2026, 12, 31), 18),
        # the first days say nothing, nor does a level
        (YEARLY, EACH_YEAR, 1, date(2026, 1, 10), None),
        (LEVEL, EACH_YEAR, 18, AUTUMN, None),
        (YEARLY, EACH_YEAR, None, AUTUMN, None),
    ]
)
def test_the_pace_so_far_goes_on(
    indicator: str, goals: tuple[Goal, ...], value: int | None, day: date, expected: int | None
) -> None:
    target = TARGET.model_copy(update={"indicator": indicator, "goals": goals})
    measure = Measure(None if value is None else Decimal(value))
    assert year_end(progress(target, PLAN, measure, day), day) == expected


def test_a_share_is_never_more_than_all_and_told_in_percent() -> None:
    target = TARGET.model_copy(update={"indicator": SHARE, "goals": HALF})
    for above, expected in ((2, 48), (5, 100)):
        measure = Measure(Decimal(above) / 5, Decimal(above), Decimal(5))
        assert year_end(progress(target, PLAN, measure, AUTUMN), AUTUMN) == expected


def test_a_duty_that_was_done_does_not_come_to_more() -> None:
    duty = TARGET.model_copy(update={"indicator": YEARLY, "goals": BEFORE_THE_15TH, "kind": "D"})
    spring = date(2026, 3, 31)
    assert year_end(progress(duty, PLAN, Measure(Decimal(1)), spring), spring) == 1
    goal = duty.model_copy(update={"kind": "E"})
    assert year_end(progress(goal, PLAN, Measure(Decimal(1)), spring), spring) == 3
