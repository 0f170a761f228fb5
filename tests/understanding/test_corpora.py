"""How much of what people write is understood, and that no message was written into the content."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from core.answers.tokens import phrase
from core.understanding.intents import INTENTS
from core.understanding.scoring import summed
from tests import shipped
from tests.understanding.corpora import NAMES, heard_content, marks, messages

FLOORS: dict[str, dict[str, int]] = yaml.load(
    Path(__file__).with_name("floors.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader
)

#: fields that hold names of people and organisations, all invented
_NAMES = ("org", "orgs", "person", "persons_named", "contact")


@pytest.mark.parametrize("name", NAMES)
def test_no_less_is_understood_than_before(name: str) -> None:
    score = summed(marks(name).values())
    assert (score.whole >= FLOORS[name]["whole"], score.extra <= FLOORS[name]["wrong_records"]) == (
        True,
        True,
    )


def test_the_messages_are_about_every_intent_and_nearly_every_kind_of_report() -> None:
    intents, topics = set(), set()
    for name in NAMES:
        intents |= {message.expected["intent"] for message in messages(name)}
        topics |= {record["topic"] for message in messages(name) for record in message.expected["records"]}
    assert intents == set(INTENTS)
    assert {hearing.name for hearing in shipped.hearing().hearings} - topics == set()


@pytest.mark.parametrize("name", NAMES)
def test_no_message_is_written_into_the_content(name: str) -> None:
    """Phrases are pieces of speech: none is most of a message that is more than a few words."""
    phrases = _phrases()
    for message in messages(name):
        words = phrase(message.text).split()
        if len(words) > 5:
            runs = {" ".join(words[a:b]) for a in range(len(words)) for b in range(a + 1, len(words) + 1)}
            longest = max((len(run.split()) for run in runs & phrases), default=0)
            assert 4 * longest < 3 * len(words), message.id


@pytest.mark.parametrize("name", NAMES)
def test_no_name_of_a_message_is_written_into_the_content(name: str) -> None:
    written, folded = _written(), _phrases()
    for message in messages(name):
        for record in message.expected["records"]:
            given = [record["fields"].get(code) or () for code in _NAMES]
            names = {each for value in given for each in ([value] if isinstance(value, str) else value)}
            # without its marks a name may be other words: as typed with them it is looked for so
            found = {n for n in names if (phrase(n) in folded if n.isascii() else n.casefold() in written)}
            assert not {each for each in found if " " in each}, message.id


def _phrases() -> set[str]:
    return {phrase(leaf) for leaf in _written()}


def _written() -> set[str]:
    """The phrases of content with their marks, in small letters."""
    texts = heard_content().values()
    return {leaf.casefold() for text in texts for leaf in _leaves(yaml.load(text, yaml.CSafeLoader))}


def _leaves(data: Any) -> Iterator[str]:
    """Every key and value."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield str(key)
            yield from _leaves(value)
    elif isinstance(data, list):
        for value in data:
            yield from _leaves(value)
    else:
        yield str(data)
