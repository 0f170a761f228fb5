"""Questions, requests to units with their story, and answers proposed as articles."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.add_column("person", sa.Column("org_type", sa.String(length=20), nullable=True))
    op.create_table(
        "request",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("tenant_id", ROW_ID, nullable=False),
        sa.Column("receipt", sa.String(length=40), nullable=False),
        sa.Column("key", sa.String(length=40), nullable=False),
        sa.Column("asker_id", ROW_ID, nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("subject", sa.String(length=40), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("article", sa.String(length=80), nullable=False),
        sa.Column("opened_at", MOMENT, nullable=False),
        sa.Column("expected_by", MOMENT, nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("unit_id", ROW_ID, nullable=True),
        sa.Column("owner_id", ROW_ID, nullable=True),
        sa.Column("answered_at", MOMENT, nullable=True),
        sa.Column("closed_at", MOMENT, nullable=True),
        sa.Column("closed_by", ROW_ID, nullable=True),
        sa.Column("satisfied", sa.Boolean(), nullable=True),
        sa.Column("need_id", ROW_ID, nullable=True),
        sa.Column("flags", JSON, nullable=False),
        sa.Column("raised_from_id", ROW_ID, nullable=True),
        _to("request", "tenant_id", "tenant"),
        _to("request", "asker_id", "person"),
        _to("request", "unit_id", "unit"),
        _to("request", "owner_id", "person"),
        _to("request", "closed_by", "person"),
        _to("request", "need_id", "fact"),
        _to("request", "raised_from_id", "request"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_request")),
        sa.UniqueConstraint("key", name=op.f("uq_request_key")),
        sa.UniqueConstraint("tenant_id", "receipt", name=op.f("uq_request_tenant_id_receipt")),
    )
    op.create_index(op.f("ix_request_tenant_id_state_unit_id"), "request", ["tenant_id", "state", "unit_id"])
    op.create_index(op.f("ix_request_asker_id_state"), "request", ["asker_id", "state"])
    op.create_table(
        "request_note",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("request_id", ROW_ID, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("author_id", ROW_ID, nullable=False),
        sa.Column("move", sa.String(length=10), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        _to("request_note", "request_id", "request"),
        _to("request_note", "author_id", "person"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_request_note")),
    )
    op.create_index(op.f("ix_request_note_request_id"), "request_note", ["request_id"])
    op.create_table(
        "asked_question",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("tenant_id", ROW_ID, nullable=False),
        sa.Column("person_id", ROW_ID, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("subject", sa.String(length=40), nullable=False),
        sa.Column("article", sa.String(length=80), nullable=False),
        sa.Column("outcome", sa.String(length=10), nullable=False),
        sa.Column("good", sa.Boolean(), nullable=True),
        sa.Column("need_id", ROW_ID, nullable=True),
        sa.Column("settled_at", MOMENT, nullable=True),
        sa.Column("settled_by", ROW_ID, nullable=True),
        _to("asked_question", "tenant_id", "tenant"),
        _to("asked_question", "person_id", "person"),
        _to("asked_question", "need_id", "fact"),
        _to("asked_question", "settled_by", "person"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_asked_question")),
    )
    op.create_index(op.f("ix_asked_question_tenant_id_at"), "asked_question", ["tenant_id", "at"])
    op.create_index(op.f("ix_asked_question_person_id_at"), "asked_question", ["person_id", "at"])
    op.create_table(
        "local_article",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("tenant_id", ROW_ID, nullable=False),
        sa.Column("request_id", ROW_ID, nullable=False),
        sa.Column("subject", sa.String(length=40), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("proposed_by", ROW_ID, nullable=False),
        sa.Column("proposed_at", MOMENT, nullable=False),
        sa.Column("decided_by", ROW_ID, nullable=True),
        sa.Column("decided_at", MOMENT, nullable=True),
        sa.Column("review_by", sa.Date(), nullable=False),
        _to("local_article", "tenant_id", "tenant"),
        _to("local_article", "request_id", "request"),
        _to("local_article", "proposed_by", "person"),
        _to("local_article", "decided_by", "person"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_local_article")),
        sa.UniqueConstraint("request_id", name=op.f("uq_local_article_request_id")),
    )
    op.create_index(op.f("ix_local_article_tenant_id_state"), "local_article", ["tenant_id", "state"])


def downgrade() -> None:
    for name in ("local_article", "asked_question", "request_note", "request"):
        op.drop_table(name)
    op.drop_column("person", "org_type")


def _to(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=op.f(f"fk_{table}_{column}"))
