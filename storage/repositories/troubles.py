"""The newest error of each channel."""

from datetime import datetime
from functools import cache

from sqlalchemy import Insert
from sqlalchemy.orm import Session

from core.storable import storable
from storage.models.base import table
from storage.models.troubles import ChannelTrouble
from storage.upserts import dialect_of, insert_into

_trouble = table(ChannelTrouble)


@cache
def _note(dialect: str) -> Insert:
    new = insert_into(_trouble, dialect)
    newer = {"error": new.excluded.error, "at": new.excluded.at}
    return new.on_conflict_do_update(index_elements=["channel"], set_=newer)


def note(session: Session, channel: str, error: str, now: datetime) -> None:
    """This went wrong now."""
    values = {"channel": channel, "error": storable(error), "at": now}
    session.execute(_note(dialect_of(session)), values)
