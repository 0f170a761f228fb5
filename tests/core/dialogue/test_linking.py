"""Codes as they are shown and typed, names that are masked, and who may take a contact away."""

from datetime import UTC, datetime, timedelta

import pytest

from core.dialogue.linking import NEW_FOR, masked, may_part, shown_code, typed_code
from core.dialogue.state import Screen, State, at_contact, read_state, write_state
from tests.shipped import knowledge

NOW = datetime(2026, 5, 14, 2, 30, tzinfo=UTC)
LONG_AGO, JUST_NOW, A_LITTLE_AGO = NOW - NEW_FOR, NOW, NOW - timedelta(hours=1)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("1234 5678", "12345678"),
        (" 12345678 ", "12345678"),
        ("1234-5678", "12345678"),
        ("/lienket 12345678", "12345678"),
        ("/lienket@tiendo_bot 1234 5678", "12345678"),
        ("Liên kết: 1234 5678", "12345678"),
        ("ma lien ket 12345678", "12345678"),
        (shown_code("00000042"), "00000042"),
        ("1234 567", None),
        ("12345 6789", None),
        ("12.345.678", None),
        ("14-05-2026", None),
        ("0912345678", None),
        ("kiểm tra 12345678", None),
        ("12345678 cái", None),
        ("/start 12345678", None),
        ("", None),
    ],
)
def test_a_code_is_read_where_a_text_says_nothing_else(text: str, code: str | None) -> None:
    assert typed_code(text, knowledge().turns.commands) == code


@pytest.mark.parametrize(
    ("name", "shown"),
    [("Nguyễn Văn An", "N. V. An"), ("Bình", "B***"), ("", "***"), ("  Lê  Hoà ", "L. Hoà")],
)
def test_a_name_is_masked_so_that_its_owner_knows_it(name: str, shown: str) -> None:
    assert masked(name) == shown


@pytest.mark.parametrize(
    ("since", "other", "may"),
    [
        (None, JUST_NOW, True),
        (LONG_AGO, None, True),
        (JUST_NOW, None, False),
        (JUST_NOW, A_LITTLE_AGO, False),
        (A_LITTLE_AGO, JUST_NOW, True),
    ],
)
def test_a_new_contact_takes_no_older_one_away(
    since: datetime | None, other: datetime | None, may: bool
) -> None:
    assert may_part(since, other, NOW) is may


def test_each_contact_has_a_screen_of_its_own_and_forms_are_shared() -> None:
    first = at_contact(State(offered=(("go:menu", "menu"),), asking="reason", about="7", loose="3"), 1)
    other = at_contact(first, 2)
    assert (other.offered, other.asking, other.about, other.loose) == ((), None, None, "3")
    there = other.model_copy(update={"offered": (("go:help", "help"),), "yes": "go:help", "numbered": False})
    back = at_contact(read_state(write_state(there)), 1)
    assert (back.offered, back.asking, back.about) == ((("go:menu", "menu"),), "reason", "7")
    assert back.elsewhere == {2: Screen(offered=(("go:help", "help"),), yes="go:help", numbered=False)}
    assert at_contact(back, 2) == there.model_copy(update={"elsewhere": at_contact(back, 2).elsewhere})


def test_an_open_form_is_shown_at_one_contact_only() -> None:
    state = at_contact(State(), 1)
    assert state.form_is_shown
    shown = state.model_copy(update={"form_shown_at": 1})
    assert (shown.form_is_shown, at_contact(shown, 2).form_is_shown) == (True, False)
