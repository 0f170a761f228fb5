"""The clock of an incident counts whole hours from finding it, through nights and days off."""

from datetime import UTC, datetime, timedelta

import pytest

from core.incidents import LAW, clock, clock_line, reminder
from tests import shipped

#: a Saturday morning in Vietnam
FOUND = datetime(2026, 11, 21, 7, 0, tzinfo=UTC)
ZONE = "Asia/Ho_Chi_Minh"


@pytest.mark.parametrize(
    ("after", "hours", "over"),
    [
        (timedelta(0), 72, False),
        (timedelta(hours=10, minutes=1), 61, False),
        (timedelta(hours=71, minutes=59), 0, False),
        (timedelta(hours=72), 0, True),
        (timedelta(hours=75, minutes=30), 3, True),
    ],
)
def test_what_is_left_is_never_said_longer_than_it_is(after: timedelta, hours: int, over: bool) -> None:
    stands = clock(FOUND, FOUND + after)
    assert (stands.hours, stands.over, stands.ends) == (hours, over, FOUND + LAW)


def test_the_line_names_the_hour_and_the_day_there() -> None:
    texts = shipped.texts()
    left = texts.render(clock_line(FOUND, FOUND + timedelta(hours=11), ZONE), "vi")
    assert "Còn 61 giờ" in left
    assert "14:00 24/11/2026" in left
    late = texts.render(reminder("SC-261121-01", FOUND, FOUND + timedelta(hours=74), ZONE), "vi")
    assert "SC-261121-01" in late
    assert "quá 2 giờ" in late
