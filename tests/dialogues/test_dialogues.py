"""Every dialogue file is played and compared to the letter, and once more with typed choices."""

from pathlib import Path
from typing import Any

import pytest

from bot.demo import sample_commune
from bot.knowledge import Knowledge
from storage.db import Database
from tests import shipped
from tests.dialogues.player import Player, read_dialogue, started
from tests.dialogues.written import goes_as_written, step_of

FILES = sorted(Path(__file__).parent.glob("*.yaml"))


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return shipped.knowledge()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
async def test_the_dialogue_goes_as_written(path: Path, db: Database, knowledge: Knowledge) -> None:
    dialogue = read_dialogue(path)
    await goes_as_written(path, await _player(dialogue, db, knowledge))


# Whether choices are pressed or typed is decided before the database is asked: one engine is enough.
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
async def test_without_buttons_the_dialogue_goes_the_same_way(
    path: Path, db: Database, knowledge: Knowledge
) -> None:
    dialogue = read_dialogue(path)
    player = await _player(dialogue, db, knowledge)
    player.typing = True
    for step in dialogue["chat"]:
        assert await step_of(player, step) == step


async def _player(dialogue: dict[str, Any], db: Database, knowledge: Knowledge) -> Player:
    sample = sample_commune(knowledge.turns, tenant=str(dialogue.get("tenant", "")))
    player = Player(db, knowledge, sample, started(dialogue))
    await player.set_up()
    return player
