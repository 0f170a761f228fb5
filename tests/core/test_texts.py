"""Texts, mark-up and folding: what everything people read or type passes through."""

from datetime import UTC, date, datetime
from decimal import Decimal
from unicodedata import combining, normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import ContentError
from core.folding import clean, fold
from core.markup import harmless, plain, spans, writable
from core.texts import Label, Texts, Value, lines, say, show_number

TEXTS = Texts(
    {
        "vi": ["hello = Chào { $name }\ncount = { $n } lượt\nonly-vi = chỉ có ở đây\nbare = { $missing }"],
        "en": [
            "hello = Hello { $name }\ncount = { $n ->\n    [one] one time\n   *[other] { $n } times\n}",
        ],
    }
)


@pytest.mark.parametrize(
    ("value", "vietnamese", "english"),
    [
        (1234.5, "1.234,5", "1,234.5"),
        (1500, "1.500", "1,500"),
        (2.50, "2,5", "2.5"),
        (Decimal("1E+3"), "1.000", "1,000"),
        (0, "0", "0"),
        (-1234, "-1.234", "-1,234"),
        (0.1, "0,1", "0.1"),
    ],
)
def test_numbers_come_out_the_way_of_the_language(
    value: int | float | Decimal, vietnamese: str, english: str
) -> None:
    assert (show_number(value, "vi"), show_number(value, "en")) == (vietnamese, english)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (date(2026, 5, 4), "4/5/2026"),
        (datetime(2026, 5, 4, 7, 5, tzinfo=UTC), "07:05 4/5/2026"),
        (Label(vi="chợ", en="market"), "chợ"),
        (lines("một", None, "", "hai"), "một\nhai"),
        (lines("một", "hai", separator=", "), "một, hai"),
        (say("hello", name=Label(vi="An", en="Ann")), "Chào An"),
        (say("count", n=1500), "1.500 lượt"),
    ],
)
def test_each_kind_of_value_has_its_text(value: Value, shown: str) -> None:
    assert TEXTS.render(value, "vi") == shown


def test_a_text_may_choose_by_a_whole_number() -> None:
    assert TEXTS.render(say("count", n=1), "en") == "one time"
    assert TEXTS.render(say("count", n=2), "en") == "2 times"


def test_an_unknown_language_is_answered_in_vietnamese() -> None:
    assert TEXTS.render(say("hello", name="An"), "fr") == "Chào An"


def test_an_unknown_key_or_a_missing_value_is_an_error_that_names_the_key() -> None:
    with pytest.raises(ContentError, match="only-vi"):
        TEXTS.render(say("only-vi"), "en")
    with pytest.raises(ContentError, match="bare"):
        TEXTS.render(say("bare"), "vi")


def test_a_yes_or_no_has_no_text() -> None:
    with pytest.raises(TypeError):
        TEXTS.render(True, "vi")


@given(st.text())
def test_what_people_type_never_becomes_mark_up(typed: str) -> None:
    rendered = TEXTS.render(say("hello", name=typed), "vi")
    assert not any(bold for _, bold in spans(rendered))


@given(st.text())
def test_harmless_text_is_plain_and_stays_as_it_is(typed: str) -> None:
    once = harmless(typed)
    assert plain(once) == once == harmless(once)


@given(st.text(alphabet="a*\u202e\u2067"))
def test_what_turns_letters_round_is_gone_and_leaves_no_mark_up_behind(typed: str) -> None:
    shown = harmless(typed)
    assert set(shown) <= set("a*∗")
    assert plain(shown) == shown
    assert set(writable(typed)) <= set("a*")


@given(st.text(alphabet="a*\n "))
def test_the_pieces_of_a_text_joined_are_the_plain_text(text: str) -> None:
    assert "".join(piece for piece, _ in spans(text)) == plain(text)


def test_bold_pieces_are_told_apart() -> None:
    assert list(spans("a **b c** d")) == [("a ", False), ("b c", True), (" d", False)]
    assert list(spans("a ** b")) == [("a ** b", False)]


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Chợ  NGỤ", "cho ngu"),
        ("Đông Cứu", "dong cuu"),
        ("ĐƯỜNG", "duong"),
        ("  Ủy\tban\n", "uy ban"),
        ("cho\u031b\u0323", "cho"),
    ],
)
def test_folding_takes_marks_capitals_and_extra_blanks_away(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from("ăâđêôơưẠỹĐƯ ̛́̂ßİŉ×")), max_size=30))
def test_marks_go_as_unicode_takes_letters_apart(text: str) -> None:
    letters = normalize("NFD", text.replace("đ", "d").replace("Đ", "D").casefold())
    assert fold(text) == " ".join("".join(each for each in letters if not combining(each)).split())


def test_cleaning_composes_letters_and_drops_hidden_marks() -> None:
    assert clean(" e\u0302\u0323 \u200b\u202e\x00") == "ệ"
    assert clean("a\nb\tc") == "a\nb\tc"


@given(st.text())
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)
