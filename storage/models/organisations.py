"""Organisations under every name they go by: businesses, cooperatives, schools that reports tell of."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import Base, RowId


class Organisation(Base):
    """One organisation of a tenant. `name` is its own: no other of the tenant has it, however spelled.

    `kind` is a code of the list org_types, or empty; `folded` the name as it is compared. A merged one
    stays, and points to the one that it is now.
    """

    __tablename__ = "organisation"
    __table_args__ = (UniqueConstraint("tenant_id", "folded"), Index(None, "merged_into_id"))

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    tenant_id: Mapped[int] = mapped_column(ForeignKey("tenant.id"))
    name: Mapped[str] = mapped_column(String(120))
    folded: Mapped[str] = mapped_column(String(120))
    kind: Mapped[str] = mapped_column(String(20), default="")
    trade: Mapped[str] = mapped_column(String(120), default="")
    place_id: Mapped[int | None] = mapped_column(ForeignKey("place.id"))
    #: the stall, the house number
    spot: Mapped[str] = mapped_column(String(120), default="")
    tax_code: Mapped[str] = mapped_column(String(14), default="")
    tags: Mapped[list[str]] = mapped_column(default=list)
    contact: Mapped[str] = mapped_column(String(120), default="")
    #: active, paused, closed
    status: Mapped[str] = mapped_column(String(8), default="active")
    status_since: Mapped[date | None]
    merged_into_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"))
    created_at: Mapped[datetime]
    created_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))


class OrganisationName(Base):
    """Another name that an organisation goes by or went by. Two organisations may share one.

    `added_at` and `ended_at` say when the register held it, so that past figures can be made again.
    """

    __tablename__ = "organisation_name"
    __table_args__ = (Index(None, "tenant_id", "folded"), Index(None, "organisation_id"))

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    tenant_id: Mapped[int] = mapped_column(ForeignKey("tenant.id"))
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"))
    name: Mapped[str] = mapped_column(String(120))
    folded: Mapped[str] = mapped_column(String(120))
    added_at: Mapped[datetime]
    added_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    ended_at: Mapped[datetime | None]


class OrganisationMerge(Base):
    """Two that turned out to be one, from `at` on, and no longer from `undone_at` on."""

    __tablename__ = "organisation_merge"
    __table_args__ = (Index(None, "tenant_id", "at"),)

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    tenant_id: Mapped[int] = mapped_column(ForeignKey("tenant.id"))
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"))
    into_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"))
    at: Mapped[datetime]
    by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    undone_at: Mapped[datetime | None]
    undone_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))


class OrganisationFact(Base):
    """A report names an organisation; the row stays with whom it named when another takes it in."""

    __tablename__ = "organisation_fact"
    __table_args__ = (Index(None, "fact_id"),)

    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), primary_key=True)
    fact_id: Mapped[int] = mapped_column(ForeignKey("fact.id"), primary_key=True)


class OrganisationMember(Base):
    """The organisation that a person speaks for: a household its own business."""

    __tablename__ = "organisation_member"
    __table_args__ = (Index(None, "organisation_id"),)

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"))
    since: Mapped[datetime]


class MarketDay(Base):
    """A day on which instruments are verified at a place, as an officer announced it."""

    __tablename__ = "market_day"
    __table_args__ = (Index(None, "tenant_id", "day"),)

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    tenant_id: Mapped[int] = mapped_column(ForeignKey("tenant.id"))
    place_id: Mapped[int] = mapped_column(ForeignKey("place.id"))
    day: Mapped[date]
    note: Mapped[str] = mapped_column(String(200), default="")
    announced_at: Mapped[datetime]
    announced_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    called_off_at: Mapped[datetime | None]


class Consent(Base):
    """What a person agreed to, purpose by purpose, in which words, and when they took it back."""

    __tablename__ = "consent"
    __table_args__ = (Index(None, "person_id", "purpose"),)

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    purpose: Mapped[str] = mapped_column(String(20))
    version: Mapped[str] = mapped_column(String(20))
    given_at: Mapped[datetime]
    withdrawn_at: Mapped[datetime | None]


class TipNote(Base):
    """One step of what became of a tip. `move`: take, answer, close."""

    __tablename__ = "tip_note"
    __table_args__ = (Index(None, "fact_id"),)

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    fact_id: Mapped[int] = mapped_column(ForeignKey("fact.id"))
    at: Mapped[datetime]
    author_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    move: Mapped[str] = mapped_column(String(10))
    text: Mapped[str] = mapped_column(String(2000), default="")
