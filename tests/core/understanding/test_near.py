"""Close spelling: one slip is one step of the distance that typing mistakes are counted by."""

from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from core.understanding.near import NearWords, one_slip
from tests import shipped
from tests.core.understanding.seen import cases
from tests.tables import over

CASES = cases("near")
#: few letters, so that many are near each other
SHORT = st.text("abc", max_size=6)
WORDS = sorted(shipped.lexicon("dong_cuu").book.words)
KNOWN = NearWords(WORDS)


@over(CASES["one_slip"])
def test_one_slip_makes_the_one_word_of_the_other(one: str, other: str) -> None:
    assert one_slip(one, other)


@over(CASES["more"])
def test_more_than_one_slip_is_another_word(one: str, other: str) -> None:
    assert not one_slip(one, other)


@given(SHORT, SHORT)
def test_one_slip_is_one_edit_or_none_and_the_same_both_ways(one: str, other: str) -> None:
    assert one_slip(one, other) == (OSA.distance(one, other) <= 1)
    assert one_slip(one, other) == one_slip(other, one)


@given(st.sets(SHORT, max_size=12), SHORT)
def test_the_words_near_a_word_are_just_those_one_slip_away(words: set[str], typed: str) -> None:
    expected = {word for word in words if one_slip(typed, word)}
    assert NearWords(words).near(typed) == expected
    below = {word for word in words if len(word) % 2}
    assert NearWords(words - below, NearWords(below)).near(typed) == expected


def test_nothing_is_near_letters_without_end() -> None:
    assert KNOWN.near("a" * 100_000) == set()


@given(st.sampled_from(WORDS), st.data())
def test_a_word_of_the_phrases_is_found_by_any_slip(word: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(word) - 1))
    letter = data.draw(st.sampled_from("aehiknotu"))
    slips = {
        word[:at] + word[at + 1 :],
        word[:at] + letter + word[at:],
        word[:at] + letter + word[at + 1 :],
        word[:at] + word[at : at + 2][::-1] + word[at + 2 :],
    }
    assert all(word in KNOWN.near(slip) for slip in slips)
