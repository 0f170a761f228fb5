"""Typed answers and what becomes of them: tables of inputs, then laws that hold for any input."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from core.answers import JsonValue, Read, Refused, Unsure, check_answer, read_answer, show_answer
from core.catalogue.fact_types import FieldType
from core.folding import fold
from tests.core.answers.fields import FIELDS, outcome, setting, words
from tests.tables import over

HERE = Path(__file__).parent


def _table() -> list[tuple[str, str, str, object]]:
    files = (
        yaml.load((HERE / name).read_text("utf-8"), yaml.CSafeLoader)
        for name in ("numbers.yaml", "dates.yaml", "names.yaml")
    )
    return [(code, *row) for file in files for code, rows in file.items() for row in rows]


TABLE = _table()
TYPED = st.sampled_from(sorted({row[1] for row in TABLE}))
PIECES = st.lists(
    st.one_of(TYPED, st.sampled_from(["-", "/", ".", ",", " ", "và", "\n", "5", "năm", "tháng", "đến"]))
)
ANYTHING = st.one_of(st.text(max_size=80), TYPED, PIECES.map(" ".join), PIECES.map("".join))
FIELD = st.sampled_from(sorted(FIELDS))


@over(TABLE)
def test_what_is_typed_is_read_as_the_table_says(code: str, typed: str, kind: str, value: object) -> None:
    assert outcome(read_answer(FIELDS[code], typed, setting())) == (kind, value)


@given(FIELD, ANYTHING)
def test_any_text_for_any_field_is_answered_and_the_answer_can_be_said(code: str, typed: str) -> None:
    field = FIELDS[code]
    match read_answer(field, typed, setting()):
        case Read(value):
            said = [show_answer(field, value, setting())]
        case Refused(reason):
            said = [reason]
        case Unsure(question, readings):
            said = [question, *(label for label, _ in readings)]
    assert all(words(speech, locale) for speech in said for locale in ("vi", "en"))


@given(FIELD, ANYTHING)
def test_a_value_that_is_read_or_offered_passes_the_check(code: str, typed: str) -> None:
    field = FIELDS[code]
    result = read_answer(field, typed, setting())
    values = [result.value] if isinstance(result, Read) else []
    values += [value for _, value in result.readings] if isinstance(result, Unsure) else []
    assert [check_answer(field, value, setting()) for value in values] == [None] * len(values)


@given(FIELD, ANYTHING)
def test_a_question_offers_two_to_eight_different_values(code: str, typed: str) -> None:
    result = read_answer(FIELDS[code], typed, setting())
    if isinstance(result, Unsure):
        values = [repr(value) for _, value in result.readings]
        assert 2 <= len(values) <= 8
        assert len(set(values)) == len(values)


@given(FIELD, ANYTHING)
def test_leaving_out_the_marks_never_gives_a_different_value(code: str, typed: str) -> None:
    field = FIELDS[code]
    if field.type in (FieldType.TEXT, FieldType.PEOPLE):
        return
    marked = read_answer(field, typed, setting())
    bare = read_answer(field, "\n".join(map(fold, typed.split("\n"))), setting())
    if isinstance(marked, Read) and isinstance(bare, Read):
        assert marked == bare


@given(
    st.sampled_from([code for code, field in sorted(FIELDS.items()) if field.type is not FieldType.EVIDENCE]),
    ANYTHING,
)
def test_what_the_card_shows_is_read_back_as_the_same_value(code: str, typed: str) -> None:
    field = FIELDS[code]
    result = read_answer(field, typed, setting())
    readings = [result.value] if isinstance(result, Read) else []
    readings += [value for _, value in result.readings] if isinstance(result, Unsure) else []
    for value in readings:
        again = read_answer(field, words(show_answer(field, value, setting())), setting())
        offered = [value for _, value in again.readings] if isinstance(again, Unsure) else [outcome(again)[1]]
        assert value in offered


@over(sorted(FIELDS))
def test_five_thousand_letters_are_refused_with_both_lengths(code: str) -> None:
    result = read_answer(FIELDS[code], "x" * 5000, setting())
    assert isinstance(result, Refused)
    said = words(result.reason)
    assert "5.000" in said
    assert "tối đa" in said


@pytest.mark.parametrize(
    ("answers", "result"),
    [
        ({}, ("unsure", ["cho_ngu", "thon_ngu"])),
        ({"sort": "market"}, ("read", "cho_ngu")),
        ({"sort": "another"}, ("unsure", ["cho_ngu", "thon_ngu"])),
        ({"sort": "hospital"}, ("unsure", ["cho_ngu", "thon_ngu"])),
    ],
    ids=["nothing said", "one kind", "nothing named for it", "no place of that kind"],
)
def test_which_places_are_meant_may_hang_on_an_earlier_answer(
    answers: dict[str, JsonValue], result: tuple[str, object]
) -> None:
    typed = FIELDS["site"]
    assert outcome(read_answer(typed, "Ngu", replace(setting(), answers=answers))) == result


@over(["1999", "9999", "?"])
def test_a_year_is_never_written_as_a_number_with_a_separator(typed: str) -> None:
    result = read_answer(FIELDS["year"], typed, setting())
    assert isinstance(result, Refused)
    for locale in ("vi", "en"):
        assert re.search(r"\b(2021|2100)\b", words(result.reason, locale))
