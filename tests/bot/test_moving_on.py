"""What cannot be sent to one address of a person goes to another, once; answers stay where they belong."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from bot.channels.base import SendError
from bot.files import FileStore
from bot.making import Making
from bot.outbox_worker import OutboxWorker
from core.messages import Address, Outbound
from core.pace import Rate
from core.windows import Window
from storage.db import Database
from storage.models import Contact, Conversation, Inbox, Outbox, Person, Tenant
from storage.repositories import contacts, moving, outbox, outbox_claims
from storage.repositories.outbox_claims import PERHAPS_SENT
from tests.bot.post import until
from tests.bot.queue_world import HandClock, LoopChannel, outbox_rows

BLOCKED = SendError("403 blocked", unreachable=True)
REFUSED = SendError("400 refused", permanent=True)
UNSURE = SendError("no answer", perhaps=True)
DOWN = SendError("502")
WINDOW = Window(free=timedelta(days=2), closes=timedelta(days=7), margin=timedelta())


@dataclass
class TwoPosts:
    """A person with contacts on the channels "one" (preferred), "two", "three" (not served), and "four"."""

    db: Database
    folder: Path
    clock: HandClock
    channels: dict[str, LoopChannel] = field(
        default_factory=lambda: {name: LoopChannel(name) for name in ("one", "two", "four")}
    )

    def __post_init__(self) -> None:
        self.files = FileStore(self.folder / "files")
        self.worker = OutboxWorker(self.db, self.channels, Making(self.db, self.files), self.clock, {})

    def limit(self, name: str, window: Window) -> None:
        """The messenger of this channel takes messages only for a while after theirs."""
        channel = self.channels[name]
        channel.limits = replace(channel.limits, window=window)
        self.worker = OutboxWorker(self.db, self.channels, Making(self.db, self.files), self.clock, {})

    async def settle(self) -> None:
        await self.db.write(self._settle)

    def _settle(self, session: Session) -> None:
        now = self.clock()
        session.add(Tenant(id=1, code="xa", name="A"))
        session.flush()
        session.add(Person(id=1, tenant_id=1, name="An", role="officer", status="active", joined_at=now))
        session.flush()
        session.add(Conversation(id=1, person_id=1, state={}, updated_at=now))
        session.flush()
        for number, name in enumerate(("one", "two", "three", "four")):
            seen = now - timedelta(hours=number)
            contact = Contact(channel=name, chat="an", person_id=1, conversation_id=1, last_seen_at=seen)
            contact.preferred = name == "one"
            session.add(contact)

    async def put(self, text: str = "a", **options: Any) -> None:
        def add(session: Session) -> None:
            to = contacts.reach(session, 1)
            assert to is not None
            message = Outbound(text, edits="9")
            outbox.add(session, address=to, message=message, now=self.clock(), person_id=1, **options)

        await self.db.write(add)

    async def heard(self) -> int:
        """A message of theirs on the channel "one", to be answered; its inbox row."""
        return await self.db.write(self._heard)

    def _heard(self, session: Session) -> int:
        now = self.clock()
        row = Inbox(channel="one", update_key="1", lane="one:an", raw={}, received_at=now, not_before=now)
        row.status = "done"
        session.add(row)
        session.flush()
        return row.id

    async def run(self) -> dict[str, list[str]]:
        """Send what can be sent; what arrived where."""
        while await self.worker.run_once():
            pass
        return {name: channel.texts() for name, channel in self.channels.items() if channel.sent}

    async def row(self) -> Outbox:
        [row] = await outbox_rows(self.db)
        return row


@pytest.fixture
async def posts(db: Database, tmp_path: Path, now: datetime) -> TwoPosts:
    found = TwoPosts(db, tmp_path, HandClock(now))
    await found.settle()
    return found


async def test_it_goes_to_the_preferred_address_though_another_was_seen_later(posts: TwoPosts) -> None:
    await posts.db.write(lambda session: contacts.prefer(session, 1, 4))
    await posts.put(dedupe_key="weekly:1:friday")
    assert await posts.run() == {"four": ["a"]}


@pytest.mark.parametrize("error", [BLOCKED, REFUSED], ids=["blocked", "refused"])
async def test_what_is_given_up_at_one_address_goes_to_the_next_that_is_served(
    posts: TwoPosts, error: SendError
) -> None:
    posts.channels["one"].answers = [error]
    await posts.put(dedupe_key="weekly:1:friday")
    await posts.put("the same again", dedupe_key="weekly:1:friday")
    assert await posts.run() == {"two": ["a"]}
    row = await posts.row()
    assert (row.status, row.channel, row.tried) == ("sent", "two", ["one:an"])
    assert posts.channels["two"].sent[0][1].edits is None


async def test_every_address_is_tried_once_and_the_last_is_where_it_is_listed(posts: TwoPosts) -> None:
    for channel in posts.channels.values():
        channel.answers = [REFUSED]
    await posts.put(dedupe_key="weekly:1:friday")
    assert await posts.run() == {}
    row = await posts.row()
    assert (row.status, row.channel, row.error) == ("dead", "four", "400 refused")


async def test_what_keeps_failing_at_one_address_goes_to_the_next_after_the_last_try(posts: TwoPosts) -> None:
    posts.channels["one"].answers = [DOWN] * 8
    await posts.put()
    for _ in range(7):
        assert await posts.run() == {}
        posts.clock.move(7200)
    assert await posts.run() == {"two": ["a"]}


async def test_what_may_have_arrived_and_must_not_come_twice_goes_nowhere_else(posts: TwoPosts) -> None:
    posts.channels["one"].answers = [UNSURE]
    await posts.put(dedupe_key="weekly:1:friday")
    assert await posts.run() == {}
    assert (await posts.row()).status == "dead"


async def test_an_answer_stays_where_it_was_asked_for(posts: TwoPosts) -> None:
    posts.channels["one"].answers = [BLOCKED]
    await posts.put(answers_inbox_id=await posts.heard())
    assert await posts.run() == {}
    assert (await posts.row()).status == "dead"


async def test_what_is_no_persons_stays_at_its_address(posts: TwoPosts) -> None:
    posts.channels["one"].answers = [BLOCKED]
    to = Address("one", "an")
    await posts.db.write(
        lambda session: outbox.add(session, address=to, message=Outbound("a"), now=posts.clock())
    )
    assert await posts.run() == {}


async def test_what_another_process_brought_to_its_end_meanwhile_does_not_move(posts: TwoPosts) -> None:
    await posts.put(dedupe_key="weekly:1:friday")
    terms = outbox_claims.Terms("one", posts.clock(), Rate.of(0), 9, 9, timedelta(1))
    claimed = await posts.db.write(lambda session: outbox_claims.claim(session, terms, {}))
    late = posts.clock() + timedelta(days=2)
    await posts.db.write(lambda session: outbox_claims.free_abandoned(session, "one", late))
    served = frozenset(posts.channels)
    await posts.db.write(
        lambda session: moving.give_up(session, claimed.rows[0], 1, "403", posts.clock(), served)
    )
    row = await posts.row()
    assert (row.status, row.channel, row.error) == ("dead", "one", PERHAPS_SENT)


async def test_of_what_waits_for_a_person_the_newest_replaces_the_others_on_any_channel(
    posts: TwoPosts,
) -> None:
    await posts.put("in an hour", coalesce_key="snooze:1")
    await posts.db.write(lambda session: contacts.prefer(session, 1, 2))
    await posts.put("in two hours", coalesce_key="snooze:1")
    assert await posts.run() == {"two": ["in two hours"]}


async def test_what_waits_follows_the_person_to_the_address_they_choose(posts: TwoPosts) -> None:
    await posts.put(dedupe_key="weekly:1:friday")
    await posts.db.write(lambda session: moving.readdress(session, 1, Address("four", "an")))
    assert await posts.run() == {"four": ["a"]}


async def test_nothing_that_waits_goes_to_an_address_that_was_taken_away(posts: TwoPosts) -> None:
    one, two = Address("one", "an"), Address("two", "an")
    await posts.put("a notice")
    await posts.db.write(
        lambda session: outbox.add(session, address=one, message=Outbound("an answer"), now=posts.clock())
    )
    await posts.db.write(lambda session: moving.take_back(session, 1, one, two))
    assert await posts.run() == {"two": ["a notice"]}


async def test_who_cannot_be_reached_where_they_prefer_is_written_to_elsewhere_until_they_can(
    posts: TwoPosts,
) -> None:
    async def becomes(value: bool) -> None:
        change = update(Contact).where(Contact.channel == "one").values(reachable=value)
        await posts.db.write(lambda session: session.execute(change))

    await becomes(False)
    await posts.put("a", dedupe_key="1")
    await becomes(True)
    await posts.put("b", dedupe_key="2")
    assert await posts.run() == {"two": ["a"], "one": ["b"]}


async def test_only_one_contact_is_preferred(posts: TwoPosts) -> None:
    await posts.db.write(lambda session: contacts.prefer(session, 1, 2))
    chosen = select(Contact.channel).where(Contact.preferred.is_(True))
    assert await posts.db.read(lambda session: list(session.scalars(chosen))) == ["two"]


@pytest.mark.parametrize("useful_for", [None, timedelta(days=1)], ids=["of no stated use", "would wait"])
async def test_outside_a_window_it_goes_to_the_next_address(
    posts: TwoPosts, useful_for: timedelta | None
) -> None:
    posts.limit("one", WINDOW)
    until = posts.clock() + useful_for if useful_for else None
    await posts.put(dedupe_key="weekly:1:friday", useless_after=until)
    assert await posts.run() == {"two": ["a"]}


async def test_a_template_that_may_stand_in_is_no_reason_to_go_elsewhere(posts: TwoPosts) -> None:
    posts.limit("one", replace(WINDOW, template=True))
    await posts.put()
    assert await posts.run() == {"one": ["a"]}


async def test_with_all_windows_closed_it_waits_at_the_last_address(posts: TwoPosts) -> None:
    for name in posts.channels:
        posts.limit(name, WINDOW)
    await posts.put(useless_after=posts.clock() + timedelta(days=1))
    assert await posts.run() == {}
    row = await posts.row()
    assert (row.status, row.channel) == ("waiting", "four")


async def test_what_waits_on_a_channel_that_nobody_serves_any_more_is_fetched(posts: TwoPosts) -> None:
    await posts.db.write(lambda session: contacts.prefer(session, 1, 3))
    await posts.put(dedupe_key="weekly:1:friday")
    served = frozenset(posts.channels)

    async def fetched() -> int:
        return await posts.db.write(lambda session: moving.fetch_stranded(session, served, posts.clock()))

    assert (await posts.run(), await fetched()) == ({}, 0)
    posts.clock.move(moving.STRANDED.total_seconds())
    assert (await fetched(), await fetched()) == (1, 0)
    assert await posts.run() == {"one": ["a"]}


async def test_an_outbox_that_runs_fetches_by_itself(posts: TwoPosts) -> None:
    await posts.db.write(lambda session: contacts.prefer(session, 1, 3))
    await posts.put()
    posts.clock.move(moving.STRANDED.total_seconds())
    await posts.worker.start()
    await until(lambda: bool(posts.channels["one"].sent))
    await posts.worker.stop()
    assert (await posts.row()).status == "sent"


async def test_a_channel_that_rests_for_long_holds_up_no_push_to_who_has_another(posts: TwoPosts) -> None:
    posts.channels["one"].answers = [SendError("429 quota", retry_after=3600)]
    await posts.put("told of it")
    await posts.put("behind it")
    await posts.put("an answer", answers_inbox_id=await posts.heard())
    assert await posts.run() == {"two": ["told of it", "behind it"]}
    await posts.put("later", dedupe_key="weekly:1:friday")
    assert (await posts.run())["two"][2:] == ["later"]
    posts.clock.move(3600)
    assert (await posts.run())["one"] == ["an answer"]


async def test_of_two_channels_that_rest_neither_hands_back_what_came_from_the_other(
    posts: TwoPosts,
) -> None:
    for name in ("one", "two"):
        posts.channels[name].answers = [SendError("429 quota", retry_after=3600)]
    await posts.put()
    await posts.put("b")
    assert await posts.run() == {"four": ["a"]}
    posts.clock.move(3600)
    assert await posts.run() == {"four": ["a"], "two": ["b"]}


async def test_a_short_pause_is_waited_for(posts: TwoPosts) -> None:
    posts.channels["one"].answers = [SendError("429 slower", retry_after=5)]
    await posts.put()
    await posts.put("b")
    assert await posts.run() == {}
    posts.clock.move(5)
    assert await posts.run() == {"one": ["a", "b"]}
