"""The list of commands that a messenger offers while somebody types: from the content, one a place."""

import re
from collections.abc import Mapping, Sequence

from core.dialogue.tokens import token
from core.texts import Texts, say

#: in the order shown: what every member may do, and the summary, which managers ask for weekly
SHOWN = ("report", "progress", "mine", "barcode", "summary", "cancel", "menu", "channels", "settings", "help")
#: messengers have a button of their own for it
_START = "/start"
#: what Telegram takes; one wrong command and it refuses the list
_COMMAND = re.compile(r"/[a-z0-9_]{1,32}")


def command_menu(commands: Mapping[str, str], texts: Texts) -> Mapping[str, Sequence[tuple[str, str]]]:
    """(command without /, what it does) by language; Vietnamese stands under "", for everybody else.

    Of several commands that lead to one place the first counts; a place that none leads to is left out.
    """
    first: dict[str, str] = {}
    for command, leads_to in commands.items():
        if command != _START and _COMMAND.fullmatch(command):
            first.setdefault(leads_to, command.removeprefix("/"))
    shown = [(first[token("go", place)], place) for place in SHOWN if token("go", place) in first]
    return {
        language: [(command, texts.render(say(f"command-{place}"), locale)) for command, place in shown]
        for language, locale in (("", "vi"), ("en", "en"))
    }
