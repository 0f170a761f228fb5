"""What each person was told of what is due, what they answered, who is on leave, days an admin set."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0018"
down_revision = "0016"
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)
JSON = sa.JSON().with_variant(JSONB(), "postgresql")


def upgrade() -> None:
    op.create_table(
        "due_told",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("job", sa.String(length=20), nullable=False),
        sa.Column("person_id", ROW_ID, nullable=False),
        sa.Column("matter", sa.String(length=80), nullable=False),
        sa.Column("due_at", MOMENT, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("outcome", sa.String(length=10), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_due_told_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_due_told")),
        sa.UniqueConstraint(
            "job", "person_id", "matter", "due_at", name=op.f("uq_due_told_job_person_id_matter_due_at")
        ),
    )
    op.create_index(op.f("ix_due_told_person_id_due_at"), "due_told", ["person_id", "due_at"])
    op.create_table(
        "due_reply",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("person_id", ROW_ID, nullable=False),
        sa.Column("matter", sa.String(length=80), nullable=False),
        sa.Column("reply", sa.String(length=10), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_due_reply_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_due_reply")),
    )
    op.create_index(op.f("ix_due_reply_person_id_matter"), "due_reply", ["person_id", "matter"])
    op.create_table(
        "absence",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("person_id", ROW_ID, nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("ended_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_absence_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_absence")),
    )
    op.create_index(op.f("ix_absence_person_id"), "absence", ["person_id"])
    op.create_table(
        "set_day",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("tenant_id", ROW_ID, nullable=False),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("units", JSON, nullable=False),
        sa.Column("set_by", ROW_ID, nullable=False),
        sa.Column("set_at", MOMENT, nullable=False),
        sa.Column("dropped_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["set_by"], ["person.id"], name=op.f("fk_set_day_set_by")),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenant.id"], name=op.f("fk_set_day_tenant_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_set_day")),
    )
    op.create_index(op.f("ix_set_day_tenant_id_due"), "set_day", ["tenant_id", "due"])


def downgrade() -> None:
    for name in ("set_day", "absence", "due_reply", "due_told"):
        op.drop_table(name)
