"""Dialogues of people who write from several channels. People of the sample are known on the web chat."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bot.demo import sample_commune
from bot.knowledge import Knowledge
from core.messages import Address
from storage.db import Database
from tests import shipped
from tests.dialogues.player import Player, read_dialogue, started
from tests.dialogues.written import goes_as_written

FILES = sorted((Path(__file__).parent / "several_channels").glob("*.yaml"))
#: a code as the bot shows it
CODE = re.compile(r"\b[0-9]{4} [0-9]{4}\b")
#: where nothing can be pressed
WITHOUT_BUTTONS = frozenset({"zalo_bot"})


@dataclass(repr=False)
class ChannelsPlayer(Player):
    """`at` in a step is the channel; <code> stands for the link code shown last, <code before> for the one
    before that."""

    channel: str = "web"
    code: str = ""
    before: str = ""

    async def play(self, who: str, step: Mapping[str, Any]) -> list[dict[str, Any]]:
        self.typing = step.get("at") in WITHOUT_BUTTONS
        return await super().play(who, step)

    def _address(self, who: str, step: Mapping[str, Any]) -> Address:
        at = step.get("at", self.channel)
        return Address(at, f"demo-{who}" if at == self.channel else f"{at}-{who}")

    def _named(self, address: Address) -> str:
        who = address.chat.removeprefix("demo-").removeprefix(f"{address.channel}-")
        return f"{who}, {address.channel}"

    def _meant(self, text: str) -> str:
        return super()._meant(text).replace("<code before>", self.before).replace("<code>", self.code)

    def _shown(self, text: str) -> str:
        found = CODE.search(text)
        if found is not None:
            self.before, self.code = self.code, found[0]
        return CODE.sub("<code>", super()._shown(text))


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return shipped.for_one_database()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
async def test_the_dialogue_goes_as_written(path: Path, db: Database, knowledge: Knowledge) -> None:
    dialogue = read_dialogue(path)
    player = ChannelsPlayer(db, knowledge, sample_commune(knowledge.turns), started(dialogue))
    await player.set_up()
    await goes_as_written(path, player)
