"""The records a happening makes, and what is asked before they can be stored."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from core.understanding.drafts import add_up, drafted, questions
from core.understanding.heard import Heard
from core.understanding.read import read
from core.understanding.situation import Record, Sender, Situation
from tests import shipped
from tests.core.understanding.seen import cases, seen
from tests.tables import over

CASES = cases("drafts")
LEXICON = shipped.lexicon("dong_cuu")
HEARING = LEXICON.hearings["instrument_verified"]
HERE = Situation(shipped.DAY, Sender("officer", level="xa"))
COUNT = st.integers(0, 500)


def made(text: str) -> tuple[Record, list[str]]:
    """The one record of a message, with what is asked."""
    scene = seen(text)
    (record,), asks = drafted(scene, HEARING.fact_type, LEXICON, HERE, scene)
    return record, asks


@over(CASES["drafts"])
def test_a_happening_is_filled_in_and_asked_about(
    text: str, expected: dict[str, Any], asks: list[str]
) -> None:
    record, asked = made(text)
    assert {code: record.fields.get(code) for code in expected} == expected
    assert (record.op, asked) == ("create", asks)


@over(CASES["kinds"])
def test_what_a_kind_needs_is_heard_in_the_words(
    tenant: str, text: str, fact_type: str, expected: dict[str, Any]
) -> None:
    reading = read(text, HERE, shipped.lexicon(tenant))
    assert [record.fact_type for record in reading.records] == [fact_type]
    assert {code: reading.records[0].fields.get(code) for code in expected} == expected


@over(CASES["totals"])
def test_what_there_is_in_all_is_a_total_without_a_day(text: str, total: int) -> None:
    record, asks = made(text)
    assert (record.op, record.fields["stated_total"], asks) == ("total", total, ["increment_or_total"])
    assert "date" not in record.fields


@given(COUNT, COUNT, st.sets(st.sampled_from(["passed", "failed", "checked"]), min_size=2))
def test_two_of_a_sum_give_the_third_and_never_a_conflict(one: int, other: int, known: set[str]) -> None:
    whole = {"passed": one, "failed": other, "checked": one + other}
    heard = Heard({code: value for code, value in whole.items() if code in known})
    add_up(heard, HEARING)
    assert heard.fields == whole
    assert "numbers_conflict" not in questions(HEARING, heard, HERE)


@given(COUNT, COUNT, COUNT)
def test_three_that_do_not_add_up_are_asked_about_and_kept(one: int, other: int, total: int) -> None:
    whole = {"passed": one, "failed": other, "checked": total}
    heard = Heard(dict(whole))
    add_up(heard, HEARING)
    assert heard.fields == whole
    assert ("numbers_conflict" in questions(HEARING, heard, HERE)) == (one + other != total)


@given(st.integers(1, 500), st.integers(1, 500), st.sampled_from(CASES["sums"]))
def test_a_sum_is_the_same_whichever_of_its_numbers_are_said(one: int, other: int, sentence: str) -> None:
    record, asks = made(sentence.format(a=one, b=other, c=one + other))
    assert {code: record.fields.get(code) for code in ("passed", "failed", "checked")} == {
        "passed": one,
        "failed": other,
        "checked": one + other,
    }
    assert asks == []


@given(st.dictionaries(st.sampled_from([field.code for field in HEARING.fields]), COUNT))
def test_nothing_is_asked_that_is_known_nor_twice(fields: dict[str, int]) -> None:
    asked = questions(HEARING, Heard(dict(fields)), HERE)
    assert len(asked) == len(set(asked))
    assert set(asked).isdisjoint(fields)
