"""The shipped questions take numbers the way people count, and not with words for other things."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from bot.content import CONTENT
from bot.content_words import load_vocabulary
from core.answers import Read, Refused, Setting, read_answer
from core.catalogue.fact_types import FieldType
from tests import shipped
from tests.tables import over

TABLE = yaml.load((Path(__file__).parent / "counting.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader)
SETTING = Setting(date(2026, 5, 14), (), {}, load_vocabulary(CONTENT))
COUNTED = {
    f"{kind.code}.{field.code}": field
    for kind in shipped.catalogue().fact_types.values()
    for field in kind.asked()
    if field.type in (FieldType.INTEGER, FieldType.NUMBER) and field.unit is not None
}


def _rows(how: str) -> list[tuple[str, str]]:
    return [(field, typed) for field, ways in TABLE.items() for typed in ways[how]]


def test_every_question_that_counts_something_is_in_the_table() -> None:
    assert TABLE.keys() == COUNTED.keys()


@over(_rows("taken"))
def test_the_number_is_taken(field: str, typed: str) -> None:
    figures = int("".join(letter for letter in typed if letter.isdigit()))
    assert read_answer(COUNTED[field], typed, SETTING) == Read(figures)


@over(_rows("refused"))
def test_a_number_of_something_else_is_not_taken(field: str, typed: str) -> None:
    assert isinstance(read_answer(COUNTED[field], typed, SETTING), Refused)


@pytest.mark.parametrize("typed", ["4 buổi", "4 kỳ phát"])
def test_things_are_not_taken_where_people_are_counted_by_group(typed: str) -> None:
    audience = shipped.catalogue().fact_types["training_attendance"].field("audience")
    assert audience is not None
    assert isinstance(read_answer(audience, typed, SETTING), Refused)
