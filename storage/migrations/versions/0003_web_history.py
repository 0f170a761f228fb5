"""What was said in one web chat is found without looking through all that was ever said."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def _where(condition: str) -> dict[str, sa.TextClause]:
    return {f"{database}_where": sa.text(condition) for database in ("sqlite", "postgresql")}


def upgrade() -> None:
    op.create_index("ix_inbox_web", "inbox", ["lane", "id"], **_where("channel = 'web'"))
    sent = _where("channel = 'web' AND status = 'sent'")
    op.create_index("ix_outbox_web_sent", "outbox", ["chat", "sent_at", "id"], **sent)


def downgrade() -> None:
    op.drop_index("ix_outbox_web_sent", "outbox")
    op.drop_index("ix_inbox_web", "inbox")
