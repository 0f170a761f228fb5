"""When a job that comes every month was due at last: short months, working days, some months only."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from core.catalogue.plans import JobTime
from core.rounds import Every, Round
from core.working_days import WorkingDays

HERE = "Asia/Ho_Chi_Minh"
HANOI = timedelta(hours=7)
FIRST, LAST = "first working day", "last working day"
QUARTERS = (1, 4, 7, 10)
MOMENTS = st.integers(0, 36_000).map(
    lambda hours: datetime(2024, 1, 1, tzinfo=UTC) + hours * timedelta(hours=1)
)


def at(text: str) -> datetime:
    """ "2026-05-04 09:00" in Vietnam."""
    return datetime.fromisoformat(f"{text}+07:00").astimezone(UTC)


@pytest.mark.parametrize(
    ("rhythm", "now", "due"),
    [
        ({"month_day": 15}, "2026-05-15 09:00", "2026-05-15 09:00"),
        ({"month_day": 15}, "2026-05-15 08:59", "2026-04-15 09:00"),
        ({"month_day": 31}, "2026-05-01 00:00", "2026-04-30 09:00"),
        ({"month_day": 31}, "2028-03-01 00:00", "2028-02-29 09:00"),
        ({"month_day": 31}, "2026-03-01 00:00", "2026-02-28 09:00"),
        ({"month_day": 1}, "2027-01-01 08:00", "2026-12-01 09:00"),
        # the first four days of May 2026 are days off but for Monday the 4th
        ({"month_day": FIRST}, "2026-05-03 23:00", "2026-04-01 09:00"),
        ({"month_day": FIRST}, "2026-05-04 09:00", "2026-05-04 09:00"),
        # the 30th and the last of January 2027 are a weekend
        ({"month_day": LAST}, "2027-01-31 12:00", "2027-01-29 09:00"),
        ({"month_day": LAST}, "2027-01-29 08:00", "2026-12-31 09:00"),
        ({"month_day": 1, "months": QUARTERS}, "2026-06-30 12:00", "2026-04-01 09:00"),
        ({"month_day": 1, "months": (12,)}, "2026-11-30 12:00", "2025-12-01 09:00"),
        ({"month_day": 1, "months": (12,)}, "2026-12-01 08:00", "2025-12-01 09:00"),
        ({"month_day": 29, "months": (2,)}, "2028-02-29 08:59", "2027-02-28 09:00"),
    ],
)
def test_it_was_last_due_then(rhythm: dict[str, Any], now: str, due: str) -> None:
    time = JobTime.model_validate({**rhythm, "at": "09:00"})
    assert time.latest(HERE, at(now), WorkingDays()) == at(due)
    assert time.every is Every.MONTH


@given(MOMENTS, st.integers(1, 31) | st.sampled_from([FIRST, LAST]), st.sets(st.integers(1, 12), min_size=1))
def test_it_is_never_ahead_and_never_more_than_a_year_behind(
    now: datetime, day: Any, months: set[int]
) -> None:
    time = JobTime(month_day=day, months=tuple(months), at="09:00")
    due = time.latest(HERE, now, WorkingDays())
    assert due <= now < due + timedelta(days=398)
    assert time.latest(HERE, due, WorkingDays()) == due
    assert (due + HANOI).month in months


@pytest.mark.parametrize(
    "wrong",
    [
        {"month_day": 0},
        {"month_day": 32},
        {"month_day": "some working day"},
        {"month_day": 1, "weekday": 5},
        {"months": [1]},
        {"month_day": 1, "months": []},
        {"month_day": 1, "months": [13]},
    ],
)
def test_what_names_no_day_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        JobTime.model_validate({**wrong, "at": "09:00"})


@pytest.mark.parametrize(
    ("every", "now", "told"),
    [
        (Every.WEEK, "2026-05-15 16:00", "week-20260511"),
        (Every.WEEK, "2026-05-11 08:00", "week-20260504"),
        (Every.DAY, "2026-05-15 16:45", "day-20260515"),
        (Every.DAY, "2026-05-15 07:15", "day-20260514"),
        (Every.MONTH, "2026-05-29 16:00", "month-20260501"),
        (Every.MONTH, "2026-05-04 09:00", "month-20260401"),
        (Every.QUARTER, "2026-07-01 09:00", "quarter-20260401"),
        (Every.QUARTER, "2026-12-31 16:00", "quarter-20261001"),
    ],
)
def test_a_summary_in_the_first_half_tells_of_the_time_before(every: Every, now: str, told: str) -> None:
    assert Round.told_at(every, at(now), HERE).code == told


@pytest.mark.parametrize(
    ("weekday", "now", "due"),
    [
        (5, "2026-05-15 14:00", "2026-05-15 14:00"),
        (5, "2026-05-15 13:59", "2026-05-08 14:00"),
        # Thursday 30 April and Friday 1 May are days off
        (5, "2026-04-29 14:00", "2026-04-29 14:00"),
        (5, "2026-05-02 09:00", "2026-04-29 14:00"),
        (5, "2027-01-01 20:00", "2026-12-31 14:00"),
        # all of that week is off
        (5, "2026-02-20 20:00", "2026-02-13 14:00"),
        # a Monday off moves to after it; a day of the weekend was chosen as it is
        (1, "2027-02-08 20:00", "2027-02-01 14:00"),
        (7, "2026-05-17 14:00", "2026-05-17 14:00"),
    ],
)
def test_a_weekly_job_moves_from_a_day_off_to_a_day_worked_in_its_week(
    weekday: int, now: str, due: str
) -> None:
    job = JobTime(weekday=weekday, at="14:00")
    assert job.latest(HERE, at(now), WorkingDays()) == at(due)
