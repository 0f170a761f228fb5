"""Signed words are believed only with our own signature, for their own purpose."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.signing import Signer

SIGNER = Signer(b"k" * 32)
FIELDS = st.lists(st.text() | st.integers(), max_size=4)


@given(purpose=st.text(), fields=FIELDS)
def test_what_was_signed_is_read_back(purpose: str, fields: list[str | int]) -> None:
    assert SIGNER.read(purpose, SIGNER.sign(purpose, fields)) == fields


@given(purpose=st.text(), other=st.text(), fields=FIELDS)
def test_a_signature_is_worth_nothing_for_another_purpose(
    purpose: str, other: str, fields: list[str | int]
) -> None:
    if purpose != other:
        assert SIGNER.read(other, SIGNER.sign(purpose, fields)) is None


@given(fields=FIELDS, data=st.data())
def test_a_word_with_one_letter_changed_is_not_believed(fields: list[str | int], data: st.DataObject) -> None:
    signed = SIGNER.sign("session", fields)
    place = data.draw(st.integers(0, len(signed) - 1))
    letter = data.draw(st.characters().filter(lambda letter: letter != signed[place]))
    assert SIGNER.read("session", signed[:place] + letter + signed[place + 1 :]) is None


@given(st.text())
def test_words_of_strangers_are_not_believed(word: str) -> None:
    assert SIGNER.read("session", word) is None


def test_another_secret_does_not_sign_for_us() -> None:
    assert SIGNER.read("session", Signer(b"x" * 32).sign("session", ["An"])) is None


def test_a_short_secret_is_refused() -> None:
    with pytest.raises(ValueError, match="at least 32 bytes"):
        Signer(b"short")
