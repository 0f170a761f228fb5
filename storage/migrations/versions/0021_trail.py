"""The trail of changes as chains that are only added to."""

import secrets
from collections.abc import Iterator
from datetime import UTC
from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

from core.trail import START, Line, digest_of, seal_of
from storage.triggers import guard_trail, unguard_trail

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)
JSON = sa.JSON().with_variant(JSONB(), "postgresql")
ADDED = (
    ("chain", ROW_ID, False),
    ("seq", ROW_ID, False),
    ("salt", sa.String(length=32), True),
    ("digest", sa.String(length=64), False),
    ("seal", sa.String(length=64), False),
)
_BATCH = 500

audit = sa.table(
    "audit",
    sa.column("id", ROW_ID),
    sa.column("at", MOMENT),
    sa.column("actor_id", ROW_ID),
    sa.column("action", sa.String()),
    sa.column("entity", sa.String()),
    sa.column("entity_id", ROW_ID),
    sa.column("old", JSON),
    sa.column("new", JSON),
    sa.column("inbox_id", ROW_ID),
    *(sa.column(name, kind) for name, kind, _ in ADDED),
)
person = sa.table("person", sa.column("id", ROW_ID), sa.column("tenant_id", ROW_ID))


def upgrade() -> None:
    for name, kind, _ in ADDED:
        op.add_column("audit", sa.Column(name, kind, nullable=True))
    _seal_what_is_there(op.get_bind())
    with op.batch_alter_table("audit") as batch:
        for name, kind, nullable in ADDED:
            if not nullable:
                batch.alter_column(name, existing_type=kind, nullable=False)
        batch.create_unique_constraint(op.f("uq_audit_chain_seq"), ["chain", "seq"])
    guard_trail(op.get_bind())


def downgrade() -> None:
    unguard_trail(op.get_bind())
    with op.batch_alter_table("audit") as batch:
        batch.drop_constraint(op.f("uq_audit_chain_seq"), type_="unique")
        for name, *_ in ADDED:
            batch.drop_column(name)


def _seal_what_is_there(connection: sa.Connection) -> None:
    """Lines of old belong to the tenant of who acted."""
    heads: dict[int, tuple[int, str]] = {}
    for rows in _batches(connection):
        filled = []
        for row in rows:
            chain = row.tenant_id or 0
            seq, before = heads.get(chain, (0, START))
            salt = secrets.token_hex(16)
            at = row.at if row.at.tzinfo else row.at.replace(tzinfo=UTC)
            digest = digest_of(row.old, row.new, salt)
            line = Line(
                *(chain, seq + 1, at, row.actor_id, row.action, row.entity, row.entity_id),
                inbox_id=row.inbox_id,
                digest=digest,
            )
            seal = seal_of(before, line)
            heads[chain] = seq + 1, seal
            values = {"chain": chain, "seq": seq + 1, "salt": salt, "digest": digest, "seal": seal}
            filled.append({"the_id": row.id, **{f"the_{name}": value for name, value in values.items()}})
        set_to = {name: sa.bindparam(f"the_{name}") for name, *_ in ADDED}
        connection.execute(sa.update(audit).where(audit.c.id == sa.bindparam("the_id")).values(set_to), filled)


def _batches(connection: sa.Connection) -> Iterator[list[Any]]:
    told = [audit.c[name] for name in ("id", "at", "actor_id", "action", "entity", "entity_id", "old", "new")]
    query = (
        sa.select(*told, audit.c.inbox_id, person.c.tenant_id)
        .outerjoin(person, person.c.id == audit.c.actor_id)
        .order_by(audit.c.id)
        .limit(_BATCH)
    )
    last = 0
    while rows := list(connection.execute(query.where(audit.c.id > last))):
        yield rows
        last = rows[-1].id
