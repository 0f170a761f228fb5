import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from core.markup import plain, spans
from core.splitting import length, split

LETTERS = st.sampled_from(
    ["a", "ữ", "ữ", " ", "\n", ".", "*", "🎉", "👩‍🌾", "🇻🇳", "👍🏽", "1️⃣", "đ", "word ", "**"]
)
TEXTS = st.lists(LETTERS, max_size=200).map("".join)
CLEAN = st.lists(
    st.sampled_from(["a", "ữ", " ", "\n", "🎉", "🇻🇳", "👩‍🌾", "**bold words**", "word "]), max_size=200
).map("".join)
LIMITS = st.integers(16, 200)


def squeezed(text: str) -> str:
    """Without what a cut may remove."""
    return "".join(plain(text).replace("∗", "*").split())


@given(TEXTS, LIMITS)
@example("****" * 50, 16)
@example("**" + "a" * 100, 16)
@example("*" * 100, 17)
def test_each_part_is_within_the_limit(text: str, limit: int) -> None:
    assert all(length(part) <= limit for part in split(text, limit))


@given(TEXTS, LIMITS)
@example("**" + "a b " * 50 + "**" + "c" * 40, 16)
def test_nothing_but_space_at_a_cut_is_lost(text: str, limit: int) -> None:
    assert "".join(squeezed(part) for part in split(text, limit)) == squeezed(text)


@given(CLEAN, LIMITS)
def test_what_was_bold_stays_bold_and_nothing_else_becomes_so(text: str, limit: int) -> None:
    def marked(source: str) -> list[tuple[str, bool]]:
        return [(char, bold) for piece, bold in spans(source) for char in piece if not char.isspace()]

    assert [letter for part in split(text, limit) for letter in marked(part)] == marked(text)


@given(TEXTS)
def test_a_text_that_fits_is_left_alone(text: str) -> None:
    assert split(text, 100_000) == [text]


@given(st.lists(st.sampled_from(["🇻🇳", "👩‍🌾", "👍🏽", "1️⃣", "ữ"]), min_size=1, max_size=60), LIMITS)
def test_no_emoji_and_no_letter_is_cut_in_two(wholes: list[str], limit: int) -> None:
    whole = set(wholes)
    for part in split("".join(wholes), limit):
        rest = part
        while rest:
            first = next((sign for sign in whole if rest.startswith(sign)), None)
            assert first is not None, (part, rest)
            rest = rest[len(first) :]


@given(TEXTS, LIMITS)
def test_no_part_is_blank(text: str, limit: int) -> None:
    parts = split(text, limit)
    assert all(part.strip() for part in parts) or len(parts) == 1


def test_cuts_come_at_the_end_of_a_line() -> None:
    assert split("line one is short\nline two is short", 24) == ["line one is short", "line two is short"]


def test_a_line_too_long_is_cut_between_words() -> None:
    assert split("chín mươi chín phần trăm", 20) == ["chín mươi chín phần", "trăm"]


def test_bold_goes_on_in_the_next_part() -> None:
    assert split("**eight letters twice eight**", 20) == ["**eight letters**", "**twice eight**"]


def test_a_limit_that_could_not_hold_a_letter_is_refused() -> None:
    with pytest.raises(ValueError, match="limit"):
        split("a" * 100, 3)
