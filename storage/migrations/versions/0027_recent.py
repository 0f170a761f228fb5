"""When the last messages of a channel went out."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None

JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")


def upgrade() -> None:
    op.add_column("channel_pace", sa.Column("recent", JSON, nullable=True))


def downgrade() -> None:
    op.drop_column("channel_pace", "recent")
