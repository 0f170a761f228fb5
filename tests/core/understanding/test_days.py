"""Days and periods inside messages: tables of what people write, and laws that hold for any day."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from core.folding import fold
from tests.core.understanding.seen import cases, days, put, without_marks
from tests.tables import over

CASES = cases("days")
TABLE = [
    *put(CASES["sentences"], CASES["days"]),
    *put(CASES["sentences"], CASES["periods"]),
    *map(tuple, CASES["messages"]),
]
BEHIND = CASES["sentences"][1]
TODAYS = st.dates(date(2024, 3, 1), date(2036, 12, 31))


def rows(kept: str) -> list[tuple[str, str]]:
    """The table without what is read only as it was typed."""
    return [row for row in TABLE if not any(fold(each) in fold(row[0]) for each in CASES[kept])]


@over(TABLE)
def test_the_days_of_a_message_are_those_of_the_table(text: str, expected: str) -> None:
    assert days(text) == expected


@over(rows("only_with_marks"))
def test_stripping_the_marks_changes_no_day(text: str, expected: str) -> None:
    assert days(without_marks(text)) == expected


@over(rows("only_with_small_letters"))
def test_capitals_change_no_day(text: str, expected: str) -> None:
    assert days(text.upper()) == expected


@given(TODAYS, st.integers(0, 700).map(timedelta), st.sampled_from(CASES["dated"]))
def test_a_day_with_its_year_is_read_back_in_every_way_of_writing_it(
    today: date, back: timedelta, form: str
) -> None:
    day = today - back
    written = form.format(d=day.day, m=day.month, y=day.year, s=f"{day.year % 100:02}")
    assert days(BEHIND.replace("{}", written), today) == day.isoformat()


@given(TODAYS, st.integers(0, 200).map(timedelta), st.sampled_from(CASES["yearless"]))
def test_a_day_without_its_year_is_the_last_one_that_was(today: date, back: timedelta, form: str) -> None:
    day = today - back
    written = form.format(d=day.day, m=day.month)
    assert days(BEHIND.replace("{}", written), today) == day.isoformat()


@given(TODAYS, st.integers(0, 200), st.integers(1, 27), st.sampled_from(CASES["spans"]))
def test_some_days_are_read_back_from_first_to_last(today: date, back: int, length: int, form: str) -> None:
    last = today - timedelta(days=back)
    first = last - timedelta(days=length)
    written = form.format(
        a=f"{first.day}/{first.month}/{first.year}", b=f"{last.day}/{last.month}/{last.year}"
    )
    assert days(BEHIND.replace("{}", written), today) == f"{first}..{last}"


@given(TODAYS, st.integers(1, 12), st.integers(2020, 2036), st.sampled_from(CASES["months"]))
def test_a_month_with_its_year_is_read_back(today: date, month: int, year: int, form: str) -> None:
    written = form.format(m=month, y=year)
    assert days(BEHIND.replace("{}", written), today) == f"{year}-{month:02}"


@given(TODAYS, st.integers(1, 4), st.integers(2020, 2036), st.sampled_from(CASES["quarters"]))
def test_a_quarter_with_its_year_is_read_back(today: date, number: int, year: int, form: str) -> None:
    roman, word = CASES["roman"][number - 1], CASES["words"][number - 1]
    written = form.format(n=number, roman=roman, word=word, y=year)
    assert days(BEHIND.replace("{}", written), today) == f"{year}-Q{number}"
    assert days(BEHIND.replace("{}", written).upper(), today) == f"{year}-Q{number}"
