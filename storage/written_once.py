"""Statements written out once and run many times: writing one anew takes ten times as long as it does."""

from typing import Any

from sqlalchemy import CursorResult, Executable
from sqlalchemy.orm import Session


def run(session: Session, statement: Executable, **values: object) -> CursorResult[*tuple[Any, ...]]:
    """Run a statement that stands in a module, with the values it leaves open; rows, never objects.

    What was added to the session before is stored first, as with `session.execute`.
    """
    if session.autoflush:
        session.flush()
    return session.connection().execute(statement, values)
