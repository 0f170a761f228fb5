"""What the bot wrote to somebody by itself is found without looking through all that was ever sent."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    condition = sa.text("answers_inbox_id IS NULL")
    op.create_index(
        "ix_outbox_notices",
        "outbox",
        ["channel", "chat", "id"],
        sqlite_where=condition,
        postgresql_where=condition,
    )


def downgrade() -> None:
    op.drop_index("ix_outbox_notices", "outbox")
