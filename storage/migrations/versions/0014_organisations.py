"""Organisations with their names, verification days at markets, consents, and what became of tips."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

from core.organisations import folded_name

revision = "0014"
down_revision = "0012"
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)
JSON = sa.JSON().with_variant(JSONB(), "postgresql")
LONGEST = 120


def upgrade() -> None:
    _table(
        "organisation",
        _id(),
        _number("tenant_id", "tenant"),
        _text("name", LONGEST),
        _text("folded", LONGEST),
        _text("kind", 20),
        _text("trade", LONGEST),
        _number("place_id", "place", nullable=True),
        _text("spot", LONGEST),
        _text("tax_code", 14),
        sa.Column("tags", JSON, nullable=False),
        _text("contact", LONGEST),
        _text("status", 8),
        sa.Column("status_since", sa.Date(), nullable=True),
        _number("merged_into_id", "organisation", nullable=True),
        sa.Column("created_at", MOMENT, nullable=False),
        _number("created_by", "person", nullable=True),
        sa.UniqueConstraint("tenant_id", "folded", name=op.f("uq_organisation_tenant_id_folded")),
        indexes=(("merged_into_id",),),
    )
    _table(
        "organisation_name",
        _id(),
        _number("tenant_id", "tenant"),
        _number("organisation_id", "organisation"),
        _text("name", LONGEST),
        _text("folded", LONGEST),
        sa.Column("added_at", MOMENT, nullable=False),
        _number("added_by", "person", nullable=True),
        sa.Column("ended_at", MOMENT, nullable=True),
        indexes=(("tenant_id", "folded"), ("organisation_id",)),
    )
    _table(
        "organisation_merge",
        _id(),
        _number("tenant_id", "tenant"),
        _number("organisation_id", "organisation"),
        _number("into_id", "organisation"),
        sa.Column("at", MOMENT, nullable=False),
        _number("by", "person"),
        sa.Column("undone_at", MOMENT, nullable=True),
        _number("undone_by", "person", nullable=True),
        indexes=(("tenant_id", "at"),),
    )
    _table(
        "organisation_fact",
        _number("organisation_id", "organisation"),
        _number("fact_id", "fact"),
        key=("organisation_id", "fact_id"),
        indexes=(("fact_id",),),
    )
    _table(
        "organisation_member",
        _number("person_id", "person"),
        _number("organisation_id", "organisation"),
        sa.Column("since", MOMENT, nullable=False),
        key=("person_id",),
        indexes=(("organisation_id",),),
    )
    _table(
        "market_day",
        _id(),
        _number("tenant_id", "tenant"),
        _number("place_id", "place"),
        sa.Column("day", sa.Date(), nullable=False),
        _text("note", 200),
        sa.Column("announced_at", MOMENT, nullable=False),
        _number("announced_by", "person"),
        sa.Column("called_off_at", MOMENT, nullable=True),
        indexes=(("tenant_id", "day"),),
    )
    _table(
        "consent",
        _id(),
        _number("person_id", "person"),
        _text("purpose", 20),
        _text("version", 20),
        sa.Column("given_at", MOMENT, nullable=False),
        sa.Column("withdrawn_at", MOMENT, nullable=True),
        indexes=(("person_id", "purpose"),),
    )
    _table(
        "tip_note",
        _id(),
        _number("fact_id", "fact"),
        sa.Column("at", MOMENT, nullable=False),
        _number("author_id", "person"),
        _text("move", 10),
        _text("text", 2000),
        indexes=(("fact_id",),),
    )
    _take_over()


def downgrade() -> None:
    for name in (
        "tip_note",
        "consent",
        "market_day",
        "organisation_member",
        "organisation_fact",
        "organisation_merge",
        "organisation_name",
        "organisation",
    ):
        op.drop_table(name)


def _take_over() -> None:
    """Every organisation that a report names, or a household speaks for, gets its row."""
    connection, now = op.get_bind(), datetime.now(UTC)
    known: dict[tuple[int, str], int] = {}

    def number_of(tenant: int, name: str, kind: str) -> int | None:
        folded = folded_name(name)
        if not folded or len(name) > LONGEST:
            return None
        if (tenant, folded) not in known:
            row: dict[str, Any] = {"id": len(known) + 1, "tenant_id": tenant, "name": name, "folded": folded}
            row |= {"kind": kind, "trade": "", "spot": "", "tax_code": "", "contact": "", "tags": []}
            row |= {"status": "active", "created_at": now}
            connection.execute(_rows("organisation", row), row)
            known[tenant, folded] = row["id"]
        return known[tenant, folded]

    fact = sa.table("fact", sa.column("id"), sa.column("tenant_id"), sa.column("fields", JSON))
    for fact_id, tenant, fields in connection.execute(sa.select(fact).order_by(fact.c.id)).all():
        found = {number_of(tenant, name, str(fields.get("org_type") or "")) for name in _named(fields)}
        for number in found - {None}:
            link = {"organisation_id": number, "fact_id": fact_id}
            connection.execute(_rows("organisation_fact", link), link)
    person = sa.table("person", *map(sa.column, ("id", "tenant_id", "organisation", "org_type")))
    query = sa.select(person).where(person.c.organisation.is_not(None)).order_by(person.c.id)
    for person_id, tenant, name, kind in connection.execute(query).all():
        number = number_of(tenant, name, kind or "")
        if number is not None:
            link = {"person_id": person_id, "organisation_id": number, "since": now}
            connection.execute(_rows("organisation_member", link), link)
    if connection.dialect.name == "postgresql" and known:
        connection.execute(
            sa.text("select setval(pg_get_serial_sequence('organisation', 'id'), :last)"), {"last": len(known)}
        )


def _named(fields: dict[str, Any]) -> Iterator[str]:
    org, orgs = fields.get("org"), fields.get("orgs")
    if isinstance(org, str):
        yield org.strip()
    if isinstance(orgs, list):
        yield from (str(each).strip() for each in orgs)


def _rows(table: str, columns: Any) -> sa.Insert:
    types = {"tags": JSON, "created_at": MOMENT, "since": MOMENT}
    return sa.insert(sa.table(table, *(sa.column(name, types.get(name)) for name in columns)))


def _id() -> sa.Column[int]:
    return sa.Column("id", ROW_ID, nullable=False)


def _text(name: str, longest: int) -> sa.Column[str]:
    return sa.Column(name, sa.String(length=longest), nullable=False)


def _number(name: str, to: str, *, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(name, ROW_ID, nullable=nullable, info={"to": to})


def _table(
    name: str, *parts: Any, key: tuple[str, ...] = ("id",), indexes: tuple[tuple[str, ...], ...] = ()
) -> None:
    """A table with the foreign keys, the key and the indexes under the names of the models."""
    foreign = [
        sa.ForeignKeyConstraint([part.name], [f"{part.info['to']}.id"], name=op.f(f"fk_{name}_{part.name}"))
        for part in parts
        if isinstance(part, sa.Column) and "to" in part.info
    ]
    op.create_table(name, *parts, *foreign, sa.PrimaryKeyConstraint(*key, name=op.f(f"pk_{name}")))
    for columns in indexes:
        op.create_index(op.f(f"ix_{name}_{'_'.join(columns)}"), name, list(columns))
