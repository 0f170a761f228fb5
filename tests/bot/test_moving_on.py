"""What cannot be sent to one address of a person goes to another, once; answers stay where they belong."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, update

from bot.channels.base import SendError
from core.messages import Address, Outbound
from core.pace import Rate
from storage.db import Database
from storage.models import Contact
from storage.repositories import contacts, moving, outbox, outbox_claims
from storage.repositories.outbox_claims import PERHAPS_SENT
from tests.bot.queue_world import HandClock
from tests.bot.two_posts import BLOCKED, DOWN, REFUSED, UNSURE, TwoPosts


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
