"""Alembic, set up in code: there is no alembic.ini to find, so it works wherever the package is."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from storage.schema import current, revisions


def config(connection: Connection | None = None) -> Config:
    """The configuration of this folder; `env.py` uses the connection it carries."""
    made = Config(attributes={"connection": connection})
    made.set_main_option("script_location", str(Path(__file__).parent))
    made.set_main_option("path_separator", "os")
    return made


def migrate(connection: Connection, revision: str) -> None:
    """Up or down to `revision`."""
    known = revisions()
    here = current(connection)
    down = revision == "base" or (revision in known and here in known and revision < here)
    if connection.in_transaction():
        connection.rollback()
    (command.downgrade if down else command.upgrade)(config(connection), revision)
