"""Numbers that only grow: the receipts of a day."""

from sqlalchemy import Insert
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from storage.models.base import table
from storage.models.facts import Counter

_counter = table(Counter)


def _statement(insert: sqlite.Insert | postgresql.Insert) -> Insert:
    return insert.values(value=1).on_conflict_do_update(
        index_elements=["name"], set_={"value": _counter.c.value + 1}
    )


_NEXT = {
    "sqlite": _statement(sqlite.insert(_counter)).returning(_counter.c.value),
    "postgresql": _statement(postgresql.insert(_counter)).returning(_counter.c.value),
}


def next_number(session: Session, name: str) -> int:
    """The next number of this counter, from 1. None is skipped: others wait until the transaction ends."""
    number: int = session.execute(_NEXT[session.get_bind().dialect.name], {"name": name}).scalar_one()
    return number
