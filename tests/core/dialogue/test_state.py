"""Stored states stay readable."""

from core.dialogue.state import VERSION, State, read_state, write_state

#: a state as version 1 stored it; it must be readable for as long as drafts may be this old
STORED_V1 = {
    "version": 1,
    "form": {
        "key": "1f",
        "fact_type": "measuring_inspection",
        "version": 1,
        "answers": {"place": "cho_ngu", "checked": 21},
        "skipped": ["action"],
        "at": "failed",
        "touched_at": "2026-05-14T02:30:00Z",
    },
    "parked": [{"key": "2", "fact_type": "club", "version": 1, "touched_at": "2026-05-01T02:30:00Z"}],
    "offered": [["go:menu", "menu"]],
}


def test_an_empty_row_is_a_new_dialogue() -> None:
    assert read_state({}) == State()


def test_a_state_of_version_1_is_read_with_all_its_answers() -> None:
    state = read_state(STORED_V1)
    assert state.form is not None
    assert state.form.answers == {"place": "cho_ngu", "checked": 21}
    assert state.parked[0].key == "2"


def test_what_is_written_names_its_version() -> None:
    assert write_state(State())["version"] == VERSION


def test_a_key_that_a_newer_version_wrote_is_no_obstacle() -> None:
    assert read_state({**STORED_V1, "invented_later": 1}).form is not None
