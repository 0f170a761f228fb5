"""What is asked about is far from all before it; what happened before, or a little more, never is."""

from hypothesis import given
from hypothesis import strategies as st

from core.unusual import LEAST, Usual, unusual
from tests.tables import over

counts = st.integers(min_value=0, max_value=100_000)
histories = st.lists(counts, min_size=LEAST, max_size=24)


@over(
    [
        (230, [20, 22, 23, 25, 21, 24], True),
        (2, [20, 22, 23, 25, 21, 24], True),
        (0, [20, 22, 23, 25, 21, 24], True),
        (40, [20, 22, 23, 25, 21, 24], False),
        (3, [0, 0, 0, 0, 0, 1], False),
        (9, [0, 0, 0, 0, 0, 1], True),
        (230, [20, 22, 23, 25, 21], False),
        (300, [2, 8, 30, 100, 5, 60, 12], False),
    ]
)
def test_only_what_is_far_from_enough_is_asked_about(value: int, before: list[int], asked: bool) -> None:
    assert (unusual(value, before) is not None) is asked


def test_what_is_usual_is_told() -> None:
    assert unusual(230, [20, 22, 23, 25, 21, 24]) == Usual(22.5, 20, 25)


@given(histories, st.data())
def test_what_lies_between_the_least_and_the_most_is_usual(before: list[int], data: st.DataObject) -> None:
    value = data.draw(st.integers(min(before), max(before)))
    assert unusual(value, before) is None


@given(histories, counts)
def test_the_order_of_what_was_before_makes_no_difference(before: list[int], value: int) -> None:
    assert unusual(value, before) == unusual(value, sorted(before))


@given(histories, counts)
def test_what_is_farther_off_is_asked_about_too(before: list[int], value: int) -> None:
    if unusual(value, before) is not None and value > max(before):
        assert unusual(value * 2, before) is not None
