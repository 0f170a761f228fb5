"""Reports that were sent back."""

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


def downgrade() -> None:
    op.drop_table("remark")


def _number(name: str, *, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(name, ROW_ID, nullable=nullable)


def _foreign(table: str, **columns: str) -> list[sa.ForeignKeyConstraint]:
    return [
        sa.ForeignKeyConstraint([name], [f"{to}.id"], name=op.f(f"fk_{table}_{name}"))
        for name, to in columns.items()
    ]
