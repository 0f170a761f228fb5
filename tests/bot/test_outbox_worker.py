from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.channels.base import SendError
from core.delivery import BULK
from core.messages import Button, Outbound
from storage.models import Contact, Conversation
from storage.queries.traffic import traffic
from storage.repositories.dead_letters import dead_outbox, retry_outbox, waiting_outbox
from tests.bot.post import Post
from tests.bot.queue_world import outbox_rows


async def test_a_message_is_sent_once_and_its_reference_kept(post: Post) -> None:
    await post.put("a")
    assert await post.run() == ["a"]
    assert await post.run() == ["a"]
    row = await post.row()
    assert (row.status, row.message_ref, row.sent_at) == ("sent", "ref-1", post.clock())


async def test_messages_to_one_chat_arrive_in_the_order_written(post: Post) -> None:
    for number in range(30):
        await post.put(str(number))
    assert await post.run() == [str(number) for number in range(30)]


async def test_a_message_that_failed_for_now_holds_up_its_chat_only(post: Post) -> None:
    post.channel.answers = [SendError("502")]
    await post.put("a")
    await post.put("b")
    await post.put("c", chat="binh")
    assert await post.run() == ["c"]
    post.clock.move(10)
    assert await post.run() == ["c", "a", "b"]


async def test_the_newest_error_is_kept_with_its_moment(post: Post) -> None:
    post.channel.answers = [SendError("502"), SendError("429", retry_after=1)]
    await post.put("a")
    assert (await post.db.read(lambda session: traffic(session, "loop"))).error_at is None
    await post.run()
    post.clock.move(100)
    await post.run()
    failed_at = post.clock()
    post.clock.move(100)
    assert await post.run() == ["a"]
    found = await post.db.read(lambda session: traffic(session, "loop"))
    assert (found.error, found.error_at, found.waiting) == ("429", failed_at, 0)


async def test_a_message_that_keeps_failing_dies_and_can_be_tried_again(post: Post) -> None:
    post.channel.answers = [SendError("502")] * 8
    await post.put("a")
    await post.put("b")
    for _ in range(8):
        await post.run()
        post.clock.move(7200)
    assert await post.run() == ["b"]
    [letter] = await post.db.read(dead_outbox)
    assert (letter.error, letter.attempts) == ("502", 8)
    await post.db.write(lambda session: retry_outbox(session, [letter.id], post.clock()))
    assert await post.run() == ["b", "a"]


async def test_a_message_the_channel_refuses_for_good_is_never_tried_again(post: Post) -> None:
    post.channel.answers = [SendError("400 bad request", permanent=True)]
    await post.put("a")
    await post.run()
    post.clock.move(100_000)
    assert await post.run() == []
    assert (await post.row()).status == "dead"


async def test_what_may_have_arrived_is_repeated_only_where_it_may_be_said_twice(post: Post) -> None:
    unsure = SendError("no answer", perhaps=True)
    post.channel.answers = [unsure, unsure]
    await post.put("a reminder", dedupe_key="weekly:1:friday")
    await post.put("a reply", chat="chi")
    await post.run()
    post.clock.move(10)
    assert await post.run() == ["a reply"]
    reminder, reply = await outbox_rows(post.db)
    assert (reminder.status, reminder.error) == ("dead", "no answer: it may have arrived")
    assert reply.status == "sent"


async def test_an_unknown_error_of_a_channel_counts_as_passing(post: Post) -> None:
    post.channel.answers = [ZeroDivisionError("bug")]
    await post.put("a")
    assert await post.run() == []
    post.clock.move(10)
    assert await post.run() == ["a"]


async def test_who_blocked_the_bot_is_marked_unreachable(post: Post) -> None:
    def meet(session: Session) -> None:
        conversation = Conversation(state={}, updated_at=post.clock())
        session.add(conversation)
        session.flush()
        session.add(
            Contact(channel="loop", chat="an", conversation_id=conversation.id, last_seen_at=post.clock())
        )

    await post.db.write(meet)
    post.channel.answers = [SendError("403 blocked", unreachable=True)]
    await post.put("a")
    await post.run()
    assert await post.db.read(lambda session: session.scalar(select(Contact.reachable))) is False
    assert (await post.row()).status == "dead"


async def test_the_whole_channel_is_left_alone_exactly_as_long_as_it_says(post: Post) -> None:
    await post.put("a")
    await post.run()
    post.channel.answers = [SendError("429", retry_after=30)]
    await post.put("b")
    await post.run()
    await post.put("c", chat="binh")
    post.clock.move(29.9)
    assert await post.run() == ["a"]
    post.clock.move(0.1)
    assert sorted(await post.run()) == ["a", "b", "c"]
    assert [row.attempts for row in await outbox_rows(post.db)] == [0, 0, 0]


async def test_a_pause_survives_a_restart(post: Post) -> None:
    post.channel.answers = [SendError("429", retry_after=30)]
    await post.put("a")
    await post.run()
    post.limit()
    post.clock.move(20)
    assert await post.run() == []
    post.clock.move(10)
    assert await post.run() == ["a"]


@pytest.mark.parametrize("seconds", [-5.0, float("nan"), float("inf"), 1e300])
async def test_a_nonsense_pause_neither_loses_the_message_nor_stops_the_worker(
    post: Post, seconds: float
) -> None:
    post.channel.answers = [SendError("429", retry_after=seconds)]
    await post.put("a")
    await post.run()
    post.clock.move(8 * 86400)
    assert await post.run() == ["a"]


async def test_the_channel_never_gets_more_than_its_rate(post: Post) -> None:
    post.limit(per_second=5)
    for number in range(20):
        await post.put(str(number), chat=str(number))
    arrived = [len(await post.run())]
    for _ in range(3):
        post.clock.move(0.9)
        assert len(await post.run()) == arrived[-1]
        post.clock.move(0.1)
        arrived.append(len(await post.run()))
    assert arrived == [5, 10, 15, 20]


async def test_bulk_goes_out_one_after_the_other_and_replies_in_between(post: Post) -> None:
    post.limit(per_second=10)
    for number in range(50):
        await post.put(f"bulk {number}", chat=f"chat{number}", priority=BULK)
    assert len(await post.run()) == 3
    for number in range(7):
        await post.put(f"reply {number}", chat=f"guest{number}")
    assert (await post.run())[3:] == [f"reply {number}" for number in range(7)]
    post.clock.move(1)
    assert len(await post.run()) == 13


async def test_bulk_leaves_room_for_a_reply_in_every_second(post: Post) -> None:
    post.limit(per_second=20)
    for number in range(50):
        await post.put(f"bulk {number}", chat=f"chat{number}", priority=BULK)
    for _ in range(10):
        post.clock.move(0.1)
        last_second = len(await post.run())
    assert last_second == 19
    await post.put("reply", chat="guest")
    assert (await post.run())[19:] == ["reply"]


async def test_bulk_still_goes_out_on_the_slowest_channel(post: Post) -> None:
    post.limit(per_second=0.5)
    await post.put("bulk", priority=BULK)
    await post.put("more bulk", chat="binh", priority=BULK)
    await post.run()
    post.clock.move(4)
    assert await post.run() == ["bulk", "more bulk"]


async def test_a_reply_goes_ahead_of_bulk_written_before_it_to_the_same_chat(post: Post) -> None:
    await post.put("bulk", priority=BULK)
    await post.put("reply")
    assert await post.run() == ["reply", "bulk"]


async def test_one_chat_is_not_written_to_faster_than_allowed(post: Post) -> None:
    post.limit(per_chat_per_second=1)
    for number in range(5):
        await post.put(str(number))
    await post.put("other", chat="binh")
    assert await post.run() == ["0", "other", "1", "2"]
    post.clock.move(1)
    assert (await post.run())[4:] == ["3"]


async def test_a_message_that_came_too_late_is_dropped(post: Post) -> None:
    await post.put("good morning", useless_after=post.clock() + timedelta(hours=1))
    post.clock.move(3601)
    assert await post.run() == []
    assert (await post.row()).status == "dropped"


async def test_a_message_for_later_waits_and_lets_others_pass(post: Post) -> None:
    await post.put("tomorrow", not_before=post.clock() + timedelta(hours=12))
    await post.put("now")
    assert await post.run() == ["now"]
    assert await post.db.read(waiting_outbox) == {"loop": 1}
    post.clock.move(12 * 3600)
    assert await post.run() == ["now", "tomorrow"]


async def test_a_message_is_written_once_for_its_key(post: Post) -> None:
    assert await post.put("a", dedupe_key="weekly:1:2026-05-11") is not None
    await post.run()
    assert await post.put("b", dedupe_key="weekly:1:2026-05-11") is None
    assert await post.run() == ["a"]


async def test_a_waiting_message_with_the_same_key_is_replaced(post: Post) -> None:
    first = await post.put("1 photo", coalesce_key="album")
    assert await post.put("2 photos", coalesce_key="album") == first
    assert await post.run() == ["2 photos"]
    assert await post.put("3 photos", coalesce_key="album") != first
    assert await post.run() == ["2 photos", "3 photos"]


async def test_a_replacement_goes_to_nobody_else(post: Post) -> None:
    await post.put("1 photo", coalesce_key="album")
    await post.put("2 photos", chat="binh", coalesce_key="album")
    assert sorted(await post.run()) == ["1 photo", "2 photos"]


@pytest.mark.parametrize("text", ["When?", "When?\n" * 2000])
async def test_choices_a_number_does_not_pick_arrive_as_such_whole_in_parts_and_again(
    post: Post, text: str
) -> None:
    choices = ((Button("Today", "pick:1"),),)
    post.channel.answers = [SendError("502")]
    await post.put(Outbound(text, choices, numbered=False))
    await post.run()
    post.clock.move(10)
    await post.run()
    sent = [message for _, message in post.channel.sent]
    assert (sent[-1].rows, [message.numbered for message in sent]) == (choices, [False] * len(sent))
