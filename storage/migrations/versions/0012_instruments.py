"""Measuring instruments one by one, what happened to each, and the days on which they were inspected."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "inspection",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("tenant_id", ROW_ID, nullable=False),
        sa.Column("place_id", ROW_ID, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("status", sa.String(length=8), nullable=False),
        sa.Column("opened_by", ROW_ID, nullable=False),
        sa.Column("opened_at", MOMENT, nullable=False),
        sa.Column("closed_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["opened_by"], ["person.id"], name=op.f("fk_inspection_opened_by")),
        sa.ForeignKeyConstraint(["place_id"], ["place.id"], name=op.f("fk_inspection_place_id")),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenant.id"], name=op.f("fk_inspection_tenant_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inspection")),
    )
    op.create_index(op.f("ix_inspection_tenant_id_status"), "inspection", ["tenant_id", "status"])
    op.create_table(
        "instrument",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("key", sa.String(length=16), nullable=False),
        sa.Column("tenant_id", ROW_ID, nullable=False),
        sa.Column("place_id", ROW_ID, nullable=True),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("owner", sa.String(length=120), nullable=False),
        sa.Column("owner_id", ROW_ID, nullable=True),
        sa.Column("stall", sa.String(length=40), nullable=False),
        sa.Column("capacity", sa.Double(), nullable=True),
        sa.Column("serial", sa.String(length=60), nullable=False),
        sa.Column("serial_key", sa.String(length=60), nullable=False),
        sa.Column("status", sa.String(length=12), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("verified_on", sa.Date(), nullable=True),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.Column("trouble", sa.String(length=12), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("fact_id", ROW_ID, nullable=False),
        sa.Column("ended_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["fact_id"], ["fact.id"], name=op.f("fk_instrument_fact_id")),
        sa.ForeignKeyConstraint(["owner_id"], ["person.id"], name=op.f("fk_instrument_owner_id")),
        sa.ForeignKeyConstraint(["place_id"], ["place.id"], name=op.f("fk_instrument_place_id")),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenant.id"], name=op.f("fk_instrument_tenant_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_instrument")),
        sa.UniqueConstraint("key", name=op.f("uq_instrument_key")),
    )
    op.create_index(op.f("ix_instrument_owner_id"), "instrument", ["owner_id"])
    op.create_index(op.f("ix_instrument_place_id_status"), "instrument", ["place_id", "status"])
    op.create_index(
        op.f("ix_instrument_tenant_id_due_on_place_id_kind"),
        "instrument",
        ["tenant_id", "due_on", "place_id", "kind"],
    )
    op.create_index(op.f("ix_instrument_due_on_id"), "instrument", ["due_on", "id"])
    op.create_index(op.f("ix_instrument_tenant_id_serial_key"), "instrument", ["tenant_id", "serial_key"])
    op.create_table(
        "inspection_entry",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("inspection_id", ROW_ID, nullable=False),
        sa.Column("instrument_id", ROW_ID, nullable=False),
        sa.Column("result", sa.String(length=8), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("person_id", ROW_ID, nullable=False),
        sa.ForeignKeyConstraint(
            ["inspection_id"], ["inspection.id"], name=op.f("fk_inspection_entry_inspection_id")
        ),
        sa.ForeignKeyConstraint(
            ["instrument_id"], ["instrument.id"], name=op.f("fk_inspection_entry_instrument_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_inspection_entry_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inspection_entry")),
        sa.UniqueConstraint(
            "inspection_id", "instrument_id", name=op.f("uq_inspection_entry_inspection_id_instrument_id")
        ),
    )
    op.create_table(
        "instrument_event",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("instrument_id", ROW_ID, nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("passed", sa.Boolean(), nullable=True),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.Column("reason", sa.String(length=20), nullable=False),
        sa.Column("body", sa.String(length=120), nullable=False),
        sa.Column("certificate", sa.String(length=60), nullable=False),
        sa.Column("fact_id", ROW_ID, nullable=False),
        sa.Column("voided_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["fact_id"], ["fact.id"], name=op.f("fk_instrument_event_fact_id")),
        sa.ForeignKeyConstraint(
            ["instrument_id"], ["instrument.id"], name=op.f("fk_instrument_event_instrument_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_instrument_event")),
    )
    op.create_index(op.f("ix_instrument_event_fact_id"), "instrument_event", ["fact_id"])
    op.create_index(op.f("ix_instrument_event_instrument_id"), "instrument_event", ["instrument_id"])


def downgrade() -> None:
    for name in ("instrument_event", "inspection_entry", "instrument", "inspection"):
        op.drop_table(name)
