"""A single slip never goes unnoticed, and the number that was meant is among those suggested."""

from hypothesis import assume, given
from hypothesis import strategies as st

from core.gs1.check_digits import check_digit, is_right, repairs
from core.gs1.numbers import LENGTHS, number_of, shortest

DIGITS = "0123456789"
numbers = st.sampled_from(LENGTHS).flatmap(
    lambda length: st.text(DIGITS, min_size=length - 1, max_size=length - 1).map(
        lambda payload: payload + check_digit(payload)
    )
)


def test_known_numbers_are_right() -> None:
    for number in ("8934588012112", "4006381333931", "18938505010004", "96385074", "036000291452"):
        assert is_right(number), number
        assert repairs(number) == ()


@given(numbers, st.data())
def test_one_wrong_digit_is_noticed_and_the_right_one_suggested(number: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(number) - 1))
    other = data.draw(st.sampled_from([digit for digit in DIGITS if digit != number[at]]))
    typed = number[:at] + other + number[at + 1 :]
    assert not is_right(typed)
    suggested = [each for each in repairs(typed) if each.number == number]
    assert [(each.slip, each.at, each.was, each.now) for each in suggested] == [
        ("digit", at + 1, other, number[at])
    ]


@given(numbers, st.data())
def test_swapped_neighbours_are_suggested_back_where_they_are_noticed(
    number: str, data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(number) - 2))
    typed = number[:at] + number[at + 1] + number[at] + number[at + 2 :]
    assume(not is_right(typed))
    assert number in [each.number for each in repairs(typed) if each.slip == "swap"]


@given(st.text(DIGITS, min_size=8, max_size=18))
def test_every_suggestion_is_right_and_one_slip_away(typed: str) -> None:
    for each in repairs(typed):
        assert is_right(each.number)
        changed = [at for at, (one, other) in enumerate(zip(typed, each.number, strict=True)) if one != other]
        assert changed == ([each.at - 1] if each.slip == "digit" else [each.at - 1, each.at])


@given(numbers)
def test_a_gtin_in_14_digits_says_the_same(number: str) -> None:
    assume(number.strip("0"))
    found = number_of(number)
    assert found is not None
    assert found.right
    if found.gtin is None:
        assert len(number) == 18
        return
    again = number_of(found.gtin)
    assert again is not None
    assert again.gtin == found.gtin
    assert shortest(found.gtin).lstrip("0") == number.lstrip("0")
