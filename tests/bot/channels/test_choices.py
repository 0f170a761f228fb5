"""Choices that are typed stand together below the text, however long that is."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from bot.channels.choices import pieces, texts
from core.markup import plain
from core.messages import Button, Outbound
from core.splitting import length

ROOM = 2000


@given(
    text=st.text(min_size=1, max_size=300).map(lambda text: f"{text}**đậm** 😀\n" * 12),
    labels=st.lists(st.text(min_size=1, max_size=60), max_size=40),
)
def test_no_part_is_too_long_and_every_choice_is_there_once(text: str, labels: list[str]) -> None:
    rows = tuple((Button(label, "t"),) for label in labels)
    parts = pieces(Outbound(text, rows), ROOM)
    assert all(length(plain(part)) <= ROOM for part in parts)
    if sum(map(length, labels)) < 500 and all(label.isalnum() for label in labels):
        block = "\n".join(f"{number}. {label}" for number, label in enumerate(labels, 1))
        assert parts[-1].endswith(block)


@given(
    text=st.integers(1, 5000).map(lambda words: "việc " * words),
    labels=st.lists(st.text("ab", min_size=1, max_size=60), max_size=15),
)
def test_a_message_sent_in_these_parts_goes_out_one_by_one(text: str, labels: list[str]) -> None:
    message = Outbound(text, tuple((Button(label, "t"),) for label in labels))
    *first, last = texts(message, ROOM)
    assert [len(pieces(Outbound(part), ROOM)) for part in first] == [1] * len(first)
    assert len(pieces(replace(message, text=last), ROOM)) == 1
