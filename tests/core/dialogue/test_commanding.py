"""Words of command as people type them."""

import pytest

from bot.content import CONTENT
from bot.content_words import load_vocabulary
from bot.knowledge import read_commands
from core.dialogue.commanding import command_of

COMMANDS = read_commands(CONTENT)
WORDS = load_vocabulary(CONTENT).common


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("em ơi hôm nay làm gì", "go:dues"),
        ("cho anh xem tiến độ với ạ", "go:progress"),
        ("em muon xuat excel", "go:export"),
        ("can cua toi con han ko", "go:instruments"),
        ("tui muốn gặp cán bộ", "go:officer"),
        ("gửi em", ""),
    ],
)
def test_what_is_said_around_a_command_is_left_out(typed: str, place: str) -> None:
    assert command_of(typed, COMMANDS, WORDS) == place


@pytest.mark.parametrize(
    "typed", ["đồng ý ạ", "không ạ", "em không phát sinh à", "xin hướng dẫn", "muốn mã vạch"]
)
def test_what_sets_something_off_or_is_wished_for_has_to_be_said_as_it_is(typed: str) -> None:
    assert command_of(typed, COMMANDS, WORDS) == ""


def test_every_command_is_found_in_a_polite_sentence_or_not_at_all() -> None:
    for words, place in COMMANDS.items():
        if " " in words:
            assert command_of(f"cho em {words} với ạ", COMMANDS, WORDS) in (place, "")
