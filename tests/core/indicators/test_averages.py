"""Means over years, days between two happenings, growth from year to year."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from core.indicators.facts import FactRow
from tests.core.indicators.world import fact, later, measure

YEARLY = "growth(count(visit where level = high in year))"


def visits(number: int, day: date, first: int = 1) -> tuple[FactRow, ...]:
    return tuple(fact(first + each, level="high", day=day) for each in range(number))


def test_a_mean_takes_the_last_value_of_each_year() -> None:
    rows = (
        fact(1, number=10, day=date(2024, 6, 30)),
        fact(2, number=12, day=date(2024, 12, 31)),
        fact(3, number=9, day=date(2025, 12, 31)),
        fact(4, number=15, day=date(2026, 6, 30)),
    )
    found = measure("avg(visit.number)", *rows)
    assert [found.value, found.facts] == [12, (2, 3, 4)]


def test_a_correction_of_the_same_day_is_the_last_value() -> None:
    first = fact(1, number=10, day=date(2025, 12, 31))
    second = replace(fact(2, number=11, day=date(2025, 12, 31)), recorded_at=later(first.recorded_at, days=9))
    assert measure("avg(visit.number)", second, first).value == 11


def test_a_mean_is_of_the_years_in_its_window_only() -> None:
    days = date(2022, 12, 31), date(2023, 1, 1), date(2025, 12, 31), date(2026, 1, 1)
    rows = [fact(number, number=number, day=day) for number, day in enumerate(days, start=1)]
    window = "avg(visit.number from 2023-01-01 to 2025-12-31)"
    assert measure(window, *rows).value == Decimal("2.5")
    assert measure(window, *rows, day=date(2024, 5, 1)).value == 2


def test_without_a_value_there_is_no_mean() -> None:
    assert measure("avg(visit.number)").value is None
    assert measure("avg(visit.number)", fact(1, level="low")).value is None
    assert measure("avg(visit.number where level = high)", fact(1, level="low", number=4)).value is None


def test_a_value_of_nothing_is_a_value() -> None:
    rows = fact(1, number=0, day=date(2025, 1, 1)), fact(2, number=3, day=date(2026, 1, 1))
    assert measure("avg(visit.number)", *rows).value == Decimal("1.5")


def test_delay_is_the_mean_of_the_days_between_the_first_facts_of_a_name() -> None:
    rows = (
        fact(1, level="low", note="An", day=date(2026, 3, 1)),
        fact(2, level="low", note="An", day=date(2026, 3, 9)),
        fact(3, level="high", note="an", day=date(2026, 3, 11)),
        fact(4, level="high", note="An", day=date(2026, 3, 20)),
        fact(5, level="low", note="Binh", day=date(2026, 4, 1)),
        fact(6, level="high", note="Binh", day=date(2026, 3, 31)),
        fact(7, level="low", note="Chi"),
        fact(8, level="high", note="Dung"),
    )
    found = measure("delay(visit.note where level = high, after visit.note where level = low)", *rows)
    assert [found.value, found.facts] == [Decimal("4.5"), (1, 3, 5, 6)]


def test_delay_over_the_29th_of_february_counts_that_day() -> None:
    rows = (
        fact(1, level="low", note="An", day=date(2024, 2, 28)),
        fact(2, level="high", note="An", day=date(2024, 3, 1)),
    )
    assert (
        measure("delay(visit.note where level = high, after visit.note where level = low)", *rows).value == 2
    )


def test_delay_is_told_from_names_in_both_only() -> None:
    row = fact(1, level="low", note="An")
    text = "delay(visit.names where level = high, after visit.note where level = low)"
    assert measure(text).value is None
    assert measure(text, row, fact(2, level="high", names=["Binh"])).value is None
    assert measure(text, row, fact(2, level="high", names=["Binh", "An"])).value == 0


def test_growth_is_what_there_is_more_of_than_last_year() -> None:
    rows = *visits(4, date(2025, 6, 1)), *visits(5, date(2026, 6, 1), first=10)
    found = measure(YEARLY, *rows)
    assert [found.value, found.numerator, found.denominator] == [Decimal("0.25"), 5, 4]
    assert measure(YEARLY, *visits(4, date(2025, 6, 1))).value == -1


@pytest.mark.parametrize("now", [0, 3])
def test_growth_from_nothing_is_no_figure(now: int) -> None:
    assert measure(YEARLY, *visits(now, date(2026, 6, 1))).value is None


def test_last_year_is_all_of_last_year() -> None:
    rows = *visits(1, date(2025, 1, 1)), *visits(3, date(2025, 12, 31), 10), *visits(2, date(2026, 1, 1), 20)
    found = measure(YEARLY, *rows, day=date(2026, 1, 1))
    assert [found.numerator, found.denominator] == [2, 4]


def test_growth_on_the_29th_of_february_looks_at_last_year() -> None:
    rows = *visits(2, date(2027, 5, 1)), *visits(3, date(2028, 2, 29), first=10)
    assert measure(YEARLY, *rows, day=date(2028, 2, 29)).value == Decimal("0.5")


def test_last_year_is_what_is_known_now_and_a_base_replaces_its_facts() -> None:
    late = replace(fact(1, level="high", day=date(2025, 12, 31)))
    late = replace(
        late, recorded_at=later(late.recorded_at, days=40), confirmed_at=later(late.recorded_at, days=40)
    )
    rows = late, *visits(2, date(2026, 6, 1), first=10)
    assert measure(YEARLY, *rows).value == 1
    with_base = YEARLY[:-1] + ", base 2025 = 8)"
    assert measure(with_base, *rows).value == Decimal("-0.75")
    assert measure(with_base, *rows, day=date(2027, 1, 1)).denominator == 2


def test_a_base_of_nothing_is_no_figure() -> None:
    assert measure(YEARLY[:-1] + ", base 2025 = 0)", *visits(2, date(2026, 6, 1))).value is None


def test_what_waits_would_add_to_this_year() -> None:
    waiting = replace(visits(1, date(2026, 6, 1), first=30)[0], status="pending", confirmed_at=None)
    rows = *visits(4, date(2025, 6, 1)), *visits(4, date(2026, 6, 1), first=10), waiting
    found = measure(YEARLY, *rows)
    assert [found.value, found.pending] == [0, 1]
