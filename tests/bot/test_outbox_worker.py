import asyncio
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, text, update
from sqlalchemy.orm import Session

from bot.channels.base import SendError
from bot.files import FileStore
from bot.outbox_worker import OutboxWorker
from core.delivery import BULK, Decision, Drop, Later, Send
from core.messages import Button, FileRef, Outbound
from storage.db import Database, open_database
from storage.models import Contact, Conversation, Outbox
from storage.repositories.dead_letters import dead_outbox, retry_outbox, waiting_outbox
from storage.repositories.outbox_claims import Recheck
from tests.bot.queue_world import PNG, HandClock, LoopChannel, outbox_rows, put


class Post:
    """An outbox worker with one channel."""

    def __init__(self, db: Database, folder: Path, now: datetime, **limits: Any) -> None:
        self.db = db
        self.clock = HandClock(now)
        self.files = FileStore(folder / "files")
        self.rechecks: dict[str, Recheck] = {}
        self.channel = LoopChannel()
        self.limit(**limits)

    def limit(self, **limits: Any) -> None:
        self.channel.limits = replace(self.channel.limits, **limits)
        self.worker = OutboxWorker(self.db, {"loop": self.channel}, self.files, self.clock, self.rechecks)

    async def put(self, message: str | Outbound, chat: str = "an", **options: Any) -> int | None:
        written = Outbound(message) if isinstance(message, str) else message
        return await put(self.db, self.clock(), written, chat, **options)

    async def run(self) -> list[str]:
        """Send what can be sent; the texts that arrived so far."""
        while await self.worker.run_once():
            pass
        return self.channel.texts()

    async def row(self) -> Outbox:
        [row] = await outbox_rows(self.db)
        return row


@pytest.fixture
def post(db: Database, tmp_path: Path, now: datetime) -> Post:
    return Post(db, tmp_path, now)


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
        post.clock.move(1)
        arrived.append(len(await post.run()))
    assert arrived == [5, 10, 15, 20]


async def test_bulk_leaves_a_part_of_the_budget_to_replies(post: Post) -> None:
    post.limit(per_second=10)
    for number in range(50):
        await post.put(f"bulk {number}", chat=f"chat{number}", priority=BULK)
    assert len(await post.run()) == 8
    for number in range(2):
        await post.put(f"reply {number}", chat=f"guest{number}")
    assert (await post.run())[8:] == ["reply 0", "reply 1"]


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


async def until(reached: Callable[[], bool]) -> None:
    """Wait for something that other tasks bring about; the test's own time limit is the bound."""
    while not reached():
        await asyncio.sleep(0.005)
