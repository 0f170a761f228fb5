"""Hours that an admin sets: how they are typed, kept, and laid over the schedule."""

from datetime import time

import pytest

from core.catalogue.hours import CHOSEN, JOBS, OFF, QUIET, as_kept, asleep, clocks, trouble, with_hours
from tests.shipped import catalogue

SCHEDULE = catalogue().schedule


@pytest.mark.parametrize(
    ("typed", "times"),
    [
        ("8", [time(8)]),
        ("8h", [time(8)]),
        ("14h30", [time(14, 30)]),
        ("14g05", [time(14, 5)]),
        ("20 gio", [time(20)]),
        ("luc 7 gio 15 nhe", [time(7, 15)]),
        ("20:00 den 7:00", [time(20), time(7)]),
        ("tu 21h toi 6h30", [time(21), time(6, 30)]),
        ("20.30-6.00", [time(20, 30), time(6)]),
        ("25:00", []),
        ("8:75", []),
        ("sang", []),
        ("", []),
    ],
)
def test_hours_are_typed_as_people_write_them(typed: str, times: list[time]) -> None:
    assert list(clocks(typed)) == times


def test_what_was_set_stands_for_what_the_content_says_and_the_rest_stays() -> None:
    changed = with_hours(
        SCHEDULE, [(QUIET, "21:00-06:30"), ("weekly_reminder", "4 15:00"), ("gone", "1 2:00")]
    )
    assert (changed.quiet_from, changed.quiet_to) == (time(21), time(6, 30))
    assert as_kept(changed.jobs["weekly_reminder"]) == "4 15:00"
    assert changed.jobs["weekly_reminder"].late_hours == SCHEDULE.jobs["weekly_reminder"].late_hours
    assert changed.jobs["digest_morning"] == SCHEDULE.jobs["digest_morning"]
    assert with_hours(changed, [(QUIET, "21:00-06:30")]) == changed
    assert set(JOBS) - set(CHOSEN) <= set(SCHEDULE.jobs)


def test_a_job_that_need_not_be_comes_from_when_it_has_an_hour_until_it_is_put_off() -> None:
    assert "daily_summary" not in SCHEDULE.jobs
    daily = with_hours(SCHEDULE, [("daily_summary", "17:15")])
    assert (daily.jobs["daily_summary"].at, daily.jobs["daily_summary"].weekday) == (time(17, 15), None)
    assert with_hours(daily, [("daily_summary", OFF)]) == SCHEDULE


def test_no_job_is_put_into_hours_in_which_nobody_is_written_to() -> None:
    assert trouble(SCHEDULE) is None
    assert trouble(with_hours(SCHEDULE, [("digest_morning", "06:59")])) == "digest_morning"
    assert trouble(with_hours(SCHEDULE, [(QUIET, "13:00-15:00")])) == "digest_afternoon"
    over_noon = with_hours(SCHEDULE, [(QUIET, "11:00-13:00")])
    assert [asleep(over_noon, time(hour)) for hour in (10, 11, 12, 13)] == [False, True, True, False]
