"""Every dialogue file is played and compared to the letter, and once more with typed choices.

The latter here, or over a channel without buttons (tests/dialogues/in_turn.py).
"""

from pathlib import Path
from typing import Any

import pytest

from bot.demo import sample_commune
from bot.knowledge import Knowledge
from storage.db import Database
from tests import shipped
from tests.dialogues.in_turn import TYPED, channels_of
from tests.dialogues.player import Player, read_dialogue, started
from tests.dialogues.written import goes_as_written, step_of

FILES = sorted(Path(__file__).parent.glob("*.yaml"))
#: those not played over the channel on which choices are typed, to the letter as well
NOT_YET_TYPED = [path for path in FILES if TYPED not in channels_of(path.stem)]
#: those in which something is stored, looked for or counted as in none before; words ask no database
ON_BOTH = (
    "01_joining",
    "03_back_edit_draft",
    "04_mistakes",
    "05_photos",
    "07_twice",
    "08_household",
    "09_manager",
    "10_admin_invites",
    "13_nothing_to_report",
    "15_progress",
    "16_admin_fills_a_plan",
    "17_a_correction",
    "19_admin_teaches_words",
    "21_several_happenings",
    "23_the_same_again",
    "24_a_rule_of_a_plan",
    "25_put_right_and_taken_back",
    "26_more_of_the_same",
    "27_photos_with_words",
    "28_totals_plans_nothing",
    "29_a_manager_asks",
    "34_a_household_speaks",
    "39_as_it_stood",
    "40_drafts_alike",
    "41_the_last_one_taken_back",
    "42_no_plan_counts_it",
)


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return shipped.for_one_database()


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
async def test_the_dialogue_goes_as_written(path: Path, db: Database, knowledge: Knowledge) -> None:
    dialogue = read_dialogue(path)
    await goes_as_written(path, await _player(dialogue, db, knowledge))


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
@pytest.mark.parametrize("name", ON_BOTH)
async def test_it_goes_the_same_way_on_postgresql(name: str, db: Database, knowledge: Knowledge) -> None:
    path = Path(__file__).parent / f"{name}.yaml"
    await goes_as_written(path, await _player(read_dialogue(path), db, knowledge))


# Whether choices are pressed or typed is decided before the database is asked: one engine is enough.
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("path", NOT_YET_TYPED, ids=lambda path: path.stem)
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
    player = Player(db, knowledge, sample, started(dialogue), others=dialogue.get("others", {}))
    await player.set_up()
    return player
