"""Long messages: what is not taken up at once is the rest, which read on and on loses nothing and ends."""

from hypothesis import given
from hypothesis import strategies as st

from core.understanding.read import read
from core.understanding.situation import Reading, Record, Sender, Situation
from core.understanding.words import MOST
from tests import shipped
from tests.understanding.corpora import messages

HERE = Situation(shipped.DAY, Sender("officer"))
REPORTS = [message.text for message in messages("dev") if message.expected["intent"] == "report"]
LONG = st.lists(st.sampled_from(REPORTS), min_size=1, max_size=120).map(".\n".join)
#: happenings taken up at once
SIX = 6


def reading(text: str) -> Reading:
    return read(text, HERE, shipped.lexicon("dong_cuu"))


@given(st.one_of(LONG, st.text(max_size=200)))
def test_reading_on_and_on_comes_to_the_end_and_leaves_out_nothing(text: str) -> None:
    found = reading(text)
    rest = found.left(SIX)
    whole = found.message
    while rest:
        assert whole.endswith(rest)
        assert len(rest) < len(found.message)
        found = reading(rest)
        whole, rest = found.message, found.left(SIX)


@given(LONG)
def test_a_text_is_read_up_to_the_end_of_a_sentence(text: str) -> None:
    found = reading(text)
    read_part = found.message[: found.read_to]
    assert read_part == found.message or read_part.endswith((".", "\n", ";", "!", "?"))


def test_a_text_without_sentences_is_read_as_far_as_possible() -> None:
    found = reading("5 " * 2 * MOST)
    assert found.left(SIX).split() == ["5"] * MOST


@given(st.lists(st.integers(0, 5), min_size=1, max_size=20).map(sorted), st.integers(1, 8))
def test_a_clause_is_taken_up_whole(places: list[int], most: int) -> None:
    found = Reading("report", records=[Record("create", "x", at=at) for at in places])
    taken = found.taken(most)
    assert taken == len(places) or places[taken] > places[taken - 1]
    assert taken <= most or len(set(places[:taken])) == 1
