"""Bringing a database to the schema of this version.

An empty one gets all tables at once, as the models have them; a test shows that the migrations come to the
same. Alembic (8 MB) is imported only for a database of an earlier version.
"""

from functools import cache
from pathlib import Path

from sqlalchemy import Column, Connection, MetaData, PrimaryKeyConstraint, String, Table, inspect, text

from storage.errors import SchemaTooNew
from storage.models import Base
from storage.triggers import create_triggers, guard_trail

_VERSIONS = Path(__file__).parent / "migrations" / "versions"
#: any number: who holds this lock is changing the schema
_CHANGING = 7_203_118
#: where Alembic keeps the revision; it has one row
_REVISION = Table(
    "alembic_version",
    MetaData(),
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)


@cache
def revisions() -> tuple[str, ...]:
    """All revisions, oldest first: the numbers their file names begin with."""
    return tuple(sorted(path.stem.partition("_")[0] for path in _VERSIONS.glob("[0-9]*.py")))


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


def bring_up_to_date(connection: Connection) -> None:
    """Make or migrate the schema, in one transaction of its own. Of several processes the others wait."""
    if not _create(connection):
        move(connection)


def _create(connection: Connection) -> bool:
    """All tables, and the revision they are of; False when there are some already."""
    if connection.in_transaction():
        connection.rollback()
    with connection.begin():
        lock(connection)
        if inspect(connection).get_table_names():
            return False
        # it is empty: there is no table to ask for one by one
        Base.metadata.create_all(connection, checkfirst=False)
        create_triggers(connection)
        guard_trail(connection)
        _REVISION.create(connection)
        connection.execute(_REVISION.insert().values(version_num=revisions()[-1]))
    return True


def lock(connection: Connection) -> None:
    """Until the transaction ends, no other process changes the schema. SQLite's own lock sees to it there."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _CHANGING})


def move(connection: Connection, revision: str = "head") -> None:
    """Migrate up or down to a revision ("base" is the empty database), in the caller's connection."""
    from storage.migrations.run import migrate

    migrate(connection, revision)
