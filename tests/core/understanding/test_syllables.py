"""The shape of syllables, and the keys of Telex and VNI: tables, and laws that hold for any word."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from core.folding import fold
from core.understanding.syllables import complete, fits, horned, is_bare, is_syllable, tones, unkeyed
from tests import shipped
from tests.core.understanding.seen import cases
from tests.tables import over

CASES = cases("syllables")
#: all syllables with marks that phrases are made of
WORDS = sorted(
    word
    for words in shipped.lexicon("dong_cuu").book.spelled.values()
    for word in words
    if not word.isascii() and is_syllable(fold(word))
)
#: grave, acute, hook, tilde, dot; circumflex, horn, breve; d with a stroke
TELEX = dict(zip("\u0300\u0301\u0309\u0303\u0323\u031b\u0306\u0111", [*"fsrxjww", "dd"], strict=True))
VNI = dict(zip("\u0300\u0301\u0309\u0303\u0323\u0302\u031b\u0306\u0111", [*"21345678", "d9"], strict=True))
TYPED = st.one_of(st.sampled_from(WORDS), st.text(max_size=12))


def keyed(word: str, keys: dict[str, str]) -> str:
    """A word as typed with keys: each sign behind its letter, the tone at the end."""
    typed, tone = "", ""
    for char in unicodedata.normalize("NFD", word):
        if char in "\u0300\u0301\u0309\u0303\u0323":
            tone = keys[char]
        else:
            typed += keys.get(char, typed[-1] if unicodedata.combining(char) else char)
    return typed + tone


@over(CASES["syllables"])
def test_a_syllable_is_one(word: str) -> None:
    assert is_syllable(word)


@over(CASES["no_syllables"])
def test_what_nobody_can_say_is_no_syllable(word: str) -> None:
    assert not is_syllable(word)


def test_every_word_of_the_plans_but_signs_in_short_is_a_syllable() -> None:
    spelled = shipped.lexicon("dong_cuu").book.spelled
    whole = {fold(word) for words in spelled.values() for word in words if tones(word)}
    assert {word for word in whole if not is_syllable(word)} == set(CASES["foreign"])


@over(CASES["keys"])
def test_keys_give_the_word_that_was_meant(typed: str, meant: str | None) -> None:
    assert unkeyed(typed) == meant


def test_every_word_is_read_back_from_its_keys() -> None:
    read = {word: [unkeyed(keyed(word, keys)) or "" for keys in (TELEX, VNI)] for word in WORDS}
    assert [word for word, both in read.items() if not all(complete(each, word) for each in both)] == []


def test_letters_without_end_are_no_word_with_keys() -> None:
    assert [unkeyed(each * 100_000) for each in ("a", "ow", "nghieengs", "b7")] == [None] * 4


@given(TYPED)
def test_what_keys_gave_has_none_left(typed: str) -> None:
    word = unkeyed(typed)
    assert word is None or unkeyed(word) is None


@over(CASES["horned"])
def test_a_horn_left_out_is_put_in(typed: str, meant: str) -> None:
    assert horned(typed) == meant


@given(TYPED)
def test_horns_are_put_in_once_and_change_no_letter(typed: str) -> None:
    word = unicodedata.normalize("NFC", typed)
    assert horned(horned(word)) == horned(word)
    assert fold(horned(word)) == fold(word)


@over(CASES["fits"])
def test_a_word_with_marks_left_out_or_moved_fits(typed: str, meant: str) -> None:
    assert fits(typed, meant)


@over(CASES["fits_not"])
def test_a_word_with_other_marks_does_not_fit(typed: str, meant: str) -> None:
    assert not fits(typed, meant)


@given(st.sampled_from(WORDS), st.sampled_from(WORDS))
def test_marks_may_be_missing_on_one_side_only(one: str, other: str) -> None:
    assert fits(one, one)
    assert fits(fold(one), one)
    assert complete(one, other) == complete(other, one)
    if fold(one) == fold(other) and fits(one, other) and fits(other, one):
        assert complete(one, other)


@over(CASES["bare"])
def test_a_syllable_that_no_word_is_without_marks_is_bare(word: str) -> None:
    assert is_bare(word)


@over(CASES["not_bare"])
def test_a_word_as_it_stands_is_not_bare(word: str) -> None:
    assert not is_bare(word)
