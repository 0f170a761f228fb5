"""The list of commands a messenger offers."""

import pytest

from bot.command_menu import SHOWN, command_menu
from handlers.conversations.home import PLACES
from tests.shipped import knowledge


@pytest.mark.parametrize("language", ["", "en"])
def test_every_command_of_the_list_leads_to_its_place_and_says_what_it_does(language: str) -> None:
    known = knowledge()
    offered = command_menu(known.turns.commands, known.texts)[language]
    places = [known.turns.commands[f"/{command}"].removeprefix("go:") for command, _ in offered]
    assert tuple(places) == SHOWN
    assert set(places) <= set(PLACES)
    assert all(1 <= len(does) <= 256 for _, does in offered)


def test_what_telegram_would_refuse_is_left_out() -> None:
    commands = {"/start": "go:menu", "/a b": "go:menu", "/" + "x" * 33: "go:help", "menu": "go:menu"}
    assert command_menu(commands, knowledge().texts) == {"": [], "en": []}


def test_of_several_commands_to_one_place_the_first_is_offered() -> None:
    commands = {"/trogiup": "go:help", "/help": "go:help"}
    offered = command_menu(commands, knowledge().texts)
    assert [[command for command, _ in each] for each in offered.values()] == [["trogiup"], ["trogiup"]]
