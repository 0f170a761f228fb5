"""Run by Alembic for each migration, on the connection it was given. All steps are one transaction."""

from alembic import context
from sqlalchemy import Connection, text

from storage.models import Base
from storage.schema import lock


def run(connection: Connection) -> None:
    with connection.begin():
        lock(connection)
        context.configure(connection=connection, target_metadata=Base.metadata, render_as_batch=True)
        context.run_migrations()
        if (
            connection.dialect.name == "sqlite"
            and connection.execute(text("PRAGMA foreign_key_check")).first()
        ):
            raise RuntimeError("a migration left rows that refer to nothing")


run(context.config.attributes["connection"])
