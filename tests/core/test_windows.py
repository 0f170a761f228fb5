"""The rule of the window: who may be written to, what stands in, what waits and what is given up."""

from datetime import UTC, datetime, timedelta

import pytest

from core.windows import LOOK_AGAIN, StandIn, Standing, Undeliverable, Wait, Window, Write, decide

NOW = datetime(2026, 5, 15, 9, tzinfo=UTC)
HOUR, DAY, MINUTE = timedelta(hours=1), timedelta(days=1), timedelta(minutes=1)
OPEN = Window(free=48 * HOUR, closes=7 * DAY, margin=10 * MINUTE)
THRIFTY = Window(free=48 * HOUR, closes=7 * DAY, margin=10 * MINUTE, pays=False)
TEMPLATE = Window(free=48 * HOUR, closes=7 * DAY, margin=10 * MINUTE, template=True)


@pytest.mark.parametrize(
    ("age", "standing"),
    [
        (timedelta(), Standing.FREE),
        (-5 * MINUTE, Standing.FREE),
        (48 * HOUR - 11 * MINUTE, Standing.FREE),
        (48 * HOUR - 10 * MINUTE, Standing.BILLED),
        (7 * DAY - 11 * MINUTE, Standing.BILLED),
        (7 * DAY - 10 * MINUTE, Standing.CLOSED),
        (400 * DAY, Standing.CLOSED),
    ],
)
def test_the_window_is_free_then_billed_then_closed(age: timedelta, standing: Standing) -> None:
    assert OPEN.standing(NOW - age, NOW) is standing


def test_who_never_wrote_has_no_window() -> None:
    assert OPEN.standing(None, NOW) is Standing.CLOSED


@pytest.mark.parametrize("age", [HOUR, 3 * DAY])
@pytest.mark.parametrize("useless_after", [None, NOW + DAY])
def test_inside_the_window_a_message_goes_out_as_it_is(
    age: timedelta, useless_after: datetime | None
) -> None:
    assert decide(OPEN, NOW - age, NOW, useless_after) == Write()


def test_what_would_be_billed_is_not_sent_where_nothing_may_be_paid() -> None:
    assert decide(THRIFTY, NOW - HOUR, NOW, None) == Write()
    assert isinstance(decide(THRIFTY, NOW - 3 * DAY, NOW, None), Undeliverable)


@pytest.mark.parametrize("last", [None, NOW - 8 * DAY])
@pytest.mark.parametrize("useless_after", [None, NOW + DAY])
def test_the_template_stands_in_where_there_is_one(
    last: datetime | None, useless_after: datetime | None
) -> None:
    assert decide(TEMPLATE, last, NOW, useless_after) == StandIn()


def test_without_a_template_a_message_waits_as_long_as_it_is_of_use() -> None:
    last = NOW - 8 * DAY
    assert decide(OPEN, last, NOW, NOW + DAY) == Wait(NOW + LOOK_AGAIN)
    assert decide(OPEN, last, NOW, NOW + 15 * MINUTE) == Wait(NOW + 5 * MINUTE)
    assert isinstance(decide(OPEN, last, NOW, NOW + 10 * MINUTE), Undeliverable)


def test_it_goes_out_once_they_have_written_while_it_waited() -> None:
    waiting = decide(OPEN, NOW - 8 * DAY, NOW, NOW + DAY)
    assert isinstance(waiting, Wait)
    assert decide(OPEN, NOW + MINUTE, waiting.when, NOW + DAY) == Write()


def test_why_it_is_not_deliverable_is_said_in_days() -> None:
    late, never = decide(OPEN, NOW - 8 * DAY, NOW, None), decide(OPEN, None, NOW, None)
    assert late == Undeliverable(
        "not deliverable: the messenger takes messages only for 168 hours after theirs, "
        "and they last wrote 8 days ago"
    )
    assert isinstance(never, Undeliverable)
    assert never.reason.endswith("it is not known when they last wrote")
