"""When offices are open, and by when an answer may be expected."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from core.working_time import OfficeHours

ZONE = "Asia/Ho_Chi_Minh"
THERE = ZoneInfo(ZONE)
HOURS = OfficeHours(time(8), time(17))

moments = st.integers(0, 730 * 24 * 60).map(
    lambda minutes: datetime(2026, 1, 1, tzinfo=THERE) + timedelta(minutes=minutes)
)


def at(day: int, hour: int, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour, tzinfo=THERE)


def test_asked_in_the_morning_it_is_expected_the_same_time_on_the_next_working_day() -> None:
    assert HOURS.after_days(at(19, 9), 1, ZONE) == at(20, 9)


def test_asked_on_friday_evening_it_is_counted_from_monday_morning() -> None:
    assert HOURS.next_opening(at(20, 19), ZONE) == at(23, 8)


def test_a_day_off_is_no_working_day() -> None:
    assert HOURS.after_days(at(23, 10), 1, ZONE) == at(25, 10)


def test_a_saturday_that_makes_up_for_a_swap_is_worked() -> None:
    assert HOURS.open_at(at(22, 9, 8), ZONE)
    assert not HOURS.open_at(at(29, 9, 8), ZONE)


@given(moments, st.integers(0, 20))
def test_an_answer_is_always_expected_within_office_hours(moment: datetime, days: int) -> None:
    assert HOURS.open_at(HOURS.after_days(moment, days, ZONE), ZONE)


@given(moments, st.integers(0, 20))
def test_one_day_more_is_never_earlier(moment: datetime, days: int) -> None:
    later = HOURS.after_days(moment, days + 1, ZONE)
    assert later >= HOURS.after_days(moment, days, ZONE) + timedelta(days=1)
