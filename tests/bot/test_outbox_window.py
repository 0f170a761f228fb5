"""A messenger that lets only those be written to who wrote lately: what becomes of the others' messages."""

import asyncio
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from bot.channels.base import SendError
from core.messages import Address
from core.windows import Window
from storage.models import Contact
from storage.repositories import conversations
from storage.repositories.dead_letters import dead_outbox
from tests.bot.post import Post
from tests.bot.queue_world import outbox_rows

DAY = timedelta(days=1)
WINDOW = Window(free=2 * DAY, closes=7 * DAY, margin=timedelta())
BESIDE_IT = "not deliverable: the messenger takes messages only for 168 hours after theirs"


@pytest.fixture
def windowed(post: Post) -> Post:
    post.limit(window=WINDOW)
    return post


async def wrote(post: Post, ago: timedelta, dated: datetime | None = None) -> None:
    """An wrote so long ago; `dated` is what the messenger's clock said."""

    def write(session: Session) -> None:
        at = post.clock() - ago
        speaker = conversations.speaker(session, Address("loop", "an"), at)
        conversations.seen(session, speaker, at, dated)

    await post.db.write(write)


async def last(post: Post) -> datetime | None:
    return await post.db.read(lambda session: session.scalar(select(Contact.last_interaction_at)))


async def test_inside_the_window_a_message_goes_out(windowed: Post) -> None:
    await wrote(windowed, 6 * DAY)
    await windowed.put("a")
    assert await windowed.run() == ["a"]


async def test_outside_it_a_message_of_no_stated_use_is_listed_with_the_reason(windowed: Post) -> None:
    await wrote(windowed, 8 * DAY)
    await windowed.put("a")
    assert await windowed.run() == []
    [letter] = await windowed.db.read(dead_outbox)
    assert letter.error == f"{BESIDE_IT}, and they last wrote 8 days ago"
    assert letter.attempts == 0


async def test_to_an_address_nobody_wrote_from_nothing_is_sent(windowed: Post) -> None:
    await windowed.put("a")
    assert await windowed.run() == []
    [letter] = await windowed.db.read(dead_outbox)
    assert letter.error == f"{BESIDE_IT}, and it is not known when they last wrote"


async def test_a_push_waits_for_them_to_write_and_then_goes_out(windowed: Post) -> None:
    await wrote(windowed, 8 * DAY)
    await windowed.put("a", useless_after=windowed.clock() + DAY)
    await windowed.put("b", chat="binh", useless_after=windowed.clock() + DAY)
    assert await windowed.run() == []
    assert [row.status for row in await outbox_rows(windowed.db)] == ["waiting"] * 2
    windowed.clock.move(3600)
    await wrote(windowed, timedelta())
    assert await windowed.run() == ["a"]


async def test_a_push_nobody_wrote_for_in_time_is_listed_not_dropped(windowed: Post) -> None:
    await wrote(windowed, 8 * DAY)
    await windowed.put("a", useless_after=windowed.clock() + DAY)
    for _ in range(150):
        await windowed.run()
        windowed.clock.move(600)
    [letter] = await windowed.db.read(dead_outbox)
    assert letter.error.startswith(BESIDE_IT)
    assert windowed.channel.texts() == []


async def test_the_template_stands_in_where_there_is_one(post: Post) -> None:
    post.limit(window=Window(free=2 * DAY, closes=7 * DAY, template=True))
    await wrote(post, 8 * DAY)
    await post.put("a")
    assert await post.run() == ["a"]
    assert [message.stand_in for _, message in post.channel.sent] == [True]


async def test_however_long_a_message_is_the_template_stands_in_once(post: Post) -> None:
    post.limit(window=Window(free=2 * DAY, closes=7 * DAY, template=True), text_length=100)
    await post.put("dài lắm " * 100)
    await post.run()
    assert [message.stand_in for _, message in post.channel.sent] == [True]


async def test_it_does_not_stand_in_any_more_once_they_have_written(post: Post) -> None:
    post.limit(window=Window(free=2 * DAY, closes=7 * DAY, template=True))
    await wrote(post, 8 * DAY)
    post.channel.answers = [SendError("502")]
    await post.put("a")
    await post.run()
    await wrote(post, timedelta())
    post.clock.move(10)
    await post.run()
    assert [message.stand_in for _, message in post.channel.sent] == [False]


async def test_what_the_messenger_says_of_the_window_goes_before_what_was_known(windowed: Post) -> None:
    await wrote(windowed, DAY)
    windowed.channel.answers = [SendError("-230", outside_window=True)]
    await windowed.put("a")
    await windowed.run()
    windowed.clock.move(10)
    assert await windowed.run() == []
    [letter] = await windowed.db.read(dead_outbox)
    assert letter.error.startswith(BESIDE_IT)
    assert await last(windowed) is None


async def test_who_writes_while_a_message_is_refused_keeps_the_window(windowed: Post) -> None:
    await wrote(windowed, DAY)
    windowed.channel.answers = [SendError("-230", outside_window=True)]
    await windowed.put("a")
    windowed.channel.gate.clear()
    running = asyncio.create_task(windowed.run())
    while (await windowed.row()).status != "sending":
        await asyncio.sleep(0.005)
    windowed.clock.move(1)
    await wrote(windowed, timedelta())
    windowed.channel.gate.set()
    await running
    assert await last(windowed) is not None


async def test_a_late_update_does_not_close_the_window_of_a_newer_one(windowed: Post) -> None:
    await wrote(windowed, timedelta(hours=1))
    known = await last(windowed)
    await wrote(windowed, timedelta(), dated=windowed.clock() - 5 * DAY)
    assert await last(windowed) == known


async def test_a_messengers_clock_ahead_of_ours_opens_no_longer_window(windowed: Post) -> None:
    await wrote(windowed, timedelta(), dated=windowed.clock() + DAY)
    assert await last(windowed) == windowed.clock()


async def test_a_channel_without_a_window_does_not_ask_for_one(post: Post) -> None:
    await wrote(post, 400 * DAY)
    await post.db.write(lambda session: session.execute(update(Contact).values(last_interaction_at=None)))
    await post.put("a")
    assert await post.run() == ["a"]
