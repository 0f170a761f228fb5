from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from core.pace import Bucket, Rate

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
