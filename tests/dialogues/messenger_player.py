"""Plays a dialogue file over a messenger's channel: real updates in, real messages out."""

import re
from collections.abc import Mapping, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import timedelta
from difflib import unified_diff
from pathlib import Path
from typing import Any

from sqlalchemy import update
from sqlalchemy.orm import Session

from bot.demo import SampleCommune
from bot.files import FileStore
from bot.inbox_worker import InboxWorker
from bot.intake import Intake
from bot.knowledge import Knowledge
from bot.outbox_worker import OutboxWorker
from bot.seed import bring_in
from core.markup import plain
from storage.db import Database
from storage.models import Outbox
from tests.bot.post import until
from tests.bot.queue_world import HandClock
from tests.dialogues.fronts import LINK, Front, Reader
from tests.emulators.chat import Shown

#: a picture of which only the name matters
JPEG = b"\xff\xd8\xff\xe0 a picture named "
#: long enough for what is said about an album to go out
MOMENT = timedelta(seconds=5)


@dataclass(repr=False)
class MessengerPlayer:
    """One conversation world on a messenger. `play` compares what everybody then reads with the file."""

    front: Front
    db: Database
    knowledge: Knowledge
    commune: SampleCommune
    clock: HandClock
    folder: Path
    invite: str = ""
    people: dict[str, Reader] = field(default_factory=dict)

    async def begin(self, stack: AsyncExitStack) -> None:
        """Start the messenger and the bot; the stack ends them."""
        await self.front.begin(stack, self.db, self.folder, self.clock)
        channel = self.front.channel
        files, channels = FileStore(self.folder / "files"), {channel.name: channel}
        self.inbox = InboxWorker(self.db, channels, self.knowledge.turns, files, self.clock)
        self.outbox = OutboxWorker(self.db, channels, files, lambda: self.clock() + MOMENT, {})
        self.intake = Intake(self.db, self.clock, lambda: None)
        await channel.start(self.intake)
        stack.push_async_callback(channel.stop)
        await self.front.goes()

        def everything(session: Session) -> str:
            bring_in(session, self.knowledge.catalogue)
            return self.commune.bring_in(session, channel.name, self.clock())

        self.invite = await self.db.write(everything)
        for person in self.commune.sample.people:
            self.people[person.key] = self.front.person(person.key)

    async def play(self, step: Mapping[str, Any]) -> None:
        """One message of one person, and what is read by whom. Raises AssertionError, Impossible."""
        self.clock.move(timedelta(**step.get("after", {"seconds": 20})).total_seconds())
        who = str(step["who"])
        for key in (who, *self.people):
            self.people[key] = self.front.person(key)
        before = {key: len(person.chat) for key, person in self.people.items()}
        heard = self.intake.accepted
        self._act(who, step)
        await until(lambda: self.intake.accepted == heard + 1)
        await self.inbox.run_once()
        while await self.outbox.run_once():
            pass
        await self.db.write(_forget_what_is_for_later)
        for key, person in self.people.items():
            expected = [
                said for said in step["bot"] if said.get("to", who) == key and "in_minutes" not in said
            ]
            self._compare(person.chat[before[key] :], expected)

    def _act(self, who: str, step: Mapping[str, Any]) -> None:
        if "press" in step:
            self.front.chooses(who, str(step["press"]), step.get("token"))
        elif step.get("photos"):
            named = [JPEG + str(name).encode() for name in step["photos"]]
            self.front.sends_photos(who, named, str(step.get("says", "")))
        else:
            self.front.says(who, str(step.get("says", "")).replace("<invite>", self.invite))

    def _compare(self, seen: Sequence[Shown], expected: list[dict[str, Any]]) -> None:
        """The same words in the same order, the same choices, files where there are files."""
        read = [_unmarked(line) for message in seen for line in message.text.splitlines()]
        wanted: list[str] = []
        choices: list[str] = []
        for said in expected:
            labels = [label for row in said.get("buttons", ()) for label in row]
            listed = self.front.lists(len(labels))
            wanted += plain(said["text"].replace("<invite>", self.invite)).splitlines()
            wanted += labels if listed else []
            choices += [label if listed or len(label) <= 100 else f"{label[:99]}…" for label in labels]
        wanted, read = ([line for line in lines if line.strip()] for lines in (wanted, read))
        read = [line for line in read if line != "🖼" and not LINK.match(line)]
        wanted = [_unmarked(line) for line in wanted]
        assert read == wanted, "\n".join(unified_diff(wanted, read, lineterm=""))
        assert [label for message in seen for label in message.labels] == choices
        files = self.front.files(seen)
        assert files == sum("file" in said for said in expected), f"{files} files"


def _unmarked(line: str) -> str:
    """A line without what marks it as one of a list."""
    return re.sub(r"^(\d+\.|•) ", "", line)


def _forget_what_is_for_later(session: Session) -> None:
    session.execute(update(Outbox).where(Outbox.status == "waiting").values(status="sent"))
