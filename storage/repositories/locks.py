"""Parts of the work that only one process at a time may be in."""

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

_LOCK = select(func.pg_advisory_xact_lock(func.hashtextextended(bindparam("part"), 0)))


def alone(session: Session, part: str) -> None:
    """From here to the end of the transaction no other process is in this part; wait until that is so."""
    if session.get_bind().dialect.name == "postgresql":  # SQLite has one writer anyway
        session.execute(_LOCK, {"part": part})
