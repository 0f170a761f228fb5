import asyncio

from sqlalchemy.orm import Session

from storage.db import Database
from storage.repositories.counters import next_number


async def test_each_counter_starts_at_one_and_grows_by_one(db: Database) -> None:
    def take(session: Session) -> list[int]:
        return [next_number(session, name) for name in ("a", "a", "b", "a")]

    assert await db.write(take) == [1, 2, 1, 3]


async def test_numbers_taken_at_the_same_time_are_all_different(db: Database) -> None:
    taken = await asyncio.gather(*(db.write(lambda session: next_number(session, "day")) for _ in range(50)))
    assert sorted(taken) == list(range(1, 51))


async def test_a_number_taken_by_a_transaction_that_failed_is_given_again(db: Database) -> None:
    def fail(session: Session) -> None:
        next_number(session, "day")
        raise RuntimeError("no")

    await asyncio.gather(db.write(fail), return_exceptions=True)
    assert await db.write(lambda session: next_number(session, "day")) == 1
