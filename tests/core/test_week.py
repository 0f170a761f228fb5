"""A week is the place's own: its Monday, its midnight, its number."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.week import Week

HANOI = "Asia/Ho_Chi_Minh"
moments = st.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


@given(moments, st.sampled_from([HANOI, "UTC", "America/New_York"]))
def test_a_moment_is_in_its_own_week_and_in_no_other(moment: datetime, zone: str) -> None:
    week = Week.of(moment, zone)
    assert week.starts <= moment < week.ends
    assert Week.of(week.ends, zone).monday == week.monday + timedelta(days=7)
    assert Week.of(week.starts, zone) == week


@pytest.mark.parametrize(
    ("moment", "monday", "number"),
    [
        (datetime(2026, 5, 10, 16, 59, tzinfo=UTC), date(2026, 5, 4), 19),
        (datetime(2026, 5, 10, 17, 0, tzinfo=UTC), date(2026, 5, 11), 20),
        (datetime(2027, 1, 1, 2, 0, tzinfo=UTC), date(2026, 12, 28), 53),
        (datetime(2027, 1, 3, 17, 0, tzinfo=UTC), date(2027, 1, 4), 1),
        (datetime(2028, 2, 29, 2, 0, tzinfo=UTC), date(2028, 2, 28), 9),
    ],
)
def test_weeks_are_those_of_the_place_also_at_the_end_of_the_year(
    moment: datetime, monday: date, number: int
) -> None:
    week = Week.of(moment, HANOI)
    assert (week.monday, week.number) == (monday, number)


def test_an_hour_of_a_day_is_the_hour_there() -> None:
    week = Week(date(2026, 5, 11), HANOI)
    assert week.at(week.sunday, time(20)) == datetime(2026, 5, 17, 20, tzinfo=ZoneInfo(HANOI))
