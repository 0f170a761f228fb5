"""Reports sent back, what was asked about them; closed periods, and who asked to open them."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "remark",
        sa.Column("id", ROW_ID, nullable=False),
        _number("tenant_id"),
        _number("sent_back_id"),
        _number("fact_id"),
        sa.Column("about", sa.String(length=40), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        _number("by"),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("answered_at", MOMENT, nullable=True),
        sa.Column("closed_at", MOMENT, nullable=True),
        _number("closed_by", nullable=True),
        *_foreign("remark", tenant_id="tenant", sent_back_id="fact", fact_id="fact", by="person"),
        *_foreign("remark", closed_by="person"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_remark")),
    )
    op.create_index(op.f("ix_remark_fact_id"), "remark", ["fact_id"])
    op.create_index(op.f("ix_remark_tenant_id_state"), "remark", ["tenant_id", "state"])
    op.create_table(
        "fact_doubt",
        sa.Column("id", ROW_ID, nullable=False),
        _number("fact_id"),
        sa.Column("vi", sa.Text(), nullable=False),
        sa.Column("en", sa.Text(), nullable=False),
        sa.Column("seen_at", MOMENT, nullable=True),
        _number("seen_by", nullable=True),
        *_foreign("fact_doubt", fact_id="fact", seen_by="person"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fact_doubt")),
    )
    op.create_index(op.f("ix_fact_doubt_fact_id"), "fact_doubt", ["fact_id"])
    op.create_table(
        "period_lock",
        sa.Column("id", ROW_ID, nullable=False),
        _number("tenant_id"),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("last", sa.Date(), nullable=False),
        sa.Column("closed_at", MOMENT, nullable=False),
        _number("closed_by"),
        sa.Column("open_until", MOMENT, nullable=True),
        _number("opened_by", nullable=True),
        sa.Column("ended_at", MOMENT, nullable=True),
        *_foreign("period_lock", tenant_id="tenant", closed_by="person", opened_by="person"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_period_lock")),
    )
    op.create_index(op.f("ix_period_lock_tenant_id_last"), "period_lock", ["tenant_id", "last"])
    op.create_table(
        "unlock_request",
        sa.Column("id", ROW_ID, nullable=False),
        _number("lock_id"),
        _number("asked_by"),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("granted", sa.Boolean(), nullable=True),
        _number("decided_by", nullable=True),
        sa.Column("decided_at", MOMENT, nullable=True),
        *_foreign("unlock_request", lock_id="period_lock", asked_by="person", decided_by="person"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_unlock_request")),
    )
    op.create_index(op.f("ix_unlock_request_lock_id"), "unlock_request", ["lock_id"])


def downgrade() -> None:
    for name in ("unlock_request", "period_lock", "fact_doubt", "remark"):
        op.drop_table(name)


def _number(name: str, *, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(name, ROW_ID, nullable=nullable)


def _foreign(table: str, **columns: str) -> list[sa.ForeignKeyConstraint]:
    return [
        sa.ForeignKeyConstraint([name], [f"{to}.id"], name=op.f(f"fk_{table}_{name}"))
        for name, to in columns.items()
    ]
