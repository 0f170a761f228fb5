"""Tokens fit every messenger, whatever the content is called."""

import pytest

from core.dialogue.tokens import MAX_BYTES, token, whole_number
from tests.shipped import knowledge


def test_a_token_is_its_parts_joined() -> None:
    assert token("s", "3f", 2) == "s:3f:2"


def test_a_part_with_a_colon_is_refused() -> None:
    with pytest.raises(ValueError, match="no colon"):
        token("s", "a:b")


def test_the_longest_token_of_the_content_fits() -> None:
    longest_key = "f" * 12
    for kind in knowledge().catalogue.fact_types.values():
        token("new", kind.code, longest_key)
        for number, field in enumerate(kind.asked()):
            for option in field.options:
                assert len(token("f", longest_key, number, option.code).encode()) <= MAX_BYTES


@pytest.mark.parametrize("text", ["", "-1", "1.5", "٣", "9" * 40, "0x1"])
def test_what_is_no_plain_number_is_none(text: str) -> None:
    assert whole_number(text) is None
