"""Laws of numbers and dates: what is written in a usual way is read as what was meant, on any day."""

from datetime import date, timedelta

from hypothesis import assume, given
from hypothesis import strategies as st

from core.answers import JsonValue, Read, Unsure, read_answer
from core.folding import fold
from core.texts import show_number
from tests.core.answers.fields import FIELDS, TODAY, setting
from tests.core.answers.spelling import spelled

DAYS = st.dates(date(2024, 1, 1), date(2036, 12, 31))
BACK = st.integers(0, 700).map(timedelta)
FORMS = st.sampled_from(
    [
        "{d}/{m}/{y}",
        "{d:02}/{m:02}/{y}",
        "{d}-{m}-{y}",
        "{d}.{m}.{y}",
        "{d}/{m}/{s}",
        "{y}-{m:02}-{d:02}",
        "ngày {d} tháng {m} năm {y}",
        "ngay {d}/{m}/{y}",
    ]
)


def _written(day: date, form: str) -> str:
    return form.format(d=day.day, m=day.month, y=day.year, s=f"{day.year % 100:02}")


def _offered(code: str, typed: str, today: date) -> list[JsonValue]:
    """The value read, or the values to choose from."""
    result = read_answer(FIELDS[code], typed, setting(today))
    if isinstance(result, Unsure):
        return [value for _, value in result.readings]
    return [result.value] if isinstance(result, Read) else []


@given(st.integers(0, 1_000_000_000))
def test_a_whole_number_in_figures_is_read(number: int) -> None:
    field = FIELDS["plain"]
    assert read_answer(field, str(number), setting()) == Read(number)
    assert read_answer(field, show_number(number, "vi"), setting()) == Read(number)
    assert read_answer(field, show_number(number, "vi").replace(".", " "), setting()) == Read(number)


@given(st.integers(0, 1_000_000_000))
def test_a_whole_number_in_words_is_read_with_and_without_marks(number: int) -> None:
    offered = _offered("plain", spelled(number), TODAY)
    assert number in offered
    assert _offered("plain", fold(spelled(number)).upper(), TODAY) == offered
    # only "một triệu hai trăm năm mươi" has two readings
    assert len(offered) == 1 or (number >= 1_000_000 and number // 1_000 % 1_000 == 0)


@given(st.decimals(0, 100_000, places=2))
def test_a_number_shown_the_vietnamese_way_is_read_back(number: object) -> None:
    exact = float(str(number))
    shown = show_number(exact, "vi")
    assert exact in _offered("number", shown, TODAY)


@given(DAYS, BACK, FORMS)
def test_a_day_with_its_year_is_read_on_any_day(today: date, back: timedelta, form: str) -> None:
    day = today - back
    assert read_answer(FIELDS["date"], _written(day, form), setting(today)) == Read(day.isoformat())


@given(DAYS, st.integers(0, 364).map(timedelta), st.sampled_from(["{d}/{m}", "{d} tháng {m}", "{d}-{m}"]))
def test_a_day_of_the_past_year_without_its_year_is_read_or_offered(
    today: date, back: timedelta, form: str
) -> None:
    day = today - back
    offered = _offered("date", _written(day, form), today)
    assert day.isoformat() in offered
    if day.year == today.year:
        assert offered == [day.isoformat()]


@given(DAYS, st.integers(1, 400).map(timedelta), FORMS)
def test_a_day_still_to_come_is_never_read_as_done(today: date, ahead: timedelta, form: str) -> None:
    assert _offered("date", _written(today + ahead, form), today) == []


@given(DAYS, st.integers(1, 400).map(timedelta), FORMS)
def test_a_day_still_to_come_is_read_where_it_may_be(today: date, ahead: timedelta, form: str) -> None:
    day = today + ahead
    assert read_answer(FIELDS["valid_until"], _written(day, form), setting(today)) == Read(day.isoformat())


@given(DAYS, BACK, st.integers(1, 27))
def test_some_days_are_read_from_first_to_last(today: date, back: timedelta, length: int) -> None:
    last = today - back
    first = last - timedelta(days=length)
    typed = f"từ {first.day}/{first.month} đến {last.day}/{last.month}/{last.year}"
    expected = f"{first.isoformat()}/{last.isoformat()}"
    assert read_answer(FIELDS["date"], typed, setting(today)) == Read(expected)


@given(DAYS, st.integers(1, 7))
def test_a_weekday_is_the_last_one_that_has_been(today: date, number: int) -> None:
    names = ["thứ 2", "thứ 3", "thứ 4", "thứ 5", "thứ 6", "thứ 7", "chủ nhật"]
    offered = _offered("date", names[number - 1], today)
    days = [date.fromisoformat(str(value)) for value in offered]
    assert all(day.isoweekday() == number and timedelta(0) <= today - day <= timedelta(7) for day in days)
    assert len(days) == (2 if today.isoweekday() == number else 1)


@given(DAYS, st.sampled_from(["{d}/{m} đến {e}/{m}", "{d}-{e}/{m}", "{d} và {e}/{m}"]), st.integers(1, 28))
def test_days_of_a_month_to_come_are_never_read_as_last_years(today: date, form: str, day: int) -> None:
    ahead = today.replace(day=1) + timedelta(days=32)
    assume(ahead.year == today.year and day < 28)
    typed = form.format(d=day, e=day + 1, m=ahead.month)
    assert not isinstance(read_answer(FIELDS["date"], typed, setting(today)), Read)
