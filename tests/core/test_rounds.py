"""Days, weeks, months and quarters of a place, as summaries tell of them."""

from datetime import UTC, date, datetime

import pytest

from core.rounds import Every, Round, round_of, round_over

ZONE = "Asia/Ho_Chi_Minh"


@pytest.mark.parametrize(
    ("every", "first", "last", "number", "before"),
    [
        (Every.DAY, "2026-05-14", "2026-05-14", 14, "day-20260513"),
        (Every.WEEK, "2026-05-11", "2026-05-17", 20, "week-20260504"),
        (Every.MONTH, "2026-05-01", "2026-05-31", 5, "month-20260401"),
        (Every.QUARTER, "2026-04-01", "2026-06-30", 2, "quarter-20260101"),
    ],
)
def test_a_day_is_in_one_of_each(every: Every, first: str, last: str, number: int, before: str) -> None:
    found = Round.of(every, date(2026, 5, 14), ZONE)
    assert (found.first.isoformat(), found.last.isoformat(), found.number) == (first, last, number)
    assert found.before.code == before
    assert round_of(found.code, ZONE) == found


def test_it_begins_and_ends_at_midnight_of_its_place() -> None:
    late = datetime(2026, 5, 31, 17, 30, tzinfo=UTC)
    june = Round.at(Every.MONTH, late, ZONE)
    assert (june.number, june.starts) == (6, datetime(2026, 5, 31, 17, tzinfo=UTC))
    assert june.ends == datetime(2026, 6, 30, 17, tzinfo=UTC)
    assert Round.at(Every.MONTH, late, "UTC").number == 5


@pytest.mark.parametrize(
    "code",
    [
        "",
        "week",
        "week-20260512",
        "year-20260101",
        "week-x",
        "day-20260230",
        "day-00010101",
        "quarter-99991001",
    ],
)
def test_a_code_that_names_none_is_none(code: str) -> None:
    assert round_of(code, ZONE) is None


@pytest.mark.parametrize(
    ("first", "last", "code"),
    [
        ((2026, 5, 14), (2026, 5, 14), "day-20260514"),
        ((2026, 5, 11), (2026, 5, 17), "week-20260511"),
        ((2028, 2, 1), (2028, 2, 29), "month-20280201"),
        ((2026, 10, 1), (2026, 12, 31), "quarter-20261001"),
        ((2026, 1, 1), (2026, 12, 31), ""),
        ((2026, 5, 12), (2026, 5, 18), ""),
    ],
)
def test_days_are_a_round_where_they_are_all_of_one(
    first: tuple[int, int, int], last: tuple[int, int, int], code: str
) -> None:
    found = round_over(date(*first), date(*last), ZONE)
    assert (found.code if found else "") == code
    assert found is None or found.before.after == found
