"""Incidents with personal data, and the steps that are taken about each."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)
JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")


def upgrade() -> None:
    people = {"opened_by": "person", "closing_by": "person", "closed_by": "person"}
    op.create_table(
        "incident",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("tenant_id", ROW_ID, nullable=False),
        sa.Column("receipt", sa.String(length=40), nullable=False),
        sa.Column("key", sa.String(length=40), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("found_at", MOMENT, nullable=False),
        sa.Column("data", JSON, nullable=False),
        sa.Column("people", sa.Integer(), nullable=True),
        sa.Column("place", sa.String(length=12), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("request_id", ROW_ID, nullable=True),
        sa.Column("opened_by", ROW_ID, nullable=False),
        sa.Column("opened_at", MOMENT, nullable=False),
        sa.Column("closing_by", ROW_ID, nullable=True),
        sa.Column("closing_at", MOMENT, nullable=True),
        sa.Column("closed_by", ROW_ID, nullable=True),
        sa.Column("closed_at", MOMENT, nullable=True),
        *_foreign("incident", tenant_id="tenant", request_id="request", **people),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_incident")),
        sa.UniqueConstraint("key", name=op.f("uq_incident_key")),
        sa.UniqueConstraint("tenant_id", "receipt", name=op.f("uq_incident_tenant_id_receipt")),
    )
    op.create_index(op.f("ix_incident_tenant_id_closed_at"), "incident", ["tenant_id", "closed_at"])
    op.create_table(
        "incident_step",
        sa.Column("incident_id", ROW_ID, nullable=False),
        sa.Column("step", sa.String(length=12), nullable=False),
        sa.Column("needless", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("done_by", ROW_ID, nullable=False),
        sa.Column("done_at", MOMENT, nullable=False),
        *_foreign("incident_step", incident_id="incident", done_by="person"),
        sa.PrimaryKeyConstraint("incident_id", "step", name=op.f("pk_incident_step")),
    )


def downgrade() -> None:
    op.drop_table("incident_step")
    op.drop_table("incident")


def _foreign(table: str, **columns: str) -> list[sa.ForeignKeyConstraint]:
    return [
        sa.ForeignKeyConstraint([name], [f"{to}.id"], name=op.f(f"fk_{table}_{name}"))
        for name, to in columns.items()
    ]
