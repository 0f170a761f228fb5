"""Plays a dialogue file against the whole turn: real database, real content, no channel, a clock that steps.

Nothing is kept between two messages but what the database holds: state is written as JSON and read back.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from bot.demo import SampleCommune
from bot.knowledge import Knowledge
from bot.seed import bring_in
from core.messages import Address, Attachment, AttachmentKind, Inbound, InboundKind, Outbound
from storage.db import Database
from storage.models import Inbox, Outbox
from tests.dialogues import noted
from tests.dialogues.others import Others, bring_others, known_by, looks
from tests.kept_rows import stored_once

CHANNEL = "test"


# asyncio writes out what a fixture came to, which must not be all content.
@dataclass(repr=False)
class Player:
    """One conversation world. `play` returns what the bot said to the speaker of each message."""

    db: Database
    knowledge: Knowledge
    commune: SampleCommune
    now: datetime
    turns: int = 0
    seen: int = 0
    invite: str = ""
    #: whether choices are typed, as where there are no buttons: their number, or their words
    typing: bool = False
    #: the channel on which the people of the sample are known
    channel: str = CHANNEL
    #: people beside those of the sample (tests.dialogues.others)
    others: Others = field(default_factory=dict)
    #: the buttons last said to each chat, by their labels; of one turn all messages'
    offered: dict[str, dict[str, str]] = field(default_factory=dict)
    #: what is typed for each of them
    typed: dict[str, dict[str, str]] = field(default_factory=dict)

    async def set_up(self) -> None:
        def everything(session: Session) -> str:
            bring_in(session, self.knowledge.catalogue)
            bring_others(session, self.others, self.channel, self.now)
            return self.commune.bring_in(session, self.channel, self.now)

        key = ("commune", self.commune.sample.tenant, self.channel, self.now, known_by(self.others))
        self.invite = await stored_once(self.db, key, everything)

    async def play(self, who: str, step: Mapping[str, Any]) -> list[dict[str, Any]]:
        """One message of one person; everything the bot then says, to whom, with its choices.

        Who `waits` says nothing; what goes to many goes on.
        """
        self.now += timedelta(**step.get("after", {"seconds": 20}))
        address = self._address(who, step)
        if step.get("waits"):
            await self.db.write(lambda session: looks(session, self.knowledge, (), self.now))
        else:
            inbound = self._inbound(address, step)
            self.turns += 1
            await self.db.write(lambda session: self._handle(session, inbound))
        answers = await self.db.read(lambda session: self._answers(session, address))
        await self.db.write(self._send)
        return answers

    def _address(self, who: str, step: Mapping[str, Any]) -> Address:
        return Address(self.channel, f"demo-{who}")

    def _named(self, address: Address) -> str:
        """How a file calls whoever is at an address."""
        return address.chat.removeprefix("demo-")

    def _meant(self, text: str) -> str:
        return text.replace("<invite>", self.invite)

    def _shown(self, text: str) -> str:
        return text.replace(self.invite, "<invite>")

    def _handle(self, session: Session, inbound: Inbound) -> None:
        row = Inbox(
            channel=inbound.address.channel,
            update_key=str(self.turns),
            lane=str(inbound.address),
            raw={},
            received_at=self.now,
            not_before=self.now,
            status="done",
        )
        session.add(row)
        session.flush()
        noted.begin(session)
        self.knowledge.turns(session, [(inbound, row.id)], self.now)
        untold = noted.untold(session)
        assert not untold, f"no line of the trail tells of what was written to {untold}"
        nameless = noted.nameless(session)
        assert not nameless, f"trail-key in locales/vi/trail.ftl has no words for {nameless}"

    def _inbound(self, address: Address, step: Mapping[str, Any]) -> Inbound:
        if "press" in step:
            named = self.offered.get(address.chat, {})
            wanted = str(step["press"])
            token = named.get(wanted) or step.get("token") or ""
            assert token, f"there is no button {wanted!r}; there are {sorted(named)}"
            if self.typing and wanted in named:
                return Inbound(address, text=self.typed[address.chat][wanted], has_buttons=False)
            return Inbound(address, InboundKind.PRESS, press=token, pressed_message="1")
        photos = tuple(
            Attachment(AttachmentKind.PHOTO, stored=f"{name:0>64}", mime="image/jpeg")
            for name in step.get("photos", ())
        )
        text = self._meant(str(step.get("says", "")))
        return Inbound(
            address,
            text=text,
            attachments=photos,
            album="a" if len(photos) > 1 else None,
            has_buttons=not self.typing,
        )

    def _answers(self, session: Session, address: Address) -> list[dict[str, Any]]:
        rows = session.scalars(select(Outbox).where(Outbox.id > self.seen).order_by(Outbox.id)).all()
        self.seen = max((row.id for row in rows), default=self.seen)
        self._offer(rows)
        return [self._answer(row, address) for row in rows]

    def _offer(self, rows: Sequence[Outbox]) -> None:
        said: dict[str, dict[str, str]] = {}
        typed: dict[str, dict[str, str]] = {}
        for row in rows:
            message = Outbound.from_json(row.payload)
            for number, button in enumerate(message.buttons(), 1):
                assert "**" not in button.label, f"a button shows markup as it is: {button.label}"
                said.setdefault(row.chat, {})[button.label] = button.token
                picks = str(number) if message.numbered else button.label
                typed.setdefault(row.chat, {})[button.label] = picks
        self.offered |= said
        self.typed |= typed

    def _send(self, session: Session) -> None:
        """What was said is on its way: nothing may be put in its place any more."""
        session.execute(update(Outbox).where(Outbox.status == "waiting").values(status="sent"))

    def _answer(self, row: Outbox, address: Address) -> dict[str, Any]:
        message = Outbound.from_json(row.payload)
        to = Address(row.channel, row.chat)
        shown: dict[str, Any] = {} if to == address else {"to": self._named(to)}
        if row.not_before - self.now > timedelta(minutes=1):
            shown["in_minutes"] = round((row.not_before - self.now).total_seconds() / 60)
        shown["text"] = self._shown(message.text)
        if message.file:
            shown["file"] = message.file.stored.lstrip("0")
        if message.made:
            shown["made"] = message.made.what
        if message.rows:
            shown["buttons"] = [[button.label for button in line] for line in message.rows]
        return shown


@cache
def read_dialogue(path: Path) -> dict[str, Any]:
    """A dialogue file: `about`, `now`, `chat`, a list of steps, `tenant` if not the sample one, and `others`.

    It is read once, with libyaml, which is ten times as fast; nobody changes it.
    """
    loaded: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
    return loaded


def started(dialogue: Mapping[str, Any]) -> datetime:
    """The moment the dialogue begins."""
    return datetime.fromisoformat(str(dialogue["now"])).astimezone(UTC)
