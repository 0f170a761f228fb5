"""Plays a dialogue file over a channel: real updates in, real messages out."""

import re
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import timedelta
from difflib import unified_diff
from pathlib import Path
from typing import Any

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from bot.channel_sender import Hooks
from bot.demo import SampleCommune
from bot.files import FileStore
from bot.inbox_worker import InboxWorker
from bot.intake import Intake
from bot.knowledge import Knowledge
from bot.making import Making
from bot.outbox_worker import OutboxWorker
from bot.seed import bring_in
from core.markup import plain
from core.messages import Address, Attachment, AttachmentKind, Inbound, InboundKind
from reports.made import makers
from scheduler.occasion import Content
from scheduler.rechecks import rechecks
from storage.db import Database
from storage.models import Contact, Evidence, Fact, Inbox, Instrument, Outbox, Person
from tests.bot.post import until
from tests.bot.queue_world import HandClock
from tests.dialogues.fronts import Front, Impossible
from tests.dialogues.fronts.zalo_bot import LINK
from tests.dialogues.others import Others, bring_others, known_by, looks
from tests.emulators.chat import Shown
from tests.kept_rows import stored_once

#: a picture of which only the name matters
JPEG = b"\xff\xd8\xff\xe0 a picture named "
#: long enough for what is said about an album to go out
MOMENT = timedelta(seconds=5)


@dataclass(repr=False)
class MessengerPlayer:
    """One conversation world on a channel. `play` compares what everybody then reads with the file.

    What cannot be done there (Front.cannot) is handed to the bot past the channel, as if the person had done
    it somewhere else, and the answers are read on the channel; `past` holds what it was.
    """

    front: Front
    db: Database
    knowledge: Knowledge
    commune: SampleCommune
    clock: HandClock
    folder: Path
    invite: str = ""
    others: Others = field(default_factory=dict)
    people: set[str] = field(default_factory=set)
    past: list[str] = field(default_factory=list)

    async def begin(self, stack: AsyncExitStack) -> None:
        """Start the messenger and the bot; the stack ends them."""
        files = self.files = FileStore(self.folder / "files")
        await self.front.begin(stack, self.db, files, self.folder, self.clock)
        channel = self.front.channel
        channels = {channel.name: channel}
        self.inbox = InboxWorker(self.db, channels, self.knowledge.turns, files, self.clock)
        known = rechecks(Content(self.knowledge.catalogue, self.knowledge.texts))
        hooks = Hooks(known, self.knowledge.turns.lost)
        self.outbox = OutboxWorker(
            self.db, channels, self._making(files), lambda: self.clock() + MOMENT, hooks
        )
        self.intake = Intake(self.db, self.clock, lambda: None)
        await channel.start(self.intake)
        stack.push_async_callback(channel.stop)
        await self.front.goes()
        key = ("commune", self.commune.sample.tenant, channel.name, self.clock(), known_by(self.others))
        self.invite = await stored_once(self.db, key, self._bring_in)
        await self.db.write(self._move_in)
        self.people = {person.key for person in self.commune.sample.people} | set(self.others)

    async def play(self, step: Mapping[str, Any]) -> None:
        """One message of one person, and what is read by whom. Raises AssertionError."""
        self.clock.move(timedelta(**step.get("after", {"seconds": 20})).total_seconds())
        who = str(step["who"])
        self.people.add(who)
        for key in self.people:
            await self.front.attends(key)
        heard = self.intake.accepted
        try:
            updates = 0 if step.get("waits") else await self._act(who, step)
        except Impossible as error:
            self.past.append(str(error))
            inbound = await self._inbound(who, step)
            await self.db.write(lambda session: self._hand_in(session, inbound))
        else:
            await until(lambda: self.intake.accepted == heard + updates)
            await self.inbox.run_once()
        if step.get("waits"):
            edits = (self.front.channel.name,) if self.front.channel.limits.edits else ()
            await self.db.write(lambda session: looks(session, self.knowledge, edits, self.clock()))
        while await self.outbox.run_once():
            pass
        await self.db.write(_forget_what_is_for_later)
        for key in self.people:
            expected = [
                said for said in step["bot"] if said.get("to", who) == key and "in_minutes" not in said
            ]
            self._compare(await self.front.news(key), expected)

    def _making(self, files: FileStore) -> Making:
        return Making(self.db, files, makers(self.knowledge.catalogue, self.knowledge.texts))

    async def records(self) -> list[tuple[Any, ...]]:
        """Everything that was reported, as it stands: what, by whom, when, and with how many files."""
        return await self.db.read(_records)

    def _bring_in(self, session: Session) -> str:
        """Everything there is; an invite code."""
        bring_in(session, self.knowledge.catalogue)
        bring_others(session, self.others, self.front.channel.name, self.clock())
        return self.commune.bring_in(session, self.front.channel.name, self.clock())

    def _move_in(self, session: Session) -> None:
        """People get the ids they have on the channel."""
        channel = self.front.channel.name
        for key in (*(person.key for person in self.commune.sample.people), *self.others):
            there = Contact.channel == channel, Contact.chat == f"demo-{key}"
            session.execute(update(Contact).where(*there).values(chat=self.front.chat_of(key)))

    async def _act(self, who: str, step: Mapping[str, Any]) -> int:
        if "press" in step:
            return await self.front.chooses(who, str(step["press"]), step.get("token"))
        if step.get("photos"):
            return await self.front.sends_photos(who, _named(step), str(step.get("says", "")))
        return await self.front.says(who, str(step.get("says", "")).replace("<invite>", self.invite))

    async def _inbound(self, who: str, step: Mapping[str, Any]) -> Inbound:
        """A step as the bot understands it, by which way it ever comes."""
        address = Address(self.front.channel.name, self.front.chat_of(who))
        if "press" in step:
            return Inbound(address, InboundKind.PRESS, press=str(step["token"]), pressed_message="1")
        stored = [await self.files.store(_pieces(named), len(named)) for named in _named(step)]
        photos = tuple(Attachment(AttachmentKind.PHOTO, stored=one.key, mime=one.mime) for one in stored)
        return Inbound(address, text=str(step.get("says", "")), attachments=photos, has_buttons=False)

    def _hand_in(self, session: Session, inbound: Inbound) -> None:
        row = Inbox(
            channel=inbound.address.channel,
            update_key=f"past {len(self.past)}",
            lane=str(inbound.address),
            raw={},
            received_at=self.clock(),
            not_before=self.clock(),
            status="done",
        )
        session.add(row)
        session.flush()
        self.knowledge.turns(session, [(inbound, row.id)], self.clock())

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
            choices += labels if listed else [self.front.choice(label) for label in labels]
        wanted, read = ([line for line in lines if line.strip()] for lines in (wanted, read))
        read = [line for line in read if line != "🖼" and not LINK.match(line)]
        wanted = [_unmarked(line) for line in wanted]
        assert read == wanted, "\n".join(unified_diff(wanted, read, lineterm=""))
        assert [label for message in seen for label in message.labels] == choices
        files = self.front.files(seen)
        assert files == sum("file" in said or "made" in said for said in expected), f"{files} files"


def _named(step: Mapping[str, Any]) -> list[bytes]:
    return [JPEG + str(name).encode() for name in step["photos"]]


async def _pieces(content: bytes) -> AsyncIterator[bytes]:
    yield content


def _unmarked(line: str) -> str:
    """A line without what marks it as one of a list."""
    return re.sub(r"^(\d+\.|•) ", "", line)


def _forget_what_is_for_later(session: Session) -> None:
    session.execute(update(Outbox).where(Outbox.status == "waiting").values(status="sent"))


def _records(session: Session) -> list[tuple[Any, ...]]:
    files = select(func.count()).where(Evidence.draft_key == Fact.draft_key).scalar_subquery()
    columns = (
        Fact.receipt,
        Fact.type,
        Fact.occurred_from,
        Fact.occurred_to,
        Fact.fields,
        Fact.status,
        Fact.recorded_at,
        Fact.reason,
        Person.name,
        files,
    )
    rows = session.execute(select(*columns).join(Person, Person.id == Fact.reporter_id).order_by(Fact.id))
    # cards have keys that nobody can guess: they are told apart by their order
    keys = session.scalars(select(Instrument.key).order_by(Instrument.id))
    named = {key: f"card {number}" for number, key in enumerate(keys, 1)}
    return [tuple(_renamed(value, named) for value in row) for row in rows]


def _renamed(value: Any, names: Mapping[str, str]) -> Any:
    """A value with the keys of its mappings renamed, however deep."""
    if not isinstance(value, dict):
        return value
    return {names.get(key, key): _renamed(each, names) for key, each in value.items()}
