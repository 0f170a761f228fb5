"""Which days are worked: what the library knows, what a notice says otherwise, what a place decided."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.working_days import WorkingDays
from tests.shipped import catalogue

CALENDAR = catalogue().calendar
days = st.dates(date(2025, 1, 1), date(2030, 12, 31))


@pytest.mark.parametrize(
    ("day", "works"),
    [
        ("2026-01-02", False),  # a swap that the library misses
        ("2026-01-10", True),  # the Saturday that makes up for it
        ("2026-02-18", False),
        ("2026-04-27", False),  # in place of a Sunday
        ("2026-08-22", True),
        ("2026-08-29", False),
        ("2026-08-31", False),
        ("2026-11-13", True),
        ("2026-11-14", False),  # the last day of yearly reports is a Saturday
        ("2026-11-24", False),
        ("2027-02-08", False),
        ("2030-02-04", False),
        ("2030-12-31", True),
    ],
)
def test_the_shipped_calendar(day: str, works: bool) -> None:
    assert CALENDAR.works(date.fromisoformat(day)) is works


def test_a_place_decides_for_itself_of_single_days() -> None:
    own = CALENDAR.with_own({date(2026, 11, 14): True, date(2026, 11, 16): False})
    assert own.on_or_before(date(2026, 11, 15)) == date(2026, 11, 14)
    assert own.on_or_after(date(2026, 11, 16)) == date(2026, 11, 17)
    assert not CALENDAR.works(date(2026, 11, 14))


def test_a_day_off_has_its_name_and_is_expected_until_the_notice_is_out() -> None:
    assert CALENDAR.name(date(2026, 11, 24)) is not None
    assert CALENDAR.name(date(2026, 11, 22)) is None
    assert CALENDAR.is_settled(2026)
    assert not CALENDAR.is_settled(2027)
    assert not CALENDAR.is_settled(2029)


def test_what_interrupts_the_weeks_of_a_month() -> None:
    assert list(CALENDAR.days_off(date(2026, 8, 15), date(2026, 9, 15))) == [
        date(2026, 8, 22),
        date(2026, 8, 31),
        date(2026, 9, 1),
        date(2026, 9, 2),
    ]


@given(days, st.integers(0, 15))
def test_so_many_working_days_later_there_are_so_many_between(day: date, number: int) -> None:
    later = CALENDAR.later(day, number)
    assert CALENDAR.works(later)
    assert CALENDAR.between(day, later) == number + 1


@given(days)
def test_the_nearest_working_days_leave_none_between(day: date) -> None:
    first, last = CALENDAR.on_or_before(day), CALENDAR.on_or_after(day)
    assert first <= day <= last
    assert CALENDAR.between(first + timedelta(days=1), last - timedelta(days=1)) == 0


def test_without_any_notice_the_library_is_all_there_is() -> None:
    assert WorkingDays().works(date(2026, 1, 2))
    assert not WorkingDays().works(date(2026, 1, 1))
