"""Every dialogue goes over Zalo's bots and Official Accounts as it goes without a channel: the same words."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from bot.demo import sample_commune
from bot.knowledge import Knowledge
from storage.db import Database, open_database
from tests import shipped
from tests.bot.queue_world import HandClock
from tests.dialogues.fronts import FRONTS, Impossible
from tests.dialogues.messenger_player import MessengerPlayer
from tests.dialogues.player import read_dialogue, started

FILES = sorted(Path(__file__).parent.glob("*.yaml"))


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return shipped.knowledge()


@pytest.fixture
async def store(sqlite_url: str) -> AsyncIterator[Database]:
    db = await open_database(sqlite_url, exclusive=True)
    yield db
    await db.close()


@pytest.mark.parametrize("front", FRONTS)
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
async def test_the_dialogue_goes_as_written(
    path: Path, front: str, store: Database, knowledge: Knowledge, tmp_path: Path
) -> None:
    dialogue = read_dialogue(path)
    commune = sample_commune(knowledge.turns, tenant=str(dialogue.get("tenant", "")))
    clock = HandClock(started(dialogue))
    player = MessengerPlayer(FRONTS[front](), store, knowledge, commune, clock, tmp_path)
    async with AsyncExitStack() as stack:
        await player.begin(stack)
        for step in dialogue["chat"]:
            try:
                await player.play(step)
            except Impossible:
                break  # what follows hangs on it
            except AssertionError as error:
                raise AssertionError(
                    f"{ {key: step[key] for key in step if key != 'bot'} }: {error}"
                ) from error
