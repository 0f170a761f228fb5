import asyncio
from datetime import datetime

import pytest

from bot.channels.base import RawUpdate
from bot.intake import Intake
from storage.db import Database
from storage.errors import DatabaseClosed
from tests.bot.queue_world import HandClock, inbox_rows, raw


def intake(db: Database, now: datetime, calls: list[None] | None = None) -> Intake:
    return Intake(db, HandClock(now), lambda: (calls if calls is not None else []).append(None))


async def test_an_update_is_stored_as_it_came(db: Database, now: datetime) -> None:
    await intake(db, now)([raw("1", text="Đã kiểm định 5 cân 🎉")])
    [row] = await inbox_rows(db)
    assert (row.raw["text"], row.lane, row.status, row.received_at) == (
        "Đã kiểm định 5 cân 🎉",
        "loop:an",
        "waiting",
        now,
    )


async def test_an_update_delivered_twice_is_stored_once(db: Database, now: datetime) -> None:
    accept = intake(db, now)
    await accept([raw("1"), raw("2"), raw("1")])
    await accept([raw("2"), raw("3")])
    assert [row.update_key for row in await inbox_rows(db)] == ["1", "2", "3"]
    assert (accept.accepted, accept.duplicates) == (3, 2)


async def test_the_same_key_on_another_channel_is_another_update(db: Database, now: datetime) -> None:
    await intake(db, now)([raw("1"), RawUpdate("other", "1", "other:an", {})])
    assert len(await inbox_rows(db)) == 2


async def test_the_worker_is_called_for_updates_and_not_for_none(db: Database, now: datetime) -> None:
    calls: list[None] = []
    accept = intake(db, now, calls)
    await accept([raw("1")])
    await accept([])
    assert len(calls) == 1


async def test_an_update_whose_delivery_was_given_up_is_told_of_when_it_comes_again(
    db: Database, now: datetime
) -> None:
    calls: list[None] = []
    accept = intake(db, now, calls)
    given_up = asyncio.create_task(accept([raw("1")]))
    await asyncio.sleep(0)
    given_up.cancel()
    with pytest.raises(asyncio.CancelledError):
        await given_up
    assert calls == []
    await accept([raw("1")])
    assert len(calls) == 1
    assert len(await inbox_rows(db)) == 1


async def test_updates_of_one_batch_keep_their_order(db: Database, now: datetime) -> None:
    await intake(db, now)([raw(str(number)) for number in range(2500)])
    assert [row.update_key for row in await inbox_rows(db)] == [str(number) for number in range(2500)]


async def test_a_huge_update_is_stored_whole(db: Database, now: datetime) -> None:
    text = "ữ" * 1_000_000
    await intake(db, now)([raw("1", text=text)])
    assert (await inbox_rows(db))[0].raw["text"] == text


async def test_what_a_database_cannot_store_does_not_stop_the_others(db: Database, now: datetime) -> None:
    deep: list[object] = []
    for _ in range(2000):
        deep = [deep]
    await intake(db, now)(
        [
            raw("zero\x00", chat="\x00", text="a\x00b"),
            raw("half \ud800", text="\udfff"),
            raw("big", number=2**80, nothing=float("nan"), much=float("inf")),
            raw("deep", deep=deep),
            raw("long" * 1000, chat="x" * 5000),
            raw("good"),
        ]
    )
    rows = await inbox_rows(db)
    assert rows[0].raw["text"] == "a\N{REPLACEMENT CHARACTER}b"
    assert rows[2].raw["number"] == str(2**80)
    assert rows[5].update_key == "good"


async def test_long_keys_that_differ_at_the_end_stay_different(db: Database, now: datetime) -> None:
    await intake(db, now)([raw("k" * 500 + "1"), raw("k" * 500 + "2"), raw("k" * 500 + "1")])
    assert len(await inbox_rows(db)) == 2


async def test_an_update_that_could_not_be_stored_is_not_taken_as_accepted(
    db: Database, now: datetime
) -> None:
    calls: list[None] = []
    accept = intake(db, now, calls)
    await db.close()
    with pytest.raises(DatabaseClosed):
        await accept([raw("1")])
    assert (accept.accepted, calls) == (0, [])
