"""Plays a dialogue file over a Zalo Official Account: real events in, real messages out."""

import re
from collections.abc import Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass, field, replace
from datetime import timedelta
from difflib import unified_diff
from pathlib import Path
from typing import Any

from sqlalchemy import update
from sqlalchemy.orm import Session

from bot.channels.zalo_oa import NAME, ZaloOA
from bot.channels.zalo_oa.buttons import MOST
from bot.channels.zalo_oa.webhook import PATH
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
from tests.bot.channels.site import reserved
from tests.bot.channels.zalo_oa.rig import make_channel, settings_of
from tests.bot.post import until
from tests.bot.queue_world import HandClock
from tests.emulators.zalo_oa import Person, Seen, ZaloEmulator

#: a picture of which only the name matters
JPEG = b"\xff\xd8\xff\xe0 a picture named "
#: long enough for what is said about an album to go out
MOMENT = timedelta(seconds=5)


@dataclass(repr=False)
class ZaloPlayer:
    """One conversation world on Zalo. `play` compares what everybody then reads with what the file says."""

    db: Database
    knowledge: Knowledge
    commune: SampleCommune
    clock: HandClock
    folder: Path
    invite: str = ""
    people: dict[str, Person] = field(default_factory=dict)

    async def begin(self, stack: AsyncExitStack) -> None:
        """Start Zalo and the bot; the stack ends them."""
        self.zalo = await stack.enter_async_context(ZaloEmulator(self.clock))
        site = await stack.enter_async_context(reserved())
        settings = settings_of(self.zalo, site)
        self.channel: ZaloOA = make_channel(settings, self.db, self.folder, self.zalo)
        # the dialogues leap over weeks, and nobody's window is their subject
        self.channel.limits = replace(self.channel.limits, window=None, per_second=0)
        files, channels = FileStore(self.folder / "files"), {NAME: self.channel}
        self.inbox = InboxWorker(self.db, channels, self.knowledge.turns, files, self.clock)
        self.outbox = OutboxWorker(self.db, channels, files, lambda: self.clock() + MOMENT, {})
        self.intake = Intake(self.db, self.clock, lambda: None)
        await self.channel.start(self.intake)
        stack.push_async_callback(self.channel.stop)
        await site.serve(self.channel)
        self.zalo.deliver_to(site.url + PATH)

        def everything(session: Session) -> str:
            bring_in(session, self.knowledge.catalogue)
            return self.commune.bring_in(session, NAME, self.clock())

        self.invite = await self.db.write(everything)
        for key in [person.key for person in self.commune.sample.people]:
            self.person(key)

    def person(self, key: str) -> Person:
        """Somebody of the sample, or new."""
        if key not in self.people:
            person = self.people[key] = self.zalo.person(key)
            self.zalo.account.people[f"demo-{key}"] = person
            person.id = f"demo-{key}"
        return self.people[key]

    async def play(self, step: Mapping[str, Any]) -> None:
        """One message of one person, and what is read by whom. Raises AssertionError."""
        self.clock.move(timedelta(**step.get("after", {"seconds": 20})).total_seconds())
        who = str(step["who"])
        self.person(who)
        for person in self.people.values():
            person.follows, person.acted_at = True, self.clock()
        before = {key: len(person.chat) for key, person in self.people.items()}
        heard = self.intake.accepted
        self._act(self.people[who], step)
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

    def _act(self, person: Person, step: Mapping[str, Any]) -> None:
        if "press" in step:
            self._choose(person, str(step["press"]), step.get("token"))
        elif step.get("photos"):
            named = [JPEG + str(name).encode() for name in step["photos"]]
            urls = [self.zalo.account.publish(f"{number}.jpg", each) for number, each in enumerate(named)]
            attachments = [{"type": "image", "payload": {"url": url}} for url in urls]
            person.send("user_send_image", {"text": step.get("says", ""), "attachments": attachments})
        else:
            person.say(str(step.get("says", "")).replace("<invite>", self.invite))

    def _choose(self, person: Person, label: str, token: str | None) -> None:
        """Press the button, or type what stands for it; one of an old message is pressed by its token."""
        newest = next((message for message in reversed(person.chat) if message.labels), None)
        if token and (newest is None or label not in newest.labels):
            person.say(f"#~{token}")
        else:
            person.press_newest(label)

    def _compare(self, seen: list[Seen], expected: list[dict[str, Any]]) -> None:
        """The same words in the same order, the same choices, files where there are files."""
        words = [line for message in seen for line in message.text.splitlines() if line.strip()]
        choices = [button.label for message in seen for button in message.buttons if button.payload]
        wanted: list[str] = []
        buttons: list[str] = []
        for said in expected:
            labels = [label for row in said.get("buttons", ()) for label in row]
            wanted += plain(said["text"].replace("<invite>", self.invite)).splitlines()
            if len(labels) <= MOST:
                buttons += labels
            else:
                wanted += labels
        wanted = [_unmarked(line) for line in wanted if line.strip()]
        read = [_unmarked(line) for line in words if line != "🖼"]
        assert read == wanted, "\n".join(unified_diff(wanted, read, lineterm=""))
        cut = [label[:99] + "…" if len(label) > 100 else label for label in buttons]
        assert choices == cut, f"{choices} instead of {cut}"
        files = sum(message.file is not None or bool(message.links) for message in seen)
        assert files == sum("file" in said for said in expected), f"{files} files"


def _unmarked(line: str) -> str:
    """A line without what marks it as one of a list."""
    return re.sub(r"^(\d+\.|•) ", "", line)


def _forget_what_is_for_later(session: Session) -> None:
    session.execute(update(Outbox).where(Outbox.status == "waiting").values(status="sent"))
