"""The state of reports by calendar year, and answers of figures that were made ready."""

import sqlalchemy as sa
from alembic import op

from storage.triggers import create_triggers, drop_triggers

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    _revisions(by_year=True)
    op.create_table(
        "prepared_answer",
        sa.Column("tenants", sa.String(length=32), nullable=False),
        sa.Column("type", sa.String(length=60), nullable=False),
        sa.Column("question", sa.String(length=32), nullable=False),
        sa.Column("token", sa.BigInteger(), nullable=False),
        sa.Column("answer", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("tenants", "type", "question", name=op.f("pk_prepared_answer")),
    )


def downgrade() -> None:
    op.drop_table("prepared_answer")
    _revisions(by_year=False)


def _revisions(*, by_year: bool) -> None:
    """The table anew, filled from the reports: its numbers mean nothing but that they are different."""
    drop_triggers(op.get_bind())
    op.drop_table("fact_revision")
    year = [sa.Column("year", sa.Integer(), nullable=False)] if by_year else []
    keys = ["tenant_id", "type", *(column.name for column in year)]
    op.create_table(
        "fact_revision",
        sa.Column("tenant_id", ROW_ID, nullable=False),
        sa.Column("type", sa.String(length=60), nullable=False),
        *year,
        sa.Column("token", sa.BigInteger(), nullable=False),
        sa.Column("latest", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenant.id"], name=op.f("fk_fact_revision_tenant_id")),
        sa.PrimaryKeyConstraint(*keys, name=op.f("pk_fact_revision")),
    )
    dialect = op.get_bind().dialect.name
    create_triggers(op.get_bind(), by_year=by_year, counted=False)
    # the triggers fill it: every report is touched once
    op.execute("UPDATE fact SET type = type")
