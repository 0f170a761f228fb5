"""Who uses the bot: tenants, units, people, where each is reached, and how they were invited."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint, false, text
from sqlalchemy.orm import Mapped, mapped_column

from core.people import PersonStatus
from storage.models.base import Base, RowId


class Tenant(Base):
    """An administrative unit that runs the bot: a commune, a department, a province."""

    __tablename__ = "tenant"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    code: Mapped[str] = mapped_column(String(40), unique=True)
    name: Mapped[str]
    timezone: Mapped[str] = mapped_column(String(40), default="Asia/Ho_Chi_Minh")


class Unit(Base):
    """A part of a tenant that reports. Dated, so that merged units keep their old years."""

    __tablename__ = "unit"
    __table_args__ = (UniqueConstraint("tenant_id", "code"),)

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    tenant_id: Mapped[int] = mapped_column(ForeignKey("tenant.id"))
    code: Mapped[str] = mapped_column(String(40))
    name: Mapped[str]
    reports_weekly: Mapped[bool] = mapped_column(default=True)
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]
    successor_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"))


class Place(Base):
    """A village, market, point of sale ... by name and other names people use."""

    __tablename__ = "place"
    __table_args__ = (UniqueConstraint("tenant_id", "code"),)

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    tenant_id: Mapped[int] = mapped_column(ForeignKey("tenant.id"))
    code: Mapped[str] = mapped_column(String(40))
    name: Mapped[str]
    kind: Mapped[str] = mapped_column(String(20))
    aliases: Mapped[list[str]] = mapped_column(default=list)
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]


class Person(Base):
    """A human being with a role. `status`: see core.people.PersonStatus."""

    __tablename__ = "person"
    __table_args__ = (Index(None, "tenant_id", "role", "status"),)

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    tenant_id: Mapped[int] = mapped_column(ForeignKey("tenant.id"))
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"))
    name: Mapped[str]
    role: Mapped[str] = mapped_column(String(20))
    organisation: Mapped[str | None]
    #: what that business is: a code of the list org_types; None until they said
    org_type: Mapped[str | None] = mapped_column(String(20))
    status: Mapped[str] = mapped_column(String(10), default=PersonStatus.PENDING.value)
    locale: Mapped[str] = mapped_column(String(5), default="vi")
    consent_at: Mapped[datetime | None]
    consent_version: Mapped[str | None] = mapped_column(String(20))
    joined_at: Mapped[datetime]
    approved_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    #: since when their data are only kept and not used, as they asked (handlers/effects/restrict_data.py)
    restricted_at: Mapped[datetime | None]


class Contact(Base):
    """Where somebody is reached on one channel. A stranger has one too, with no person behind it.

    A person may have several, which share a dialogue; `preferred` is the one they want to be written to at.
    """

    __tablename__ = "contact"
    __table_args__ = (UniqueConstraint("channel", "chat"), Index(None, "person_id"))

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    channel: Mapped[str] = mapped_column(String(20))
    chat: Mapped[str] = mapped_column(String(80))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    conversation_id: Mapped[int] = mapped_column(ForeignKey("conversation.id"))
    reachable: Mapped[bool] = mapped_column(default=True)
    last_seen_at: Mapped[datetime]
    #: when they last did something that lets a messenger with a window be written by (core.windows), as that
    #: messenger dates it; None where it said that the window is closed
    last_interaction_at: Mapped[datetime | None]
    preferred: Mapped[bool] = mapped_column(default=False, server_default=false())
    #: when it was linked to a person who had another one; None where the person came in by it
    linked_at: Mapped[datetime | None]
    #: when it was taken from the person it belonged to: what was said before is not shown there any more
    parted_at: Mapped[datetime | None]
    #: codes typed there that are none, since that moment (storage.repositories.link_codes)
    wrong_codes: Mapped[int] = mapped_column(default=0, server_default=text("0"))
    wrong_codes_since: Mapped[datetime | None]


class LinkCode(Base):
    """A code by which a person links one more contact: the newest they asked for. Only a hash is kept.

    `contact_id` is where it was asked for, `typed_at_id` where it was typed: only there it can be used.
    """

    __tablename__ = "link_code"

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    contact_id: Mapped[int] = mapped_column(ForeignKey("contact.id"))
    code_hash: Mapped[str] = mapped_column(String(64), unique=True)
    expires_at: Mapped[datetime]
    typed_at_id: Mapped[int | None] = mapped_column(ForeignKey("contact.id"))


class Invite(Base):
    """A link or code that lets people join with a role. Only a hash of the code is kept.

    `uses_left` is below 0 where it was taken back.
    """

    __tablename__ = "invite"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    code_hash: Mapped[str] = mapped_column(String(64), unique=True)
    tenant_id: Mapped[int] = mapped_column(ForeignKey("tenant.id"))
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"))
    role: Mapped[str] = mapped_column(String(20))
    created_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    uses_left: Mapped[int]
    needs_approval: Mapped[bool] = mapped_column(default=True)
