"""All tables of the first version."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from storage.triggers import create_triggers, drop_triggers

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
MOMENT = sa.DateTime(timezone=True)
WAITING = {f"{database}_where": sa.text("status = 'waiting'") for database in ("sqlite", "postgresql")}
SENDING = {f"{database}_where": sa.text("status = 'sending'") for database in ("sqlite", "postgresql")}


def upgrade() -> None:
    op.create_table(
        "channel_pace",
        sa.Column("channel", sa.String(length=20), nullable=False),
        sa.Column("tokens", sa.Double(), nullable=False),
        sa.Column("refilled_at", MOMENT, nullable=False),
        sa.Column("paused_until", MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("channel", name=op.f("pk_channel_pace")),
    )
    op.create_table(
        "counter",
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_counter")),
    )
    op.create_table(
        "inbox",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("channel", sa.String(length=20), nullable=False),
        sa.Column("update_key", sa.String(length=80), nullable=False),
        sa.Column("lane", sa.String(length=110), nullable=False),
        sa.Column("raw", JSON, nullable=False),
        sa.Column("received_at", MOMENT, nullable=False),
        sa.Column("status", sa.String(length=10), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("not_before", MOMENT, nullable=False),
        sa.Column("error", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inbox")),
        sa.UniqueConstraint("channel", "update_key", name=op.f("uq_inbox_channel_update_key")),
    )
    op.create_index("ix_inbox_waiting", "inbox", ["id"], **WAITING)
    op.create_index("ix_inbox_waiting_lane", "inbox", ["lane", "id"], **WAITING)
    op.create_table(
        "tenant",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("timezone", sa.String(length=40), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tenant")),
        sa.UniqueConstraint("code", name=op.f("uq_tenant_code")),
    )
    op.create_table(
        "due_run",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("job", sa.String(length=40), nullable=False),
        sa.Column("tenant_id", ROW_ID, nullable=False),
        sa.Column("due_at", MOMENT, nullable=False),
        sa.Column("ran_at", MOMENT, nullable=False),
        sa.Column("outcome", sa.String(length=10), nullable=False),
        sa.Column("counts", JSON, nullable=False),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenant.id"], name=op.f("fk_due_run_tenant_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_due_run")),
        sa.UniqueConstraint("job", "tenant_id", "due_at", name=op.f("uq_due_run_job_tenant_id_due_at")),
    )
    op.create_table(
        "place",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("tenant_id", ROW_ID, nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("aliases", JSON, nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenant.id"], name=op.f("fk_place_tenant_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_place")),
        sa.UniqueConstraint("tenant_id", "code", name=op.f("uq_place_tenant_id_code")),
    )
    op.create_table(
        "unit",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("tenant_id", ROW_ID, nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("reports_weekly", sa.Boolean(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("successor_id", ROW_ID, nullable=True),
        sa.ForeignKeyConstraint(["successor_id"], ["unit.id"], name=op.f("fk_unit_successor_id")),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenant.id"], name=op.f("fk_unit_tenant_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_unit")),
        sa.UniqueConstraint("tenant_id", "code", name=op.f("uq_unit_tenant_id_code")),
    )
    op.create_table(
        "person",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("tenant_id", ROW_ID, nullable=False),
        sa.Column("unit_id", ROW_ID, nullable=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("role", sa.String(length=20), nullable=False),
        sa.Column("organisation", sa.String(), nullable=True),
        sa.Column("status", sa.String(length=10), nullable=False),
        sa.Column("locale", sa.String(length=5), nullable=False),
        sa.Column("consent_at", MOMENT, nullable=True),
        sa.Column("consent_version", sa.String(length=20), nullable=True),
        sa.Column("joined_at", MOMENT, nullable=False),
        sa.Column("approved_by", ROW_ID, nullable=True),
        sa.ForeignKeyConstraint(["approved_by"], ["person.id"], name=op.f("fk_person_approved_by")),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenant.id"], name=op.f("fk_person_tenant_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_person_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
    )
    op.create_index(op.f("ix_person_tenant_id_role_status"), "person", ["tenant_id", "role", "status"])
    op.create_table(
        "audit",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("actor_id", ROW_ID, nullable=True),
        sa.Column("action", sa.String(length=40), nullable=False),
        sa.Column("entity", sa.String(length=30), nullable=False),
        sa.Column("entity_id", ROW_ID, nullable=False),
        sa.Column("old", JSON, nullable=True),
        sa.Column("new", JSON, nullable=True),
        sa.Column("inbox_id", ROW_ID, nullable=True),
        sa.ForeignKeyConstraint(["actor_id"], ["person.id"], name=op.f("fk_audit_actor_id")),
        sa.ForeignKeyConstraint(["inbox_id"], ["inbox.id"], name=op.f("fk_audit_inbox_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit")),
    )
    op.create_index(op.f("ix_audit_entity_entity_id"), "audit", ["entity", "entity_id"])
    op.create_table(
        "conversation",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("person_id", ROW_ID, nullable=True),
        sa.Column("state", JSON, nullable=False),
        sa.Column("open_form", sa.String(length=60), nullable=True),
        sa.Column("form_touched_at", MOMENT, nullable=True),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_conversation_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_conversation")),
    )
    op.create_index(op.f("ix_conversation_person_id"), "conversation", ["person_id"])
    op.create_table(
        "evidence",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("draft_key", sa.String(length=40), nullable=False),
        sa.Column("person_id", ROW_ID, nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("stored", sa.String(length=64), nullable=True),
        sa.Column("mime", sa.String(length=80), nullable=True),
        sa.Column("name", sa.String(), nullable=True),
        sa.Column("latitude", sa.Double(), nullable=True),
        sa.Column("longitude", sa.Double(), nullable=True),
        sa.Column("added_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_evidence_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evidence")),
    )
    op.create_index(op.f("ix_evidence_draft_key"), "evidence", ["draft_key"])
    op.create_table(
        "fact",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("tenant_id", ROW_ID, nullable=False),
        sa.Column("type", sa.String(length=60), nullable=False),
        sa.Column("type_version", sa.Integer(), nullable=False),
        sa.Column("receipt", sa.String(length=40), nullable=False),
        sa.Column("draft_key", sa.String(length=40), nullable=False),
        sa.Column("occurred_from", sa.Date(), nullable=False),
        sa.Column("occurred_to", sa.Date(), nullable=False),
        sa.Column("place_id", ROW_ID, nullable=True),
        sa.Column("unit_id", ROW_ID, nullable=True),
        sa.Column("reporter_id", ROW_ID, nullable=False),
        sa.Column("fields", JSON, nullable=False),
        sa.Column("status", sa.String(length=12), nullable=False),
        sa.Column("recorded_at", MOMENT, nullable=False),
        sa.Column("confirmed_at", MOMENT, nullable=True),
        sa.Column("decided_at", MOMENT, nullable=True),
        sa.Column("decided_by", ROW_ID, nullable=True),
        sa.Column("ended_at", MOMENT, nullable=True),
        sa.Column("supersedes_id", ROW_ID, nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("duplicate_of_id", ROW_ID, nullable=True),
        sa.Column("inbox_id", ROW_ID, nullable=True),
        sa.ForeignKeyConstraint(["decided_by"], ["person.id"], name=op.f("fk_fact_decided_by")),
        sa.ForeignKeyConstraint(["duplicate_of_id"], ["fact.id"], name=op.f("fk_fact_duplicate_of_id")),
        sa.ForeignKeyConstraint(["inbox_id"], ["inbox.id"], name=op.f("fk_fact_inbox_id")),
        sa.ForeignKeyConstraint(["place_id"], ["place.id"], name=op.f("fk_fact_place_id")),
        sa.ForeignKeyConstraint(["reporter_id"], ["person.id"], name=op.f("fk_fact_reporter_id")),
        sa.ForeignKeyConstraint(["supersedes_id"], ["fact.id"], name=op.f("fk_fact_supersedes_id")),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenant.id"], name=op.f("fk_fact_tenant_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_fact_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fact")),
        sa.UniqueConstraint("draft_key", name=op.f("uq_fact_draft_key")),
    )
    op.create_index(op.f("ix_fact_receipt"), "fact", ["receipt"])
    op.create_index(op.f("ix_fact_reporter_id_recorded_at"), "fact", ["reporter_id", "recorded_at"])
    op.create_index(
        op.f("ix_fact_tenant_id_type_occurred_from"),
        "fact",
        ["tenant_id", "type", "occurred_from"],
    )
    op.create_index(op.f("ix_fact_unit_id_recorded_at"), "fact", ["unit_id", "recorded_at"])
    op.create_table(
        "invite",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("code_hash", sa.String(length=64), nullable=False),
        sa.Column("tenant_id", ROW_ID, nullable=False),
        sa.Column("unit_id", ROW_ID, nullable=True),
        sa.Column("role", sa.String(length=20), nullable=False),
        sa.Column("created_by", ROW_ID, nullable=True),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("expires_at", MOMENT, nullable=False),
        sa.Column("uses_left", sa.Integer(), nullable=False),
        sa.Column("needs_approval", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["created_by"], ["person.id"], name=op.f("fk_invite_created_by")),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenant.id"], name=op.f("fk_invite_tenant_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_invite_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invite")),
        sa.UniqueConstraint("code_hash", name=op.f("uq_invite_code_hash")),
    )
    op.create_table(
        "plan_setting",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("tenant_id", ROW_ID, nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("key", sa.String(length=60), nullable=False),
        sa.Column("value", JSON, nullable=False),
        sa.Column("decided_by", ROW_ID, nullable=False),
        sa.Column("decided_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["decided_by"], ["person.id"], name=op.f("fk_plan_setting_decided_by")),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenant.id"], name=op.f("fk_plan_setting_tenant_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_setting")),
    )
    op.create_index(op.f("ix_plan_setting_tenant_id_kind_key"), "plan_setting", ["tenant_id", "kind", "key"])
    op.create_table(
        "roster_member",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("tenant_id", ROW_ID, nullable=False),
        sa.Column("roster", sa.String(length=40), nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("since", sa.Date(), nullable=True),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("recorded_at", MOMENT, nullable=False),
        sa.Column("recorded_by", ROW_ID, nullable=False),
        sa.Column("ended_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["recorded_by"], ["person.id"], name=op.f("fk_roster_member_recorded_by")),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenant.id"], name=op.f("fk_roster_member_tenant_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_roster_member")),
    )
    op.create_index(op.f("ix_roster_member_tenant_id_roster"), "roster_member", ["tenant_id", "roster"])
    op.create_table(
        "outbox",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("channel", sa.String(length=20), nullable=False),
        sa.Column("chat", sa.String(length=80), nullable=False),
        sa.Column("person_id", ROW_ID, nullable=True),
        sa.Column("payload", JSON, nullable=False),
        sa.Column("priority", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(length=10), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("not_before", MOMENT, nullable=False),
        sa.Column("useless_after", MOMENT, nullable=True),
        sa.Column("leased_until", MOMENT, nullable=True),
        sa.Column("sent_at", MOMENT, nullable=True),
        sa.Column("message_ref", sa.String(length=120), nullable=True),
        sa.Column("dedupe_key", sa.String(length=160), nullable=True),
        sa.Column("coalesce_key", sa.String(length=160), nullable=True),
        sa.Column("recheck", JSON, nullable=True),
        sa.Column("answers_inbox_id", ROW_ID, nullable=True),
        sa.Column("error", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["answers_inbox_id"], ["inbox.id"], name=op.f("fk_outbox_answers_inbox_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_outbox_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox")),
        sa.UniqueConstraint("dedupe_key", name=op.f("uq_outbox_dedupe_key")),
    )
    op.create_index(op.f("ix_outbox_coalesce_key"), "outbox", ["coalesce_key"])
    op.create_index("ix_outbox_sending_chat", "outbox", ["channel", "chat", "id"], **SENDING)
    op.create_index("ix_outbox_waiting", "outbox", ["channel", "priority", "id"], **WAITING)
    op.create_index("ix_outbox_waiting_chat", "outbox", ["channel", "chat", "priority", "id"], **WAITING)
    op.create_table(
        "contact",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("channel", sa.String(length=20), nullable=False),
        sa.Column("chat", sa.String(length=80), nullable=False),
        sa.Column("person_id", ROW_ID, nullable=True),
        sa.Column("conversation_id", ROW_ID, nullable=False),
        sa.Column("reachable", sa.Boolean(), nullable=False),
        sa.Column("last_seen_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversation.id"], name=op.f("fk_contact_conversation_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_contact_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact")),
        sa.UniqueConstraint("channel", "chat", name=op.f("uq_contact_channel_chat")),
    )
    op.create_index(op.f("ix_contact_person_id"), "contact", ["person_id"])
    op.create_table(
        "fact_revision",
        sa.Column("tenant_id", ROW_ID, nullable=False),
        sa.Column("type", sa.String(length=60), nullable=False),
        sa.Column("token", sa.BigInteger(), nullable=False),
        sa.Column("latest", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenant.id"], name=op.f("fk_fact_revision_tenant_id")),
        sa.PrimaryKeyConstraint("tenant_id", "type", name=op.f("pk_fact_revision")),
    )
    _create_heard()
    create_triggers(op.get_bind(), by_year=False, counted=False)


def _create_heard() -> None:
    op.create_table(
        "heard_message",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("tenant_id", ROW_ID, nullable=False),
        sa.Column("person_id", ROW_ID, nullable=False),
        sa.Column("key", sa.String(length=40), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("intent", sa.String(length=30), nullable=False),
        sa.Column("fact_type", sa.String(length=60), nullable=True),
        sa.Column("fact_id", ROW_ID, nullable=True),
        sa.Column("status", sa.String(length=10), nullable=False),
        sa.ForeignKeyConstraint(["fact_id"], ["fact.id"], name=op.f("fk_heard_message_fact_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_heard_message_person_id")),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenant.id"], name=op.f("fk_heard_message_tenant_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_heard_message")),
    )
    op.create_index(op.f("ix_heard_message_tenant_id_at"), "heard_message", ["tenant_id", "at"])
    op.create_index(op.f("ix_heard_message_person_id_key"), "heard_message", ["person_id", "key"])
    op.create_table(
        "taught_word",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("tenant_id", ROW_ID, nullable=False),
        sa.Column("phrase", sa.String(length=80), nullable=False),
        sa.Column("fact_type", sa.String(length=60), nullable=False),
        sa.Column("field", sa.String(length=60), nullable=True),
        sa.Column("option", sa.String(length=60), nullable=True),
        sa.Column("added_by", ROW_ID, nullable=False),
        sa.Column("added_at", MOMENT, nullable=False),
        sa.Column("removed_by", ROW_ID, nullable=True),
        sa.Column("removed_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["added_by"], ["person.id"], name=op.f("fk_taught_word_added_by")),
        sa.ForeignKeyConstraint(["removed_by"], ["person.id"], name=op.f("fk_taught_word_removed_by")),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenant.id"], name=op.f("fk_taught_word_tenant_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_taught_word")),
    )
    op.create_index(op.f("ix_taught_word_tenant_id"), "taught_word", ["tenant_id"])


def downgrade() -> None:
    drop_triggers(op.get_bind())
    for table in (
        "taught_word",
        "heard_message",
        "fact_revision",
        "contact",
        "outbox",
        "roster_member",
        "plan_setting",
        "invite",
        "fact",
        "evidence",
        "conversation",
        "audit",
        "person",
        "unit",
        "place",
        "due_run",
        "tenant",
        "inbox",
        "counter",
        "channel_pace",
    ):
        op.drop_table(table)
