"""The register of products."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "product",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("tenant_id", ROW_ID, nullable=False),
        sa.Column("gtin", sa.String(length=14), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("organisation", sa.String(length=120), nullable=False),
        sa.Column("added_by", ROW_ID, nullable=False),
        sa.Column("added_at", MOMENT, nullable=False),
        sa.Column("removed_by", ROW_ID, nullable=True),
        sa.Column("removed_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenant.id"], name=op.f("fk_product_tenant_id")),
        sa.ForeignKeyConstraint(["added_by"], ["person.id"], name=op.f("fk_product_added_by")),
        sa.ForeignKeyConstraint(["removed_by"], ["person.id"], name=op.f("fk_product_removed_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_product")),
    )
    standing = sa.text("removed_at IS NULL")
    op.create_index(
        "uq_product_standing",
        "product",
        ["tenant_id", "gtin"],
        unique=True,
        sqlite_where=standing,
        postgresql_where=standing,
    )


def downgrade() -> None:
    op.drop_index("uq_product_standing", table_name="product")
    op.drop_table("product")
