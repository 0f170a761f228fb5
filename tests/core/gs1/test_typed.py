"""Numbers as people type them wrong: with letters, with other lines between them, with an impossible day."""

import pytest

from core.gs1.contents import contents_of, wrong_parts
from core.gs1.lists import checked, in_text
from core.gs1.typed import Mixed, with_letters

RIGHT = "8934588012112"


def asks(words: str) -> bool:
    return words == "code"


@pytest.mark.parametrize(
    ("text", "letters", "digits"),
    [
        ("8934588012I12", "I", RIGHT),
        ("8934588O12I12", "OI", RIGHT),
        ("code 893458801211Z", "Z", "8934588012112"),
        ("code: 893458801211x", "x", ""),
    ],
)
def test_letters_in_a_number_are_named_and_read_as_the_digits_they_look_like(
    text: str, letters: str, digits: str
) -> None:
    assert with_letters(text, asks) == Mixed(text.rsplit(maxsplit=1)[-1], letters, digits)


@pytest.mark.parametrize("text", ["", RIGHT, "AB1234567", "see 8934588012I12", "KT-0514-03"])
def test_other_texts_are_no_number_with_letters(text: str) -> None:
    assert with_letters(text, asks) is None


def test_a_list_names_the_lines_that_hold_no_number() -> None:
    found = checked(in_text(f"{RIGHT}\n8934588012113\nmilk\n4006381333931"))
    assert [len(found.right), len(found.wrong)] == [2, 1]
    assert [(row.row, row.digits) for row in found.odd] == [(3, "milk")]


@pytest.mark.parametrize("text", ["milk\nbread", f"{RIGHT}, sold at the market", "12 scales\n3 failed"])
def test_a_text_that_is_not_mostly_numbers_is_no_list(text: str) -> None:
    assert in_text(text) == ()


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (f"(01)0{RIGHT}(10)A1(17)261332", ("(17)261332",)),
        ("(01)123(3103)0012", ("(01)123", "(3103)0012")),
        (f"(01)0{RIGHT}(10)A1", ()),
        ("(see the list) 12 scales", ()),
        ("12 scales", ()),
    ],
)
def test_elements_that_cannot_be_read_are_named(text: str, parts: tuple[str, ...]) -> None:
    assert wrong_parts(text) == parts


def test_an_item_number_with_more_behind_it_needs_no_mark() -> None:
    found = contents_of(f"010{RIGHT}10A1")
    assert found is not None
    assert [(each.code, each.value) for each in found.elements] == [("01", f"0{RIGHT}"), ("10", "A1")]
    assert contents_of("0108934588012113" + "10A1") is None
