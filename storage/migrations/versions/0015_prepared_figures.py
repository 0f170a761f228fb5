"""Figures that were made ready, and how many reports a state of them counts."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

from storage.triggers import create_triggers, drop_triggers

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)
JSON = sa.JSON().with_variant(JSONB(), "postgresql")
COUNTS = "added", "rewritten"


def upgrade() -> None:
    _answers(counted=True)
    _revisions(counted=True)
    op.create_table(
        "prepared_figures",
        sa.Column("tenants", sa.String(length=32), nullable=False),
        sa.Column("plan", sa.String(length=60), nullable=False),
        sa.Column("content", sa.String(length=32), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("states", JSON, nullable=False),
        sa.Column("figures", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("tenants", "plan", name=op.f("pk_prepared_figures")),
    )


def downgrade() -> None:
    op.drop_table("prepared_figures")
    _revisions(counted=False)
    _answers(counted=False)


def _answers(*, counted: bool) -> None:
    """Empty: the next night fills it again."""
    op.drop_table("prepared_answer")
    op.create_table(
        "prepared_answer",
        sa.Column("tenants", sa.String(length=32), nullable=False),
        sa.Column("type", sa.String(length=60), nullable=False),
        sa.Column("question", sa.String(length=32), nullable=False),
        sa.Column("token", sa.BigInteger(), nullable=False),
        *((*_counts(), sa.Column("last", sa.BigInteger(), nullable=False)) if counted else ()),
        sa.Column("answer", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("tenants", "type", "question", name=op.f("pk_prepared_answer")),
    )


def _revisions(*, counted: bool) -> None:
    """The table anew, filled from the reports: its tokens mean nothing but that they are different."""
    drop_triggers(op.get_bind())
    op.drop_table("fact_revision")
    op.create_table(
        "fact_revision",
        sa.Column("tenant_id", ROW_ID, nullable=False),
        sa.Column("type", sa.String(length=60), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("token", sa.BigInteger(), nullable=False),
        sa.Column("latest", MOMENT, nullable=False),
        *(_counts() if counted else ()),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenant.id"], name=op.f("fk_fact_revision_tenant_id")),
        sa.PrimaryKeyConstraint("tenant_id", "type", "year", name=op.f("pk_fact_revision")),
    )
    create_triggers(op.get_bind(), counted=counted)
    # the triggers fill it: every report is touched once
    op.execute("UPDATE fact SET type = type")
    if counted:
        year = {
            "sqlite": "CAST(strftime('%Y', fact.occurred_from) AS INTEGER)",
            "postgresql": "extract(year FROM fact.occurred_from)",
        }[op.get_bind().dialect.name]
        of_state = (
            "FROM fact WHERE fact.tenant_id = fact_revision.tenant_id AND fact.type = fact_revision.type"
            f" AND {year} = fact_revision.year"
        )
        op.execute(
            f"UPDATE fact_revision SET added = (SELECT count(*) {of_state})"  # noqa: S608 - no words of others
        )


def _counts() -> list[sa.Column[int]]:
    return [sa.Column(name, sa.BigInteger(), nullable=False) for name in COUNTS]
