"""Bringing a database to the schema of this version. Alembic is imported only when there is work to do."""

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from storage.errors import SchemaTooNew

_VERSIONS = Path(__file__).parent / "migrations" / "versions"


def revisions() -> list[str]:
    """All revisions, oldest first: the numbers their file names begin with."""
    return sorted(path.stem.partition("_")[0] for path in _VERSIONS.glob("[0-9]*.py"))


def current(connection: Connection) -> str | None:
    """The revision the database is at; None when it is empty."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return found


def is_current(connection: Connection) -> bool:
    """Whether nothing is to be done. Raises SchemaTooNew for a revision this version does not know."""
    found = current(connection)
    known = revisions()
    if found is not None and found not in known:
        raise SchemaTooNew(
            f"the database is at revision {found}, this version of tiendo knows up to {known[-1]}"
        )
    return found == known[-1]


def move(connection: Connection, revision: str = "head") -> None:
    """Migrate up or down to a revision ("base" is the empty database), in the caller's connection."""
    from storage.migrations.run import migrate

    migrate(connection, revision)
