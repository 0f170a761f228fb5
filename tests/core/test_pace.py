from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from core.pace import Bucket, Rate, Recent

START = datetime(2026, 5, 11, tzinfo=UTC)
RATE = Rate.of(5)


def after(seconds: float) -> datetime:
    return START + timedelta(seconds=seconds)


@given(st.lists(st.floats(0, 10), max_size=60))
def test_no_more_goes_out_than_the_burst_and_the_rate_allow(steps: list[float]) -> None:
    bucket, sent, elapsed = Bucket(RATE.burst, START), 0, 0.0
    for step in steps:
        elapsed += step
        bucket = bucket.refilled(after(elapsed), RATE)
        while bucket.has(1, RATE):
            bucket, sent = bucket.taken(1, RATE), sent + 1
    assert sent <= RATE.burst + RATE.per_second * elapsed + 1e-3


def test_the_moment_it_names_is_when_the_tokens_are_there() -> None:
    bucket = Bucket(0.5, START)
    when = bucket.when(1, RATE)
    assert bucket.refilled(when, RATE).has(1, RATE)
    assert not bucket.refilled(when - timedelta(milliseconds=1), RATE).has(1, RATE)


def test_a_clock_that_went_backwards_neither_adds_nor_forgets() -> None:
    bucket = Bucket(1, START)
    assert bucket.refilled(after(-3600), RATE) == bucket


def test_a_full_bucket_stays_full() -> None:
    assert Bucket(RATE.burst, START).refilled(after(1e6), RATE).tokens == RATE.burst


def test_no_rate_means_no_limit() -> None:
    free = Rate.of(0)
    assert Bucket(0, START).has(1000, free)
    assert Bucket(0, START).when(1000, free) == START


@given(st.lists(st.tuples(st.floats(0, 2), st.integers(1, 25)), max_size=60))
def test_in_no_second_more_go_out_than_the_rate_whatever_was_saved_up(steps: list[tuple[float, int]]) -> None:
    rate, now, recent, gone = Rate.of(25), START, Recent(), list[datetime]()
    for step, wanted in steps:
        now = max(now + timedelta(seconds=step), recent.when(1, rate, now))
        recent = Recent.of(recent.moments, now, rate)
        room = sum(recent.when(number + 1, rate, now) <= now for number in range(wanted))
        recent = recent.gone(room, now, rate)
        gone += [now] * room
    assert all(later - first >= rate.span for first, later in zip(gone, gone[25:], strict=False))


def test_who_is_called_at_the_moment_it_names_sends_as_much_as_the_rate_allows() -> None:
    rate, now, recent = Rate.of(25), START, Recent()
    for _ in range(1000):
        now = recent.when(1, rate, now)
        recent = Recent.of(recent.moments, now, rate).gone(1, now, rate)
    assert (now + rate.span - START) == timedelta(seconds=40)


def test_a_clock_that_was_put_back_holds_up_nothing_for_longer_than_a_window() -> None:
    recent = Recent.of([after(3600)] * 5, START, RATE)
    assert recent.when(1, RATE, START) == START + RATE.span
    assert Recent.of([START] * 99, START, Rate.of(0)).when(1, Rate.of(0), START) == START


def test_where_one_may_go_out_in_two_seconds_the_window_is_two_seconds() -> None:
    slow = Rate.of(0.5)
    assert Recent.of([START], after(1.9), slow).when(1, slow, after(1.9)) == after(2)
