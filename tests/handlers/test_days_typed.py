"""The days of a report or an export, as people type them; also at the ends of the calendar."""

from dataclasses import replace
from datetime import date

from handlers.conversations.one_day import several_days
from tests import shipped
from tests.core.dialogue.surroundings import known
from tests.tables import over

MAY = date(2026, 5, 14)
NEW_YEAR = date(2027, 1, 5)
LEAP = date(2028, 3, 1)


@over(
    [
        (MAY, "1/7 - 15/10", "20250701-20251015"),
        (MAY, "1/7-15/10", "20250701-20251015"),
        (MAY, "từ 1/1 đến 31/12", "20260101-20260514"),
        (NEW_YEAR, "từ 1/1 đến 31/12", "2026"),
        (MAY, "1/1/2025 - 31/12/2025", "2025"),
        (MAY, "1/1/2026 đến 31/12/2026", "20260101-20260514"),
        (MAY, "31/12 - 1/1", "20251231-20260101"),
        (MAY, "31/12", "20251231-20260514"),
        (MAY, "1/7", "20250701-20260514"),
        (LEAP, "29/2", "20280229-20280301"),
        (MAY, "1/2/2024 - 29/2/2024", "20240201-20240229"),
        (MAY, "2025", "2025"),
        (MAY, "năm nay", "2026"),
        (MAY, "quý 1", "2026q1"),
        (MAY, "tháng 3", "20260301-20260331"),
    ]
)
def test_days_are_the_latest_that_fit(today: date, typed: str, code: str) -> None:
    found = several_days(typed, replace(known(), today=today, lexicon=lambda: shipped.lexicon("dong_cuu")))
    assert (found.code if found else "") == code


@over(
    [
        "29/2",
        "31/4 - 1/5",
        "29/2/2025 - 1/3/2025",
        "1/1/1 - 31/12/9999",
        "1/1/0001 - 1/1/9999",
        "31/12/9999",
        "1/1/10000",
        "0/0 - 1/1",
        "15/6/2026 - 20/6/2026",
        "10/5/2026 - 1/5/2026",
        "10/5 - 1/3",
        "1/1 - 1/2 - 1/3",
        "năm 9999",
        "năm sau",
        "",
    ]
)
def test_what_is_no_time_that_began_is_asked_again(typed: str) -> None:
    found = replace(known(), today=MAY, lexicon=lambda: shipped.lexicon("dong_cuu"))
    assert several_days(typed, found) is None
