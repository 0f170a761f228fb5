"""The living tokens of a channel: one chain, replaced once, told of once a day."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy.orm import Session

from storage.db import Database
from storage.repositories import tokens
from storage.repositories.tokens import TokenRow

LEASE, DAY = timedelta(seconds=60), timedelta(days=1)


@pytest.fixture
def first(now: datetime) -> TokenRow:
    return TokenRow("a0", "r0", "seed", now, now, now + 90 * DAY)


async def test_a_chain_begins_once(db: Database, first: TokenRow, now: datetime) -> None:
    second = replace(first, access="a1", refresh="r1")
    await db.write(lambda session: tokens.plant(session, "oa", first))
    assert await db.write(lambda session: tokens.replace(session, "oa", "r0", second))
    await db.write(lambda session: tokens.plant(session, "oa", first))
    assert await db.read(lambda session: tokens.read(session, "oa")) == second
    anew = replace(first, refresh="r9", seed="another")
    await db.write(lambda session: tokens.plant(session, "oa", anew))
    assert await db.read(lambda session: tokens.read(session, "oa")) == anew
    assert await db.read(lambda session: tokens.read(session, "other")) is None


async def test_a_refresh_token_is_replaced_by_its_user_only(db: Database, first: TokenRow) -> None:
    second = replace(first, access="a1", refresh="r1")
    await db.write(lambda session: tokens.plant(session, "oa", first))
    assert await db.write(lambda session: tokens.replace(session, "oa", "r0", second))
    assert not await db.write(
        lambda session: tokens.replace(session, "oa", "r0", replace(second, access="a2"))
    )
    assert await db.read(lambda session: tokens.read(session, "oa")) == second


async def test_one_process_at_a_time_may_replace_it(db: Database, first: TokenRow, now: datetime) -> None:
    async def claims(seen: str, at: datetime) -> bool:
        return await db.write(lambda session: tokens.claim(session, "oa", seen, at, LEASE))

    await db.write(lambda session: tokens.plant(session, "oa", first))
    assert not await claims("another", now)
    assert await claims("a0", now)
    assert not await claims("a0", now + timedelta(seconds=59))
    assert await claims("a0", now + LEASE)
    await db.write(lambda session: tokens.release(session, "oa"))
    assert await claims("a0", now)
    await db.write(
        lambda session: tokens.replace(session, "oa", "r0", replace(first, access="a1", refresh="r1"))
    )
    assert not await claims("a0", now)
    assert await claims("a1", now)


async def test_a_replacement_that_fails_leaves_the_old_pair_whole(db: Database, first: TokenRow) -> None:
    await db.write(lambda session: tokens.plant(session, "oa", first))

    def cut_off(session: Session) -> None:
        tokens.replace(session, "oa", "r0", replace(first, access="a1", refresh="r1"))
        raise RuntimeError("power cut")

    with pytest.raises(RuntimeError, match="power cut"):
        await db.write(cut_off)
    assert await db.read(lambda session: tokens.read(session, "oa")) == first


async def test_administrators_are_told_once_a_day_and_anew_after_a_replacement(
    db: Database, first: TokenRow, now: datetime
) -> None:
    async def tells(at: datetime) -> bool:
        return await db.write(lambda session: tokens.tell(session, "oa", at, DAY))

    assert not await tells(now)
    await db.write(lambda session: tokens.plant(session, "oa", first))
    assert [await tells(now + hours * timedelta(hours=1)) for hours in (0, 1, 23, 24, 25)] == [
        True,
        False,
        False,
        True,
        False,
    ]
    await db.write(
        lambda session: tokens.replace(session, "oa", "r0", replace(first, access="a1", refresh="r1"))
    )
    assert await tells(now + timedelta(hours=26))


def test_a_row_shows_no_token(first: TokenRow) -> None:
    assert "a0" not in repr(first)
    assert "r0" not in repr(first)
