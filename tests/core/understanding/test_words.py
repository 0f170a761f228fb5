"""A message in pieces: none is lost, slips are undone once, and undoing them again changes nothing."""

from itertools import groupby

from hypothesis import given
from hypothesis import strategies as st

from core.folding import clean
from core.understanding.blanks import with_blanks
from core.understanding.keys import without_keys
from core.understanding.words import LINE, MOST, Word, words_in
from tests import shipped
from tests.core.understanding.seen import cases
from tests.tables import over
from tests.understanding.corpora import messages

CASES = cases("words")
SPELLING = shipped.lexicon("dong_cuu").spelling
TYPED = sorted({word for message in messages("dev") for word in message.text.split()})
TEXTS = st.one_of(
    st.text(max_size=80),
    st.lists(st.sampled_from(TYPED), max_size=12).map(" ".join),
    st.lists(st.sampled_from(TYPED), max_size=12).map("".join),
)


def pieces(text: str) -> str:
    return " ".join("|" if word.text == LINE else word.spoken for word in words_in(text, SPELLING))


def prepared(text: str) -> str:
    """With its marks and its blanks, as it is taken apart."""
    return with_blanks(without_keys(clean(text), SPELLING), SPELLING)


def written_out(text: str, words: tuple[Word, ...]) -> str:
    """The text with what is meant in the place of what was mended."""
    parts, end = [], 0
    for (start, behind), some in groupby(words, key=lambda word: (word.start, word.end)):
        same = list(some)
        meant = " ".join(word.spoken for word in same) if same[0].mended else text[start:behind]
        parts += [text[end:start], meant]
        end = behind
    return "".join([*parts, text[end:]])


@over(CASES["pieces"])
def test_a_message_is_taken_apart_as_it_was_meant(text: str, expected: str) -> None:
    assert pieces(text) == expected


@over(CASES["kinds"])
def test_figures_words_and_marks_are_told_apart(text: str, expected: str) -> None:
    assert " ".join(word.kind for word in words_in(text, SPELLING)) == expected


@over(CASES["blanks"])
def test_blanks_that_were_forgotten_are_put_in(text: str, expected: str) -> None:
    assert with_blanks(text, SPELLING) == expected


@over(CASES["keys"])
def test_keys_left_in_a_message_are_turned_into_marks(text: str, expected: str) -> None:
    assert without_keys(text, SPELLING) == expected


@given(TEXTS)
def test_every_letter_stands_in_a_piece_at_its_place(text: str) -> None:
    whole = clean(text)
    end = 0
    for word in words_in(text, SPELLING):
        assert not whole[end : word.start].strip()
        assert word.text in (whole[word.start : word.end], LINE)
        end = max(end, word.end)
    assert not whole[end:].strip()


@given(TEXTS)
def test_only_blanks_are_put_in(text: str) -> None:
    assert "".join(with_blanks(text, SPELLING).split()) == "".join(text.split())


def test_messages_with_their_slips_written_out_read_the_same() -> None:
    """But for one in two hundred, where what was written out tells what its neighbour was to be."""
    differing = []
    for message in messages("dev"):
        text = prepared(message.text)
        words = words_in(text, SPELLING)
        again = words_in(prepared(written_out(text, words)), SPELLING)
        if [word.spoken for word in again] != [word.spoken for word in words]:
            differing.append(message.id)
    assert 200 * len(differing) <= len(messages("dev")), differing


def test_of_an_endless_text_the_first_pieces_are_read() -> None:
    words = words_in("12 " * 5 * MOST, SPELLING)
    assert len(words) == MOST
    assert words[-1].end == 3 * MOST - 1
