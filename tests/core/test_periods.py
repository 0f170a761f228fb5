"""Days and weeks of a place, quiet hours, and when a weekly job was due."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.periods import (
    clock_time,
    day_bounds,
    latest_due,
    local_date,
    moment_of,
    month_bounds,
    next_allowed,
    quiet,
    week_bounds,
    week_label,
    week_of_label,
    year_bounds,
)


def utc(year: int, month: int, day: int, hour: int = 0, minute: int = 0, second: int = 0) -> datetime:
    return datetime(year, month, day, hour, minute, second, tzinfo=UTC)


HERE = "Asia/Ho_Chi_Minh"
BERLIN = "Europe/Berlin"
MOMENTS = st.timedeltas(timedelta(0), timedelta(days=5500)).map(lambda past: utc(2020, 1, 1) + past)
ZONES = st.sampled_from([HERE, BERLIN, "America/New_York", "Pacific/Apia", "Asia/Kathmandu"])
TIMES = st.times().map(lambda at: at.replace(second=0, microsecond=0))


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (utc(2026, 5, 13, 16, 59, 59), date(2026, 5, 13)),
        (utc(2026, 5, 13, 17), date(2026, 5, 14)),
        (utc(2026, 12, 31, 17), date(2027, 1, 1)),
        (utc(2028, 2, 28, 17), date(2028, 2, 29)),
        (utc(2027, 2, 28, 17), date(2027, 3, 1)),
    ],
)
def test_a_day_begins_at_seventeen_utc_there(moment: datetime, day: date) -> None:
    assert local_date(moment, HERE) == day


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        local_date(utc(2026, 5, 14).replace(tzinfo=None), HERE)


@given(MOMENTS, ZONES)
def test_every_moment_is_within_its_own_day(moment: datetime, zone: str) -> None:
    first, after = day_bounds(local_date(moment, zone), zone)
    assert first <= moment < after


@pytest.mark.parametrize(
    ("day", "label"),
    [
        (date(2026, 5, 14), "2026-W20"),
        (date(2026, 12, 31), "2026-W53"),
        (date(2027, 1, 1), "2026-W53"),
        (date(2027, 1, 4), "2027-W01"),
        (date(2024, 12, 30), "2025-W01"),
    ],
)
def test_a_week_belongs_to_the_year_of_its_thursday(day: date, label: str) -> None:
    assert week_label(day) == label


@given(st.dates(date(1990, 1, 1), date(2099, 1, 1)))
def test_a_week_has_seven_days_from_monday_and_its_label_leads_back_to_it(day: date) -> None:
    monday, sunday = week_bounds(day)
    assert monday <= day <= sunday
    assert (monday.isoweekday(), (sunday - monday).days) == (1, 6)
    assert week_of_label(week_label(day)) == (monday, sunday)


def test_a_week_that_a_year_does_not_have_is_refused() -> None:
    with pytest.raises(ValueError, match="week"):
        week_of_label("2027-W53")


@pytest.mark.parametrize(
    ("year", "month", "last"), [(2028, 2, 29), (2026, 2, 28), (2100, 2, 28), (2026, 12, 31), (2026, 4, 30)]
)
def test_a_month_ends_on_its_last_day(year: int, month: int, last: int) -> None:
    assert month_bounds(year, month) == (date(year, month, 1), date(year, month, last))


def test_a_year_ends_with_december() -> None:
    assert year_bounds(2026) == (date(2026, 1, 1), date(2026, 12, 31))


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (utc(2026, 5, 14, 12, 59, 59), False),
        (utc(2026, 5, 14, 13), True),
        (utc(2026, 5, 14, 17), True),
        (utc(2026, 5, 14, 23, 59, 59), True),
        (utc(2026, 5, 15, 0), False),
    ],
)
def test_people_are_left_alone_from_twenty_to_seven(moment: datetime, expected: bool) -> None:
    assert quiet(moment, time(20), time(7), HERE) is expected


def test_quiet_hours_within_one_day_and_none_at_all() -> None:
    noon = utc(2026, 5, 14, 5)
    assert quiet(noon, time(11), time(13), HERE)
    assert not quiet(noon, time(13), time(14), HERE)
    assert not quiet(noon, time(12), time(12), HERE)


@pytest.mark.parametrize(
    ("moment", "allowed"),
    [
        (utc(2026, 5, 14, 5), utc(2026, 5, 14, 5)),
        (utc(2026, 5, 14, 14), utc(2026, 5, 15, 0)),
        (utc(2026, 5, 14, 18), utc(2026, 5, 15, 0)),
        (utc(2026, 12, 31, 16), utc(2027, 1, 1, 0)),
    ],
)
def test_what_falls_into_quiet_hours_waits_for_their_end(moment: datetime, allowed: datetime) -> None:
    assert next_allowed(moment, time(20), time(7), HERE) == allowed


@given(MOMENTS, TIMES, TIMES, st.sampled_from([HERE, "Asia/Kathmandu"]))
def test_the_next_allowed_moment_is_not_quiet_and_within_a_day(
    moment: datetime, start: time, end: time, zone: str
) -> None:
    allowed = next_allowed(moment, start, end, zone)
    assert moment <= allowed <= moment + timedelta(days=1)
    assert not quiet(allowed, start, end, zone)


@pytest.mark.parametrize(
    ("now", "due"),
    [
        (utc(2026, 5, 14, 8, 59, 59), utc(2026, 5, 7, 9)),
        (utc(2026, 5, 14, 9), utc(2026, 5, 14, 9)),
        (utc(2026, 5, 20), utc(2026, 5, 14, 9)),
        (utc(2027, 1, 1), utc(2026, 12, 31, 9)),
    ],
)
def test_a_job_on_thursdays_at_sixteen_was_last_due_then(now: datetime, due: datetime) -> None:
    assert latest_due(4, time(16), HERE, now) == due


def test_a_job_just_after_midnight_is_due_on_the_local_weekday() -> None:
    assert latest_due(5, time(0, 5), HERE, utc(2026, 5, 14, 17, 5)) == utc(2026, 5, 14, 17, 5)
    assert latest_due(5, time(0, 5), HERE, utc(2026, 5, 14, 17, 4)) == utc(2026, 5, 7, 17, 5)


@given(MOMENTS, st.none() | st.integers(1, 7), TIMES, ZONES)
def test_the_latest_due_moment_is_past_and_the_next_one_is_not(
    now: datetime, weekday: int | None, at: time, zone: str
) -> None:
    due = latest_due(weekday, at, zone, now)
    pause = timedelta(days=1 if weekday is None else 7)
    following = moment_of(local_date(due, zone) + pause, at, zone)
    assert due <= now < following + timedelta(days=1)
    assert latest_due(weekday, at, zone, due) == due


def test_a_clock_time_is_read_as_content_writes_it() -> None:
    assert clock_time("07:30") == time(7, 30)
    with pytest.raises(ValueError, match="does not match"):
        clock_time("7h30")
