"""Messages to many people, and whom each was written to."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)
JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")


def upgrade() -> None:
    op.create_table(
        "broadcast",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("tenant_id", ROW_ID, nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("of_id", ROW_ID, nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("file", JSON, nullable=True),
        sa.Column("ask", sa.String(length=10), nullable=False),
        sa.Column("options", JSON, nullable=False),
        sa.Column("audience", JSON, nullable=False),
        sa.Column("written_by", ROW_ID, nullable=False),
        sa.Column("written_at", MOMENT, nullable=False),
        sa.Column("proposed_at", MOMENT, nullable=True),
        sa.Column("refused_why", sa.Text(), nullable=False),
        sa.Column("released_by", ROW_ID, nullable=True),
        sa.Column("released_at", MOMENT, nullable=True),
        sa.Column("start_at", MOMENT, nullable=True),
        sa.Column("any_hour", sa.Boolean(), nullable=False),
        sa.Column("repeat", sa.String(length=10), nullable=False),
        sa.Column("repeat_until", sa.Date(), nullable=True),
        sa.Column("first_at", MOMENT, nullable=True),
        sa.Column("began_at", MOMENT, nullable=True),
        sa.Column("fed_to", sa.BigInteger(), nullable=False),
        sa.Column("fed_at", MOMENT, nullable=True),
        sa.Column("ended_at", MOMENT, nullable=True),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("progress_id", sa.BigInteger(), nullable=True),
        sa.Column("progress_at", MOMENT, nullable=True),
        *_foreign("broadcast", tenant_id="tenant", of_id="broadcast", written_by="person", released_by="person"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_broadcast")),
    )
    op.create_index(op.f("ix_broadcast_tenant_id_id"), "broadcast", ["tenant_id", "id"])
    op.create_index(op.f("ix_broadcast_state_start_at"), "broadcast", ["state", "start_at"])
    op.create_index(op.f("ix_broadcast_of_id"), "broadcast", ["of_id"])
    op.create_table(
        "broadcast_receiver",
        sa.Column("broadcast_id", ROW_ID, nullable=False),
        sa.Column("person_id", ROW_ID, nullable=False),
        sa.Column("outbox_id", sa.BigInteger(), nullable=True),
        sa.Column("noted", sa.String(length=10), nullable=True),
        sa.Column("answered_at", MOMENT, nullable=True),
        sa.Column("answer", sa.Text(), nullable=False),
        *_foreign("broadcast_receiver", broadcast_id="broadcast", person_id="person"),
        sa.PrimaryKeyConstraint("broadcast_id", "person_id", name=op.f("pk_broadcast_receiver")),
    )
    op.create_index(op.f("ix_broadcast_receiver_person_id"), "broadcast_receiver", ["person_id"])


def downgrade() -> None:
    op.drop_table("broadcast_receiver")
    op.drop_table("broadcast")


def _foreign(table: str, **columns: str) -> list[sa.ForeignKeyConstraint]:
    return [
        sa.ForeignKeyConstraint([name], [f"{to}.id"], name=op.f(f"fk_{table}_{name}"))
        for name, to in columns.items()
    ]
