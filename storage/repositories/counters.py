"""Numbers that only grow: the receipts of a day, what somebody sent on one."""

from functools import cache
from typing import Any

from sqlalchemy.orm import Session
from sqlalchemy.sql.dml import ReturningInsert

from storage.models.base import table
from storage.models.facts import Counter
from storage.upserts import dialect_of, insert_into

_counter = table(Counter)


@cache
def _next(dialect: str) -> ReturningInsert[Any]:
    first = insert_into(_counter, dialect)
    one_more = {"value": _counter.c.value + first.excluded.value}
    return first.on_conflict_do_update(index_elements=["name"], set_=one_more).returning(_counter.c.value)


def next_number(session: Session, name: str, by: int = 1) -> int:
    """The next number of this counter, from 1, or what it comes to `by` more at once. None is skipped:
    others wait until the transaction ends.
    """
    number: int = session.execute(_next(dialect_of(session)), {"name": name, "value": by}).scalar_one()
    return number
