import asyncio
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from bot.channels.base import FetchError
from bot.files import FileStore
from bot.inbox_worker import InboxWorker
from bot.intake import Intake
from core.messages import Address, Attachment, Inbound, Outbound, Refusal
from storage.db import Database, open_database
from storage.repositories import outbox
from storage.repositories.dead_letters import dead_inbox, retry_inbox, waiting_inbox
from tests.bot.queue_world import PNG, HandClock, LoopChannel, inbox_rows, outbox_rows, raw


@dataclass
class Office:
    """An inbox worker whose turns write each message into the outbox; `faults` are raised by text."""

    db: Database
    files: FileStore
    clock: HandClock
    channel: LoopChannel = field(default_factory=LoopChannel)
    faults: dict[str, list[Exception]] = field(default_factory=lambda: defaultdict(list))
    seen: list[Inbound] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.worker = InboxWorker(
            self.db,
            {"loop": self.channel},
            self,
            self.files,
            self.clock,
        )
        self.accept = Intake(self.db, self.clock, self.worker.wake)

    def __call__(self, session: Session, messages: Sequence[tuple[Inbound, int]], now: datetime) -> None:
        for inbound, row_id in messages:
            outbox.add(
                session,
                address=Address("echo", inbound.address.chat),
                message=Outbound(inbound.text),
                now=now,
                answers_inbox_id=row_id,
            )
            faults = self.faults[inbound.text]
            if faults:
                # a fault is over once it has struck a message that stood alone
                raise faults.pop(0) if len(messages) == 1 else faults[0]
            self.seen.append(inbound)

    def give_up(self, session: Session, address: Address, inbox_id: int, now: datetime) -> None:
        outbox.add(session, address=address, message=Outbound(f"gave {inbox_id} up"), now=now)
        if self.faults["giving up"]:
            raise self.faults["giving up"].pop()

    async def given_up(self) -> list[tuple[str, str, str]]:
        rows = await outbox_rows(self.db)
        return [(row.channel, row.chat, row.payload["text"]) for row in rows if row.channel != "echo"]

    async def echoes(self, chat: str | None = None) -> list[str]:
        rows = await outbox_rows(self.db)
        return [row.payload["text"] for row in rows if row.channel == "echo" and chat in (None, row.chat)]

    async def photos(self) -> list[Attachment]:
        await self.worker.run_once()
        return list(self.seen[-1].attachments)

    async def states(self) -> list[str]:
        return [row.status for row in await inbox_rows(self.db)]


@pytest.fixture
def office(db: Database, tmp_path: Path, now: datetime) -> Office:
    return Office(db, FileStore(tmp_path / "files"), HandClock(now))


async def test_a_stored_update_is_handled_once(office: Office) -> None:
    await office.accept([raw("1", text="a")])
    assert await office.worker.run_once() == 1
    assert await office.worker.run_once() == 0
    assert await office.echoes() == ["a"]
    assert await office.states() == ["done"]


async def test_an_update_delivered_twice_has_one_effect(office: Office) -> None:
    await office.accept([raw("1", text="a")])
    await office.worker.run_once()
    await office.accept([raw("1", text="a")])
    await office.worker.run_once()
    assert await office.echoes() == ["a"]


async def test_a_burst_of_one_person_is_handled_in_the_order_of_arrival(office: Office) -> None:
    await office.accept([raw(str(number), text=str(number)) for number in range(120)])
    while await office.worker.run_once():
        pass
    assert await office.echoes() == [str(number) for number in range(120)]


async def test_an_update_that_needs_no_answer_is_done_without_a_turn(office: Office) -> None:
    await office.accept([raw("1", ignored=True)])
    await office.worker.run_once()
    assert (await office.states(), await office.echoes()) == (["done"], [])


async def test_an_undecodable_update_is_set_aside_and_the_others_go_on(office: Office) -> None:
    malformed = raw("1")
    await office.accept([malformed.__class__("loop", "1", "loop:an", {"chat": 1}), raw("2", text="b")])
    await office.worker.run_once()
    assert await office.states() == ["dead", "done"]
    assert await office.echoes() == ["b"]
    [letter] = await office.db.read(dead_inbox)
    assert "KeyError" in letter.error


async def test_a_turn_that_fails_leaves_nothing_behind_and_is_tried_again_later(office: Office) -> None:
    office.faults["a"] = [RuntimeError("no")]
    await office.accept([raw("1", text="a")])
    await office.worker.run_once()
    assert await office.echoes() == []
    office.clock.move(10)
    await office.worker.run_once()
    assert await office.echoes() == ["a"]


async def test_nothing_of_a_lane_overtakes_a_row_that_waits_to_be_tried_again(office: Office) -> None:
    office.faults["a"] = [RuntimeError("no")]
    await office.accept([raw("1", text="a"), raw("2", text="b"), raw("3", chat="binh", text="c")])
    await office.worker.run_once()
    await office.worker.run_once()
    assert await office.echoes() == ["c"]
    office.clock.move(10)
    await office.worker.run_once()
    assert await office.echoes("an") == ["a", "b"]


async def test_a_row_that_keeps_failing_dies_and_frees_its_lane(office: Office) -> None:
    office.faults["a"] = [RuntimeError("no")] * 5
    await office.accept([raw("1", text="a"), raw("2", text="b")])
    for _ in range(5):
        await office.worker.run_once()
        office.clock.move(1000)
    assert await office.states() == ["dead", "done"]
    assert await office.echoes() == ["b"]
    assert await office.given_up() == [("loop", "an", "gave 1 up")]


async def test_a_row_dies_even_if_its_sender_cannot_be_told(office: Office) -> None:
    office.faults["a"] = [RuntimeError("no")] * 5
    office.faults["giving up"] = [RuntimeError("no")]
    await office.accept([raw("1", text="a"), raw("2", text="b")])
    for _ in range(5):
        await office.worker.run_once()
        office.clock.move(1000)
    assert await office.states() == ["dead", "done"]
    assert await office.given_up() == []


async def test_a_dead_row_can_be_tried_again(office: Office) -> None:
    office.faults["a"] = [RuntimeError("no")] * 5
    await office.accept([raw("1", text="a")])
    for _ in range(5):
        await office.worker.run_once()
        office.clock.move(1000)
    ids = [letter.id for letter in await office.db.read(dead_inbox)]
    assert await office.db.write(lambda session: retry_inbox(session, ids, office.clock())) == 1
    await office.worker.run_once()
    assert await office.echoes() == ["a"]


async def test_rows_of_a_channel_that_is_not_running_stay_as_they_are(office: Office) -> None:
    other = raw("1").__class__("elsewhere", "1", "elsewhere:an", {})
    await office.accept([other])
    assert await office.worker.run_once() == 0
    assert await office.db.read(waiting_inbox) == {"elsewhere": 1}


async def test_trouble_with_the_disk_does_not_count_against_the_row(office: Office) -> None:
    office.faults["a"] = [OSError(28, "No space left on device")] * 20
    await office.accept([raw("1", text="a"), raw("2", text="b")])
    for _ in range(20):
        await office.worker.run_once()
    [first, _] = await inbox_rows(office.db)
    assert (first.status, first.attempts) == ("waiting", 0)
    await office.worker.run_once()
    assert await office.echoes() == ["a", "b"]


async def test_a_photo_is_kept_and_its_type_found_from_its_content(office: Office) -> None:
    office.channel.files["p"] = PNG
    await office.accept([raw("1", photos=["p"])])
    [photo] = await office.photos()
    assert photo.stored is not None
    assert office.files.path(photo.stored).read_bytes() == PNG
    assert (photo.mime, photo.size) == ("image/png", len(PNG))


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", Refusal.EMPTY),
        (PNG * 100, Refusal.TOO_BIG),
        (b"MZ\x90 a program", Refusal.WRONG_TYPE),
        (FileNotFoundError(), Refusal.GONE),
    ],
)
async def test_a_file_that_cannot_be_kept_is_refused_and_the_turn_still_runs(
    office: Office, content: bytes | Exception, why: Refusal
) -> None:
    office.channel.files["p"] = content
    await office.accept([raw("1", photos=["p"])])
    [photo] = await office.photos()
    assert (photo.refused, photo.stored) == (why, None)


async def test_a_file_said_to_be_too_big_is_not_even_fetched(office: Office) -> None:
    await office.accept([raw("1", photos=["p"], sizes={"p": 50_000_000})])
    [photo] = await office.photos()
    assert (photo.refused, office.channel.fetches) == (Refusal.TOO_BIG, 0)


async def test_a_fetch_that_fails_for_now_is_tried_again(office: Office) -> None:
    office.channel.files["p"] = FetchError("later")
    await office.accept([raw("1", photos=["p"])])
    await office.worker.run_once()
    assert await office.states() == ["waiting"]
    office.channel.files["p"] = PNG
    office.clock.move(10)
    [photo] = await office.photos()
    assert photo.stored is not None


@pytest.mark.parametrize("error", [FetchError("later"), ConnectionResetError(), KeyError("bug")])
async def test_a_file_that_never_comes_counts_as_gone_in_the_end(office: Office, error: Exception) -> None:
    office.channel.files["p"] = error
    await office.accept([raw("1", photos=["p"])])
    for _ in range(4):
        await office.worker.run_once()
        office.clock.move(1000)
    assert [photo.refused for photo in office.seen[-1].attachments] == [Refusal.GONE]
    assert await office.states() == ["done"]


async def test_a_started_worker_handles_what_comes_and_stops_when_told(office: Office) -> None:
    await office.worker.start()
    await office.accept([raw("1", text="a")])
    await until(lambda: len(office.seen) == 1)
    await office.accept([raw("2", text="b"), raw("3", chat="binh", text="c")])
    await until(lambda: len(office.seen) == 3)
    await office.worker.stop()
    await office.worker.stop()
    assert sorted(await office.echoes()) == ["a", "b", "c"]


async def test_a_slow_fetch_of_one_person_does_not_hold_up_another(office: Office) -> None:
    office.channel.files["p"] = PNG
    office.channel.gate.clear()
    await office.worker.start()
    await office.accept([raw("1", photos=["p"])])
    await office.accept([raw("2", chat="binh", text="b")])
    await until(lambda: len(office.seen) == 1)
    office.channel.gate.set()
    await until(lambda: len(office.seen) == 2)
    await office.worker.stop()


async def test_the_worker_lives_through_trouble_with_the_database(office: Office) -> None:
    office.faults["a"] = [OSError(28, "No space left on device")] * 2
    await office.worker.start()
    await office.accept([raw("1", text="a")])
    await until(lambda: len(office.seen) == 1)
    await office.worker.stop()
    assert await office.echoes() == ["a"]


async def test_two_processes_handle_each_row_once_and_each_lane_in_order(
    postgres_url: str, tmp_path: Path, now: datetime
) -> None:
    first, second = await open_database(postgres_url), await open_database(postgres_url)
    offices = [Office(db, FileStore(tmp_path / "files"), HandClock(now)) for db in (first, second)]
    await offices[0].accept(
        [raw(str(number), chat=f"chat{number % 20}", text=str(number)) for number in range(200)]
    )
    for office in offices:
        await office.worker.start()
    await until(lambda: sum(len(office.seen) for office in offices) >= 200)
    for office in offices:
        await office.worker.stop()
    assert all(office.seen for office in offices)
    for lane in range(20):
        assert await offices[0].echoes(f"chat{lane}") == [str(number) for number in range(lane, 200, 20)]
    await first.close()
    await second.close()


async def until(reached: Callable[[], bool]) -> None:
    """Wait for something that other tasks bring about; the test's own time limit is the bound."""
    while not reached():
        await asyncio.sleep(0.005)
