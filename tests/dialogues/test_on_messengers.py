"""Every dialogue goes over the channels as it goes without one: the same words, the same records.

Which of them: see tests/dialogues/in_turn.py.
"""

import shutil
from contextlib import AsyncExitStack
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from bot.demo import SampleCommune, sample_commune
from bot.knowledge import Knowledge
from storage.db import open_database
from tests import shipped
from tests.bot.queue_world import HandClock
from tests.dialogues.fronts import FRONTS
from tests.dialogues.in_turn import EVERYWHERE, IN_TURN, channels_of
from tests.dialogues.messenger_player import MessengerPlayer
from tests.dialogues.player import read_dialogue, started

FILES = sorted(Path(__file__).parent.glob("*.yaml"))


class World(NamedTuple):
    """What a dialogue begins with, whatever the channel."""

    knowledge: Knowledge
    commune: SampleCommune


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return shipped.for_one_database()


@cache
def _commune(tenant: str) -> SampleCommune:
    return sample_commune(shipped.knowledge().turns, tenant=tenant)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
async def test_the_dialogue_goes_as_written_on_channels(
    path: Path, migrated_sqlite: Path, knowledge: Knowledge, tmp_path: Path
) -> None:
    dialogue = read_dialogue(path)
    world = World(knowledge, _commune(str(dialogue.get("tenant", ""))))
    records = {}
    for front in channels_of(path.stem):
        folder = tmp_path / front
        folder.mkdir()
        shutil.copyfile(migrated_sqlite, folder / "tiendo.db")
        records[front] = await _played(dialogue, front, world, folder)
    first, reported = records.popitem()
    for front, found in records.items():
        assert found == reported, (front, first)


def test_every_channel_has_its_turn_and_those_named_are_there() -> None:
    assert {front for pair in IN_TURN for front in pair} == set(FRONTS)
    assert set(EVERYWHERE) <= {path.stem for path in FILES}
    played = [front for path in FILES for front in channels_of(path.stem)]
    assert all(4 * played.count(front) > len(FILES) for front in FRONTS)


async def _played(dialogue: dict[str, Any], front: str, world: World, folder: Path) -> Any:
    """What was reported in the end."""
    async with AsyncExitStack() as stack:
        db = await open_database(f"sqlite:///{folder / 'tiendo.db'}", exclusive=True)
        stack.push_async_callback(db.close)
        clock = HandClock(started(dialogue))
        others = dialogue.get("others", {})
        player = MessengerPlayer(FRONTS[front](), db, *world, clock, folder, others=others)
        await player.begin(stack)
        for step in dialogue["chat"]:
            try:
                await player.play(step)
            except AssertionError as error:
                done = {key: step[key] for key in step if key != "bot"}
                raise AssertionError(f"{front}, {done}: {error}") from error
        assert set(player.past) <= player.front.cannot
        return await player.records()
