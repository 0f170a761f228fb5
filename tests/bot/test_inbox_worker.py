"""Updates that came in: each handled once, in the order of its lane, whatever fails."""

from datetime import datetime
from pathlib import Path

from bot.files import FileStore
from storage.db import open_database
from storage.repositories.dead_letters import dead_inbox, retry_inbox, waiting_inbox
from tests.bot.inbox_office import Office, until
from tests.bot.queue_world import HandClock, inbox_rows, raw


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


async def test_a_started_worker_handles_what_comes_and_stops_when_told(office: Office) -> None:
    await office.worker.start()
    await office.accept([raw("1", text="a")])
    await until(lambda: len(office.seen) == 1)
    await office.accept([raw("2", text="b"), raw("3", chat="binh", text="c")])
    await until(lambda: len(office.seen) == 3)
    await office.worker.stop()
    await office.worker.stop()
    assert sorted(await office.echoes()) == ["a", "b", "c"]


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
