"""What changes nothing of a message's meaning changes nothing of how it is understood."""

import re
import sys
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from itertools import chain
from pathlib import Path
from types import FrameType

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from core.understanding.exchange import Labelled, as_expected
from core.understanding.read import read
from core.understanding.situation import Prior, Sender, Situation
from core.understanding.words import MOST, words_in
from tests import shipped
from tests.understanding.corpora import marks_of, messages

CHANGES = yaml.load(Path(__file__).with_name("changes.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader)
#: a count from 1 to 20 before a word, no part of a date, a time, a code or a larger figure
_COUNT = re.compile(r"(?<![\w.,/:%-])([1-9]|1[0-9]|20)(?= [^\W\d_]{2,})")


def without_marks(text: str, at: int) -> str:
    plain = unicodedata.normalize("NFD", text.replace("\u0111", "d").replace("\u0110", "D"))
    return "".join(char for char in plain if not unicodedata.combining(char))


def capitals(text: str, at: int) -> str:
    return text.upper()


def small_letters(text: str, at: int) -> str:
    return text.lower()


def numbers_in_words(text: str, at: int) -> str:
    return _COUNT.sub(lambda match: str(CHANGES["numbers"][int(match[1]) - 1]), text)


def greeted(text: str, at: int) -> str:
    return str(CHANGES["front"][at % len(CHANGES["front"])]) + text


def politely(text: str, at: int) -> str:
    return text + str(CHANGES["behind"][at % len(CHANGES["behind"])])


Change = Callable[[str, int], str]
KINDS: tuple[Change, ...] = (without_marks, capitals, small_letters, numbers_in_words, greeted, politely)


@cache
def understood(name: str, step: int = 1) -> list[Labelled]:
    """The messages of a file that are right as they are; of so many only one is looked at."""
    return [message for message in messages(name)[::step] if marks_of(message).whole]


@pytest.mark.parametrize("change", KINDS, ids=lambda change: change.__name__)
def test_a_message_said_otherwise_is_understood_as_before(change: Change) -> None:
    some = [*understood("sample"), *understood("dev", 4)]
    changed = [replace(message, text=change(message.text, at)) for at, message in enumerate(some)]
    differing = [new for old, new in zip(some, changed, strict=True) if new.text != old.text]
    kept = sum(marks_of(message).whole for message in differing)
    assert 100 * kept >= CHANGES["floors"][change.__name__] * len(differing)


@given(st.deferred(lambda: st.sampled_from(understood("sample"))), st.sampled_from(CHANGES["front"]))
def test_a_greeting_in_front_of_a_sample_changes_no_record(message: Labelled, front: str) -> None:
    assert marks_of(replace(message, text=front + message.text)).whole


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=300)
MARKS = st.text(st.characters(categories=["P", "S", "M", "Z", "N"]), max_size=300)
WORDS = sorted({word for message in messages("dev") for word in message.text.split()})
SPEECH = st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join)
SITUATIONS = [
    Situation(shipped.DAY, Sender(role), prior, pending)
    for role in ("officer", "household", "citizen", "nobody_known")
    for prior, pending in (
        ((), ""),
        ((Prior("1", "instrument_verified", {"checked": 3, "date": "2026-05-12"}),), ""),
        ((Prior("1", "trip", {"days": 2}, draft=True),), "?"),
        ((Prior("1", "nothing_known", {"x": None}),), "x"),
    )
]


@settings(max_examples=300)
@given(
    st.one_of(TEXTS, MARKS, SPEECH), st.sampled_from(SITUATIONS), st.sampled_from(["dong_cuu", "bac_ninh"])
)
def test_nothing_that_can_be_typed_raises(text: str, situation: Situation, tenant: str) -> None:
    reading = read(text, situation, shipped.lexicon(tenant))
    told = as_expected(reading)
    assert told["intent"]
    assert [step.name for step in reading.steps][-1] == "questions"


@pytest.mark.parametrize("piece", ["1", "1/", "a", "(", "\n", "\u0301", "1,", "12/5 ", ". ", "5s ", "- 2 "])
def test_the_same_piece_ten_thousand_times_raises_nothing(piece: str) -> None:
    assert read(piece * 10_000, SITUATIONS[0], shipped.lexicon("dong_cuu")).intent


def steps(text: str) -> int:
    """How many functions are called to read a text: the same on every machine."""
    calls = 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    lexicon = shipped.lexicon("dong_cuu")
    read(text, SITUATIONS[0], lexicon)
    before = sys.getprofile()
    sys.setprofile(count)
    try:
        read(text, SITUATIONS[0], lexicon)
    finally:
        sys.setprofile(before)
    return calls


def pieces(count: int, sources: Sequence[Labelled]) -> str:
    """So many words of messages of all kinds, one message after the other, each a sentence."""
    words = chain.from_iterable(f"{message.text.rstrip('.')}.".split() for message in sources)
    return " ".join(word for _, word in zip(range(count), words, strict=False))


@pytest.mark.parametrize("offset", [0, 100, 200])
def test_the_work_grows_with_the_length_of_a_message_and_not_with_its_square(offset: int) -> None:
    sources = messages("dev")[offset:]
    short, long = pieces(100, sources), pieces(400, sources)
    assert len(words_in(long, shipped.lexicon("dong_cuu").spelling)) < MOST
    assert steps(long) < 1.5 * 4 * steps(short)


def test_what_stands_beyond_the_longest_message_costs_nothing_more() -> None:
    long = pieces(2 * MOST, messages("dev"))
    assert steps(long + " " + long) < 1.1 * steps(long)
