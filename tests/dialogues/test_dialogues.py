"""Every dialogue file is played and compared to the letter. `TIENDO_UPDATE=1 uv run pytest tests/dialogues`
writes what the bot says now into the files, to be read and committed."""

import os
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.demo import sample_commune
from bot.knowledge import Knowledge
from storage.db import Database
from tests import shipped
from tests.dialogues.player import Player, read_dialogue, started

FILES = sorted(Path(__file__).parent.glob("*.yaml"))


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return shipped.knowledge()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
async def test_the_dialogue_goes_as_written(path: Path, db: Database, knowledge: Knowledge) -> None:
    dialogue = read_dialogue(path)
    player = await _player(dialogue, db, knowledge)
    played = [await _step(player, step) for step in dialogue["chat"]]
    if os.environ.get("TIENDO_UPDATE"):
        path.write_text(_written({**dialogue, "chat": played}), encoding="utf-8")
    else:
        assert played == dialogue["chat"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
async def test_without_buttons_the_dialogue_goes_the_same_way(
    path: Path, db: Database, knowledge: Knowledge
) -> None:
    dialogue = read_dialogue(path)
    player = await _player(dialogue, db, knowledge)
    player.typing = True
    for step in dialogue["chat"]:
        assert await _step(player, step) == step


async def _player(dialogue: dict[str, Any], db: Database, knowledge: Knowledge) -> Player:
    sample = sample_commune(knowledge.turns, tenant=str(dialogue.get("tenant", "")))
    player = Player(db, knowledge, sample, started(dialogue))
    await player.set_up()
    return player


async def _step(player: Player, step: dict[str, Any]) -> dict[str, Any]:
    asked = {key: value for key, value in step.items() if key != "bot"}
    return {**asked, "bot": await player.play(step["who"], step)}


class _Dumper(yaml.SafeDumper):
    """Long texts as blocks, so that a person can read them."""


def _text(dumper: yaml.SafeDumper, value: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style="|" if "\n" in value else None)


_Dumper.add_representer(str, _text)


def _written(dialogue: dict[str, Any]) -> str:
    return yaml.dump(dialogue, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=110)
