"""Values that come by button or by editing are held to the same rules as typed ones."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.answers import JsonValue, check_answer
from tests.core.answers.fields import FIELDS, setting, words

VALUES = st.one_of(
    st.text(max_size=20),
    st.integers(),
    st.floats(),
    st.lists(st.text(max_size=5), max_size=4),
    st.dictionaries(st.text(max_size=5), st.integers(), max_size=3),
)


@pytest.mark.parametrize(
    ("code", "value"),
    [
        ("passed", 0),
        ("number", 2.5),
        ("date", "2026-05-14"),
        ("date", "2026-05-06/2026-05-07"),
        ("valid_until", "2027-05-14"),
        ("organiser", "xa"),
        ("organisers", ["xa", "tinh"]),
        ("attended", {"can_bo": 4, "chu_co_so": 0}),
        ("market", "cho_ngu"),
        ("note", "đã nhắc"),
        ("members", ["An"]),
        ("photos", 2),
    ],
)
def test_a_value_that_fits_is_taken(code: str, value: JsonValue) -> None:
    assert check_answer(FIELDS[code], value, setting()) is None


@pytest.mark.parametrize(
    ("code", "value", "key"),
    [
        ("passed", -1, "answer-number-small"),
        ("passed", 2.5, "answer-number-whole"),
        ("passed", "25", "answer-number"),
        ("passed", True, "answer-number"),
        ("number", float("inf"), "answer-number"),
        ("people", 501, "answer-number-large"),
        ("date", "2026-05-15", "answer-date-future"),
        ("date", "2026-05-13/2026-05-15", "answer-date-future"),
        ("date", "2026-05-07/2026-05-06", "answer-date-order"),
        ("date", "1999-12-31", "answer-date-early"),
        ("date", "2026-02-31", "answer-date"),
        ("date", "today", "answer-date"),
        ("valid_until", "2050-01-01", "answer-date-far"),
        ("organiser", "gone", "answer-choice"),
        ("organiser", 3, "answer-choice"),
        ("organisers", [], "answer-choices"),
        ("organisers", ["xa", "xa"], "answer-choices"),
        ("attended", {"gone": 3}, "answer-tally"),
        ("attended", {"can_bo": -1}, "answer-tally"),
        ("attended", {}, "answer-tally-zero"),
        ("market", "thon_bac", "answer-place"),
        ("nowhere", "cho_ngu", "answer-place-none"),
        ("note", "", "answer-text-empty"),
        ("note", "x" * 41, "answer-text-long"),
        ("members", [], "answer-people"),
        ("members", ["4"], "answer-people-name"),
    ],
)
def test_a_value_that_does_not_fit_is_refused_with_its_reason(code: str, value: JsonValue, key: str) -> None:
    assert getattr(check_answer(FIELDS[code], value, setting()), "key", None) == key


@given(st.sampled_from(sorted(FIELDS)), VALUES)
def test_no_value_breaks_the_check_and_every_reason_can_be_said(code: str, value: JsonValue) -> None:
    reason = check_answer(FIELDS[code], value, setting())
    assert reason is None or words(reason)
