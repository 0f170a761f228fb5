"""What is decided just before a message goes out, and what a crash or a second process does to it."""

import asyncio
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import text, update
from sqlalchemy.orm import Session

from bot.channels.base import SendError
from core.delivery import BULK, Decision, Drop, Later, Send
from core.messages import Button, FileRef, Outbound
from storage.db import open_database
from storage.models import Outbox
from tests.bot.post import Post, until
from tests.bot.queue_world import PNG, outbox_rows


def answering(decision: Decision) -> Callable[[Session, Outbox, datetime], Decision]:
    return lambda session, row, now: decision


async def test_a_recheck_is_asked_with_the_row_and_may_let_it_go(post: Post) -> None:
    asked: list[Mapping[str, Any] | None] = []

    def recheck(session: Session, row: Outbox, now: datetime) -> Decision:
        asked.append(row.recheck)
        return Send()

    post.rechecks["due"] = recheck
    await post.put("a", recheck={"name": "due", "person": 7})
    assert await post.run() == ["a"]
    assert asked == [{"name": "due", "person": 7}]


async def test_a_recheck_may_change_what_is_sent_and_a_resend_is_the_same(post: Post) -> None:
    post.rechecks["due"] = answering(Send(Outbound("new")))
    post.channel.answers = [SendError("502")]
    await post.put("old", recheck={"name": "due"})
    await post.run()
    assert (await post.row()).payload["text"] == "new"
    post.clock.move(10)
    assert await post.run() == ["new"]


async def test_a_recheck_may_drop_a_message(post: Post) -> None:
    post.rechecks["due"] = answering(Drop("reported meanwhile"))
    await post.put("a", recheck={"name": "due"})
    assert await post.run() == []
    row = await post.row()
    assert (row.status, row.error) == ("dropped", "reported meanwhile")


async def test_a_recheck_may_put_a_message_off_and_others_pass(post: Post) -> None:
    post.rechecks["due"] = answering(Later(post.clock() + timedelta(hours=8)))
    await post.put("a", recheck={"name": "due"})
    await post.put("b")
    assert await post.run() == ["b"]
    post.rechecks["due"] = answering(Send())
    post.clock.move(8 * 3600)
    assert await post.run() == ["b", "a"]


async def test_a_recheck_that_always_says_now_later_does_not_spin(post: Post) -> None:
    post.rechecks["due"] = answering(Later(post.clock() - timedelta(hours=1)))
    await post.put("a", recheck={"name": "due"})
    assert await post.run() == []


async def test_a_recheck_that_fails_holds_up_no_other_chat_and_changes_nothing(post: Post) -> None:
    def broken(session: Session, row: Outbox, now: datetime) -> Decision:
        session.execute(update(Outbox).values(priority=9))
        session.execute(text("SELECT no_such_column FROM outbox"))
        return Send()

    post.rechecks["due"] = broken
    await post.put("a", recheck={"name": "due"})
    await post.put("b", chat="binh")
    await post.put("c", chat="chi", recheck={"name": "forgotten"})
    assert await post.run() == ["b"]
    assert [row.priority for row in await outbox_rows(post.db)] == [0, 0, 0]
    assert [row.attempts for row in await outbox_rows(post.db)] == [1, 0, 1]


async def test_a_long_message_arrives_whole_in_parts_with_its_buttons_at_the_end(post: Post) -> None:
    post.limit(text_length=20)
    message = Outbound("first line is here\nsecond line is here", rows=((Button("OK", "t"),),), edits="ref-0")
    await post.put(message)
    await post.run()
    [(_, first), (_, second)] = post.channel.sent
    assert (first.text, second.text) == ("first line is here", "second line is here")
    assert (first.edits, first.rows, second.edits, second.rows) == ("ref-0", (), None, message.rows)


async def test_parts_that_arrived_are_not_sent_again(post: Post) -> None:
    post.limit(text_length=20)
    post.channel.answers = [None, SendError("502")]
    await post.put("first line is here\nsecond line is here\nthird line is here")
    await post.run()
    post.clock.move(10)
    assert await post.run() == ["first line is here", "second line is here", "third line is here"]


async def test_a_message_whose_file_is_missing_dies_at_once(post: Post) -> None:
    message = Outbound("chart", file=FileRef("0" * 64, "chart.png", "image/png"))
    await post.put(message)
    await post.run()
    assert (await post.row()).status == "dead"


async def test_a_file_goes_out_with_its_message(post: Post) -> None:
    async def pieces() -> Any:
        yield PNG

    stored = await post.files.store(pieces(), 1000)
    message = Outbound("chart", file=FileRef(stored.key, "chart.png", stored.mime))
    await post.put(message)
    await post.run()
    assert post.channel.sent == [("an", message)]


async def killed_while_sending(post: Post) -> None:
    """Claim what waits, and never hear of it again."""
    post.channel.gate.clear()
    run = asyncio.create_task(post.worker.run_once())
    while not [row for row in await outbox_rows(post.db) if row.status == "sending"]:
        await asyncio.sleep(0.005)
    for task in asyncio.all_tasks():
        if task.get_name().startswith("send "):
            task.cancel()
    await asyncio.gather(run, return_exceptions=True)
    post.channel.gate.set()
    post.limit()


async def test_a_reply_whose_sender_died_is_sent_by_the_next_one(post: Post) -> None:
    await post.put("a")
    await killed_while_sending(post)
    assert await post.run() == []
    post.clock.move(301)
    assert await post.run() == ["a"]


async def test_a_reminder_whose_sender_died_is_not_sent_twice(post: Post) -> None:
    await post.put("a", dedupe_key="weekly:1")
    await killed_while_sending(post)
    post.clock.move(301)
    assert await post.run() == []
    assert (await post.row()).status == "dead"


async def test_a_started_worker_sends_what_comes_and_stops_when_told(post: Post) -> None:
    await post.worker.start()
    await post.put("a")
    post.worker.wake()
    await until(lambda: post.channel.texts() == ["a"])
    await post.put("b")
    post.worker.wake()
    await until(lambda: post.channel.texts() == ["a", "b"])
    await post.worker.stop()
    await post.worker.stop()
    assert [row.status for row in await outbox_rows(post.db)] == ["sent", "sent"]


async def test_the_only_owner_sends_at_start_what_it_had_claimed_before_it_died(
    sqlite_url: str, tmp_path: Path, now: datetime
) -> None:
    db = await open_database(sqlite_url, exclusive=True)
    post = Post(db, tmp_path, now)
    await post.put("a")
    await killed_while_sending(post)
    await post.worker.start()
    await until(lambda: post.channel.texts() == ["a"])
    await post.worker.stop()
    await db.close()


async def test_a_slow_bulk_message_leaves_places_to_replies(post: Post) -> None:
    for number in range(20):
        await post.put(f"bulk {number}", chat=f"chat{number}", priority=BULK)
    post.channel.gate.clear()
    await post.worker.start()
    while len([row for row in await outbox_rows(post.db) if row.status == "sending"]) < 12:
        await asyncio.sleep(0.005)
    await post.put("reply")
    post.worker.wake()
    while [row.status for row in await outbox_rows(post.db) if row.priority == 0] != ["sending"]:
        await asyncio.sleep(0.005)
    post.channel.gate.set()
    await post.worker.stop()


async def test_two_processes_send_each_message_once_and_in_order(
    postgres_url: str, tmp_path: Path, now: datetime
) -> None:
    first, second = await open_database(postgres_url), await open_database(postgres_url)
    posts = [Post(db, tmp_path, now) for db in (first, second)]
    for number in range(200):
        await posts[0].put(str(number), chat=f"chat{number % 20}")
    for post in posts:
        post.channel.sent = posts[0].channel.sent
        await post.worker.start()
    await until(lambda: len(posts[0].channel.sent) >= 200)
    for post in posts:
        await post.worker.stop()
    arrived = posts[0].channel.sent
    assert len(arrived) == 200
    for chat in range(20):
        texts = [message.text for to, message in arrived if to == f"chat{chat}"]
        assert texts == [str(number) for number in range(chat, 200, 20)]
    await first.close()
    await second.close()


async def test_two_processes_share_the_budget_of_a_channel(
    postgres_url: str, tmp_path: Path, now: datetime
) -> None:
    first, second = await open_database(postgres_url), await open_database(postgres_url)
    posts = [Post(db, tmp_path, now, per_second=5) for db in (first, second)]
    for number in range(20):
        await posts[0].put(str(number), chat=str(number))
    await asyncio.gather(*(post.run() for post in posts))
    assert sum(len(post.channel.sent) for post in posts) == 5
    await first.close()
    await second.close()


async def test_a_part_is_not_sent_again_because_its_choices_did_not_fit_below_it(post: Post) -> None:
    post.limit(text_length=100, buttons=False)
    await post.put(Outbound("a" * 90, ((Button("b" * 20, "t"),),)))
    post.channel.answers = [None, OSError("broken"), None]
    await post.run()
    post.clock.move(60)
    await post.run()
    first, last = (message for _, message in post.channel.sent)
    assert (first.text + last.text, first.rows) == ("a" * 90, ())
    assert len(last.text) + 2 + len("1. ") + 20 <= 100


async def test_a_message_goes_on_from_where_the_channel_broke_off(post: Post) -> None:
    failed = SendError("502")
    failed.rest, failed.taken = Outbound("b" * 90), 1
    post.limit(text_length=100)
    await post.put(f"{'a' * 90}\n{'c' * 90}")
    post.channel.answers = [failed]
    await post.run()
    post.clock.move(60)
    assert await post.run() == ["b" * 90, "c" * 90]
