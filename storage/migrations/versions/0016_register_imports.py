"""Workbooks that wait for a yes; products and instruments point to the organisation that has them."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from core.organisations import folded_name

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
MOMENT = sa.DateTime(timezone=True)

#: the tables that point to organisations, with the column that has the name as it was told
LINKED = (("product", "organisation"), ("instrument", "owner"))


def upgrade() -> None:
    op.create_table(
        "register_import",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("tenant_id", ROW_ID, nullable=False),
        sa.Column("person_id", ROW_ID, nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("cells", JSON, nullable=False),
        sa.Column("sent_at", MOMENT, nullable=False),
        sa.Column("stored_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenant.id"], name=op.f("fk_register_import_tenant_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_register_import_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_register_import")),
    )
    op.create_index(op.f("ix_register_import_person_id"), "register_import", ["person_id"])
    for name, told in LINKED:
        with op.batch_alter_table(name) as batch:
            batch.add_column(sa.Column("organisation_id", ROW_ID, nullable=True))
            batch.create_foreign_key(
                op.f(f"fk_{name}_organisation_id"), "organisation", ["organisation_id"], ["id"]
            )
        op.create_index(op.f(f"ix_{name}_organisation_id"), name, ["organisation_id"])
        _link(name, told)


def downgrade() -> None:
    for name, _ in LINKED:
        op.drop_index(op.f(f"ix_{name}_organisation_id"), name)
        with op.batch_alter_table(name) as batch:
            batch.drop_constraint(op.f(f"fk_{name}_organisation_id"), type_="foreignkey")
            batch.drop_column("organisation_id")
    op.drop_table("register_import")


def _link(name: str, told: str) -> None:
    """Rows that name an organisation of the register point to it."""
    connection = op.get_bind()
    organisation = sa.table("organisation", *map(sa.column, ("id", "tenant_id", "folded")))
    known = {
        (row.tenant_id, row.folded): row.id
        for row in connection.execute(sa.select(organisation).order_by(organisation.c.id.desc()))
    }
    rows = sa.table(name, *map(sa.column, ("id", "tenant_id", told, "organisation_id")))
    for row in connection.execute(sa.select(rows.c.id, rows.c.tenant_id, rows.c[told])).all():
        number = known.get((row.tenant_id, folded_name(row[2])))
        if number is not None:
            connection.execute(sa.update(rows).where(rows.c.id == row.id).values(organisation_id=number))
