"""The group chats the bot is in, and to which tenant's summaries they listen."""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "chat_group",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("channel", sa.String(length=20), nullable=False),
        sa.Column("chat", sa.String(length=80), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("locale", sa.String(length=5), nullable=False),
        sa.Column("seen_at", MOMENT, nullable=False),
        sa.Column("tenant_id", ROW_ID, nullable=True),
        sa.Column("linked_by", ROW_ID, nullable=True),
        sa.Column("linked_at", MOMENT, nullable=True),
        sa.Column("offered_to", ROW_ID, nullable=True),
        sa.Column("offered_at", MOMENT, nullable=True),
        sa.Column("lost_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenant.id"], name=op.f("fk_chat_group_tenant_id")),
        sa.ForeignKeyConstraint(["linked_by"], ["person.id"], name=op.f("fk_chat_group_linked_by")),
        sa.ForeignKeyConstraint(["offered_to"], ["person.id"], name=op.f("fk_chat_group_offered_to")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_chat_group")),
        sa.UniqueConstraint("channel", "chat", name=op.f("uq_chat_group_channel_chat")),
    )
    op.create_index(op.f("ix_chat_group_tenant_id"), "chat_group", ["tenant_id"])


def downgrade() -> None:
    op.drop_table("chat_group")
