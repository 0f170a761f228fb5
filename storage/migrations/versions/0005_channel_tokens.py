"""Tokens that a messenger replaces while the bot runs, and when each person last acted there."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "channel_token",
        sa.Column("channel", sa.String(length=20), nullable=False),
        sa.Column("access_token", sa.Text(), nullable=False),
        sa.Column("refresh_token", sa.Text(), nullable=False),
        sa.Column("seed", sa.String(length=64), nullable=False),
        sa.Column("obtained_at", MOMENT, nullable=False),
        sa.Column("access_expires_at", MOMENT, nullable=False),
        sa.Column("refresh_expires_at", MOMENT, nullable=False),
        sa.Column("refreshing_until", MOMENT, nullable=True),
        sa.Column("told_at", MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("channel", name=op.f("pk_channel_token")),
    )
    op.add_column("contact", sa.Column("last_interaction_at", MOMENT, nullable=True))
    op.execute("UPDATE contact SET last_interaction_at = last_seen_at")


def downgrade() -> None:
    op.drop_column("contact", "last_interaction_at")
    op.drop_table("channel_token")
