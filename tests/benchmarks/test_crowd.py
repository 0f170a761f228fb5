from datetime import date

import pytest

from benchmarks.crowd import PATIENCE, Crowd, Walker
from benchmarks.script import Script, read_script
from tests import shipped
from tests.emulators.telegram import Seen, TelegramEmulator


@pytest.fixture(scope="module")
def script() -> Script:
    return read_script(shipped.catalogue(), date(2026, 5, 14), 2)


@pytest.fixture
def crowd(script: Script) -> Crowd:
    return Crowd(TelegramEmulator(), script, people=1, each=2)


def read(person: Walker, *texts: str) -> None:
    for number, text in enumerate(texts):
        person.see(Seen(number, text, 0.0, 0))


def test_a_person_answers_question_after_question_and_begins_the_next_report(
    crowd: Crowd, script: Script
) -> None:
    (person,) = crowd.people
    person.begin()
    read(person, *script.asks[1:], script.done)
    assert crowd.progress == script.steps
    assert crowd.tally.typed == script.steps + 1


def test_a_question_read_twice_is_answered_once(crowd: Crowd, script: Script) -> None:
    (person,) = crowd.people
    person.begin()
    read(person, script.asks[1], script.asks[1])
    assert crowd.tally.typed == 2


def test_a_person_follows_a_bot_that_lost_the_thread(crowd: Crowd, script: Script) -> None:
    (person,) = crowd.people
    person.begin()
    read(person, script.asks[1], script.asks[2], script.asks[0], script.asks[1])
    assert crowd.tally.typed == 5
    assert crowd.progress == 3


def test_a_person_types_again_only_after_a_long_silence(crowd: Crowd) -> None:
    (person,) = crowd.people
    person.begin()
    person.type_again(person.typed_at + PATIENCE)
    assert crowd.tally.typed == 1
    person.type_again(person.typed_at + PATIENCE + 0.1)
    assert crowd.tally.typed == 2


async def test_the_crowd_is_done_when_everybody_has_the_last_receipt(crowd: Crowd, script: Script) -> None:
    (person,) = crowd.people
    person.begin()
    read(person, *script.asks[1:], script.done, *script.asks[1:])
    before = crowd.finished
    read(person, script.done)
    assert (before, crowd.finished) == (False, True)
