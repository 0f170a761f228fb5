from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from core.retry import Retry, spread_of

SECOND = timedelta(seconds=1)
RETRY = Retry(attempts=5, first=2 * SECOND, longest=10 * SECOND)


def test_the_wait_doubles_up_to_the_longest() -> None:
    assert [RETRY.after(failures) for failures in range(1, 5)] == [
        2 * SECOND,
        4 * SECOND,
        8 * SECOND,
        10 * SECOND,
    ]


def test_it_gives_up_when_all_attempts_have_failed() -> None:
    assert RETRY.after(5) is None


def test_what_is_never_given_up_waits_as_long() -> None:
    assert RETRY.pause(1000) == 10 * SECOND


@given(st.integers(0, 10**9), st.floats(0, 1, exclude_max=True), st.integers(2, 9))
def test_a_wait_never_shrinks_and_stays_within_its_bounds(failures: int, spread: float, factor: int) -> None:
    retry = Retry(10**10, SECOND, 60 * SECOND, factor)
    wait, longer = retry.after(failures, spread), retry.after(failures + 1, spread)
    assert wait is not None
    assert longer is not None
    assert SECOND <= wait <= longer <= 75 * SECOND


@given(st.integers(1, 2**63))
def test_the_spread_of_a_row_is_a_fraction(number: int) -> None:
    assert 0 <= spread_of(number) < 1
