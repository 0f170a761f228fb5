"""Words that admins teach: what they change, and that they change nothing else."""

from datetime import date
from pathlib import Path
from typing import Any

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from core.understanding.lexicon import Lexicon, with_names
from core.understanding.preview import Past, knows, preview, too_common, touched
from core.understanding.read import read
from core.understanding.scene import see
from core.understanding.situation import Sender, Situation
from core.understanding.taught import Taught
from core.understanding.topics import parts_of
from tests.shipped import lexicon as shipped_lexicon
from tests.tables import over

DATA: dict[str, Any] = yaml.load(
    (Path(__file__).parent / "taught.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader
)
HERE = Situation(date(2026, 5, 14), Sender("officer", unit="Van hoa"))

messages = st.lists(st.sampled_from(DATA["messages"]), min_size=1, max_size=2).map(". ".join)
#: for a kind of report, or for an option of one
meant = st.sampled_from(
    [
        ("instrument_verified", "", ""),
        ("comm_event", "", ""),
        ("measuring_inspection", "instrument_kind", "can_ban"),
        ("comm_event", "channel", "loa_truyen_thanh"),
    ]
)
words = st.builds(
    lambda phrase, meaning: Taught(phrase, *meaning),
    st.one_of(
        st.sampled_from(DATA["phrases"]),
        st.lists(st.sampled_from(DATA["made_up"]), min_size=1, max_size=3).map(" ".join),
    ),
    meant,
)


def lexicon(*taught: Taught) -> Lexicon:
    """What the sample commune's messages are read with, and these words."""
    return with_names(shipped_lexicon("dong_cuu"), (), taught)


def meaning(text: str, by: Lexicon) -> tuple[object, ...]:
    """What a message is understood as, and what is asked and offered beside it."""
    found = read(text, HERE, by)
    records = [(record.op, record.fact_type, record.fields) for record in found.records]
    offered = [record.others for record in found.records]
    return found.intent, found.topic, records, found.asks, found.others, offered


@settings(deadline=None, max_examples=12)
@given(word=words, text=messages)
def test_a_word_added_and_taken_back_reads_as_before(word: Taught, text: str) -> None:
    before = meaning(text, lexicon())
    lexicon(word)
    assert meaning(text, lexicon()) == before


@settings(deadline=None, max_examples=12)
@given(word=words, text=messages)
def test_a_message_in_which_nothing_else_is_found_reads_the_same(word: Taught, text: str) -> None:
    if not touched(text, lexicon(), lexicon(word)):
        assert meaning(text, lexicon()) == meaning(text, lexicon(word))


@settings(deadline=None, max_examples=12)
@given(word=words, texts=st.lists(messages, max_size=4))
def test_the_preview_shows_just_the_messages_that_read_otherwise(word: Taught, texts: list[str]) -> None:
    shown = preview([Past(text, HERE) for text in texts], lexicon(), lexicon(word))
    changed = [text for text in texts if meaning(text, lexicon())[:3] != meaning(text, lexicon(word))[:3]]
    assert [change.past.text for change in shown.changes] == changed
    assert shown.looked_at == len(texts)


@settings(deadline=None, max_examples=8)
@given(word=words)
def test_a_taught_word_is_known_with_its_meaning(word: Taught) -> None:
    assert knows(word, lexicon(word))


@settings(deadline=None, max_examples=10)
@given(
    phrase=st.lists(st.sampled_from(DATA["made_up"]), min_size=1, max_size=3).map(" ".join),
    kind=st.sampled_from(["instrument_verified", "comm_event", "training_attendance"]),
)
def test_a_made_up_phrase_alone_speaks_of_the_kind_it_was_taught_for(phrase: str, kind: str) -> None:
    taught = lexicon(Taught(phrase, kind))
    assert [part.fact_type for part in parts_of(see(phrase, taught, HERE.today), taught)] == [kind]


def test_what_content_says_is_known() -> None:
    assert knows(Taught(**DATA["known"]), lexicon())
    assert knows(Taught(**DATA["known_option"]), lexicon())


@over(DATA["common"])
def test_words_of_any_talk_are_too_common(word: str) -> None:
    assert too_common(word, lexicon())


@over(DATA["special"])
def test_words_of_the_trade_are_not(word: str) -> None:
    assert not too_common(word, lexicon())


def test_a_word_for_what_is_gone_from_content_is_not_heard() -> None:
    gone = (Taught("abc def", "no_such_kind"), Taught("abc def", "instrument_verified", "body_kind", "x"))
    assert lexicon(*gone).book.words == lexicon().book.words
