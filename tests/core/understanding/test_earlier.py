"""What a message says of reports there are already: which it means, what becomes of it, more of the same."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from core.understanding.read import read
from core.understanding.situation import Prior, Reading, Sender, Situation
from tests import shipped
from tests.core.understanding.seen import cases
from tests.tables import over

CASES = cases("earlier")


def prior(name: str) -> Prior:
    return Prior(name, **CASES["prior"][name])


def reading(text: str, *earlier: Prior, pending: str = "") -> Reading:
    situation = Situation(shipped.DAY, Sender("officer"), earlier, pending)
    return read(text, situation, shipped.lexicon("dong_cuu"))


def fields(text: str, *earlier: Prior) -> dict[str, Any]:
    (record,) = reading(text, *earlier).records
    return record.fields


@over(CASES["about"])
def test_the_report_that_is_meant_is_found(text: str, earlier: list[str], meant: list[str]) -> None:
    assert list(reading(text, *map(prior, earlier)).about) == meant


@over(CASES["corrected"])
def test_a_correction_changes_what_it_says_and_nothing_else(
    text: str, name: str, changed: dict[str, Any]
) -> None:
    assert fields(text, prior(name)) == changed


@over(CASES["more"])
def test_more_of_the_same_has_what_was_not_said_anew(
    text: str, name: str, expected: dict[str, Any], more: bool
) -> None:
    (record,) = reading(text, prior(name)).records
    assert {code: record.fields.get(code) for code in expected} == expected
    assert (record.op, record.more) == ("create", more)


@over(CASES["again"])
def test_a_report_that_may_be_there_already_is_asked_about(text: str, name: str, again: bool) -> None:
    assert ("duplicate_check" in reading(text, prior(name)).asks) == again


@over(CASES["answers"])
def test_an_answer_fills_the_draft_it_was_asked_about(
    text: str, asked: str, expected: dict[str, Any], left: list[str]
) -> None:
    draft = Prior("draft", **CASES["draft"])
    answered = reading(text, draft, pending=asked)
    (record,) = answered.records
    assert record.fields == {**draft.fields, **expected}
    assert answered.asks == left


@given(st.integers(1, 999), st.integers(1, 999), st.sampled_from(CASES["swaps"]))
def test_any_number_may_be_put_in_the_place_of_any_other(old: int, new: int, sentence: str) -> None:
    record = Prior("r", "instrument_verified", {"checked": old, "place": "x", "date": "2026-05-12"})
    expected = {"checked": new} if old != new else {}
    if expected:
        assert fields(sentence.format(old=old, new=new), record) == expected


def test_nothing_is_changed_where_there_is_nothing() -> None:
    found = reading(CASES["corrected"][0][0])
    assert ([record.fields for record in found.records], found.asks) == ([], ["which_record"])
