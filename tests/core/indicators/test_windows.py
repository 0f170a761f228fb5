from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.indicators.expression import Window, WindowKind
from core.indicators.windows import days
from tests.core.indicators.expressions import windows
from tests.core.indicators.world import fact, measure


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 11, 13), 1),
        (date(2026, 11, 14), 2),
        (date(2026, 11, 15), 2),
        (date(2026, 12, 31), 2),
        (date(2027, 1, 1), 0),
    ],
)
def test_a_year_until_a_day_ends_on_that_day(day: date, expected: int) -> None:
    days_ = date(2025, 12, 31), date(2026, 1, 1), date(2026, 11, 14), date(2026, 11, 15)
    rows = [fact(number, day=each) for number, each in enumerate(days_)]
    assert measure("count(visit in year until 11-14)", *rows, day=day).value == expected


def test_until_the_29th_of_february_is_the_28th_where_there_is_none() -> None:
    window = Window(WindowKind.YEAR, until="02-29")
    assert days(window, date(2026, 7, 1), None) == (date(2026, 1, 1), date(2026, 2, 28))
    assert days(window, date(2028, 7, 1), None) == (date(2028, 1, 1), date(2028, 2, 29))


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2022, 12, 31), 0),
        (date(2023, 1, 1), 1),
        (date(2025, 12, 30), 1),
        (date(2025, 12, 31), 2),
        (date(2030, 1, 1), 2),
    ],
)
def test_a_span_has_both_its_ends_and_is_cut_at_the_day(day: date, expected: int) -> None:
    days_ = date(2022, 12, 31), date(2023, 1, 1), date(2025, 12, 31), date(2026, 1, 1)
    rows = [fact(number, day=each) for number, each in enumerate(days_)]
    assert measure("count(visit from 2023-01-01 to 2025-12-31)", *rows, day=day).value == expected


@given(windows, st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_no_window_goes_beyond_the_day_and_none_that_begins_anew_begins_after_it(
    window: Window, day: date
) -> None:
    first, last = days(window, day, date(2020, 1, 1))
    assert last <= day
    if first is not None and window.kind not in (WindowKind.SPAN, WindowKind.PLAN):
        assert first <= day
