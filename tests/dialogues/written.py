"""A dialogue file is played and compared to the letter. `TIENDO_UPDATE=1 uv run pytest tests/dialogues`
writes what the bot says now into the files, to be read and committed.
"""

import os
from pathlib import Path
from typing import Any

import yaml

from tests.dialogues.player import Player, read_dialogue


async def goes_as_written(path: Path, player: Player) -> None:
    """Play the file; every word of the bot must be as it says there."""
    dialogue = read_dialogue(path)
    played = [await step_of(player, step) for step in dialogue["chat"]]
    if os.environ.get("TIENDO_UPDATE"):
        path.write_text(_written({**dialogue, "chat": played}), encoding="utf-8")
    else:
        assert played == dialogue["chat"]


async def step_of(player: Player, step: dict[str, Any]) -> dict[str, Any]:
    """The step with what the bot says to it now."""
    asked = {key: value for key, value in step.items() if key != "bot"}
    return {**asked, "bot": await player.play(step["who"], step)}


class _Dumper(yaml.SafeDumper):
    """Long texts as blocks, so that a person can read them."""


def _text(dumper: yaml.SafeDumper, value: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style="|" if "\n" in value else None)


_Dumper.add_representer(str, _text)


def _written(dialogue: dict[str, Any]) -> str:
    return yaml.dump(dialogue, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=110)
