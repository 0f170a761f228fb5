"""The time a report is about."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from core.spans import Span, span_of
from tests.tables import over

_DAYS = st.dates(date(1999, 1, 1), date(2100, 12, 31))


@given(_DAYS, _DAYS)
def test_a_code_names_its_span_again(one: date, other: date) -> None:
    span = Span(min(one, other), max(one, other))
    assert span_of(span.code) == span


@over(
    [
        (Span(date(2026, 1, 1), date(2026, 12, 31)), "2026"),
        (Span(date(2026, 7, 1), date(2026, 9, 30)), "2026q3"),
        (Span(date(2026, 7, 1), date(2026, 9, 29)), "20260701-20260929"),
    ]
)
def test_years_and_quarters_have_short_codes(span: Span, code: str) -> None:
    assert (span.code, span_of(code)) == (code, span)


@over(
    [
        "",
        "2026q5",
        "0000",
        "20260931-20261001",
        "20261001-20260930",
        "2026 ",
        "0001",
        "9999",
        "0001q1",
        "00010101-99991231",
        "\u0662\u0660\u0662\u0666",
    ]
)
def test_what_names_no_span_is_none(code: str) -> None:
    assert span_of(code) is None


@over(
    [
        (Span.year(2026), date(2026, 11, 15), ["2026-03-31", "2026-06-30", "2026-09-30"]),
        (Span.quarter(2026, 3), date(2026, 9, 30), ["2026-06-30", "2026-07-31", "2026-08-31"]),
        (Span(date(2026, 9, 8), date(2026, 9, 20)), date(2026, 9, 20), ["2026-09-07"]),
        (
            Span(date(2024, 2, 8), date(2026, 9, 20)),
            date(2026, 9, 20),
            ["2024-02-07", "2025-09-30", "2025-12-31", "2026-03-31", "2026-06-30"],
        ),
    ]
)
def test_it_is_looked_back_on_the_ends_of_months_or_quarters(span: Span, end: date, days: list[str]) -> None:
    assert [day.isoformat() for day in span.ends_until(end)] == days
