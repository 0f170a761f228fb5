"""A person may be reached at several addresses, linked by codes; what cannot be sent to one goes to another."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
MOMENT = sa.DateTime(timezone=True)
NO = sa.false()
NONE = sa.text("0")


def upgrade() -> None:
    op.add_column("contact", sa.Column("preferred", sa.Boolean(), server_default=NO, nullable=False))
    op.add_column("contact", sa.Column("linked_at", MOMENT, nullable=True))
    op.add_column("contact", sa.Column("parted_at", MOMENT, nullable=True))
    op.add_column("contact", sa.Column("wrong_codes", sa.Integer(), server_default=NONE, nullable=False))
    op.add_column("contact", sa.Column("wrong_codes_since", MOMENT, nullable=True))
    op.add_column("outbox", sa.Column("tried", JSON, nullable=True))
    op.create_table(
        "link_code",
        sa.Column("person_id", ROW_ID, nullable=False),
        sa.Column("contact_id", ROW_ID, nullable=False),
        sa.Column("code_hash", sa.String(length=64), nullable=False),
        sa.Column("expires_at", MOMENT, nullable=False),
        sa.Column("typed_at_id", ROW_ID, nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_link_code_person_id"),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], name="fk_link_code_contact_id"),
        sa.ForeignKeyConstraint(["typed_at_id"], ["contact.id"], name="fk_link_code_typed_at_id"),
        sa.PrimaryKeyConstraint("person_id", name="pk_link_code"),
        sa.UniqueConstraint("code_hash", name="uq_link_code_code_hash"),
    )


def downgrade() -> None:
    op.drop_table("link_code")
    op.drop_column("outbox", "tried")
    for name in ("wrong_codes_since", "wrong_codes", "parted_at", "linked_at", "preferred"):
        op.drop_column("contact", name)
