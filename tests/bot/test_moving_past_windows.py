"""Where a window is closed or a channel rests, what waits for a person goes to where they can be reached."""

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.channels.base import SendError
from storage.db import Database
from storage.repositories import contacts, moving
from tests.bot.post import until
from tests.bot.queue_world import HandClock
from tests.bot.two_posts import WINDOW, TwoPosts


@pytest.fixture
async def posts(db: Database, tmp_path: Path, now: datetime) -> TwoPosts:
    found = TwoPosts(db, tmp_path, HandClock(now))
    await found.settle()
    return found


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
