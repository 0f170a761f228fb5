"""What people asked: questions and what became of them, requests, answers that became articles."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import Base, RowId


class Request(Base):
    """Something asked of the people in charge. `kind` and `state`: see core.requests.states.

    `subject` is a code of content/knowledge, empty where nobody could say; `article` the approved answer that
    was shown and did not do. `need_id` is the need (a fact) it belongs to. `key` is the press it came from.
    """

    __tablename__ = "request"
    __table_args__ = (
        UniqueConstraint("tenant_id", "receipt"),
        Index(None, "tenant_id", "state", "unit_id"),
        Index(None, "asker_id", "state"),
    )

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    tenant_id: Mapped[int] = mapped_column(ForeignKey("tenant.id"))
    receipt: Mapped[str] = mapped_column(String(40))
    key: Mapped[str] = mapped_column(String(40), unique=True)
    asker_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    kind: Mapped[str] = mapped_column(String(12))
    subject: Mapped[str] = mapped_column(String(40))
    text: Mapped[str] = mapped_column(Text)
    article: Mapped[str] = mapped_column(String(80), default="")
    opened_at: Mapped[datetime]
    expected_by: Mapped[datetime]
    state: Mapped[str] = mapped_column(String(10))
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"))
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    answered_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    closed_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    satisfied: Mapped[bool | None]
    need_id: Mapped[int | None] = mapped_column(ForeignKey("fact.id"))
    #: what those in charge should know at a glance: codes, whose words are in the locale files
    flags: Mapped[list[str]] = mapped_column(default=list)
    #: the request of a tenant below that was passed up
    raised_from_id: Mapped[int | None] = mapped_column(ForeignKey("request.id"))


class RequestNote(Base):
    """One entry of a request's story, in order: `move` as in core.requests.states.Move, or "open"."""

    __tablename__ = "request_note"
    __table_args__ = (Index(None, "request_id"),)

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    request_id: Mapped[int] = mapped_column(ForeignKey("request.id"))
    at: Mapped[datetime]
    author_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    move: Mapped[str] = mapped_column(String(10))
    text: Mapped[str] = mapped_column(Text, default="")


class AskedQuestion(Base):
    """A question as it was asked, with what the bot made of it: work for whoever keeps the knowledge.

    `outcome`: see core.dialogue.request_effects. `good` is what the asker said of the answer. Kept 90 days.
    """

    __tablename__ = "asked_question"
    __table_args__ = (Index(None, "tenant_id", "at"), Index(None, "person_id", "at"))

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    tenant_id: Mapped[int] = mapped_column(ForeignKey("tenant.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime]
    text: Mapped[str] = mapped_column(Text)
    subject: Mapped[str] = mapped_column(String(40))
    article: Mapped[str] = mapped_column(String(80))
    outcome: Mapped[str] = mapped_column(String(10))
    good: Mapped[bool | None]
    need_id: Mapped[int | None] = mapped_column(ForeignKey("fact.id"))
    settled_at: Mapped[datetime | None]
    settled_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))


class LocalArticle(Base):
    """An officer's answer as an article of the tenant: a proposal until somebody else approves it."""

    __tablename__ = "local_article"
    __table_args__ = (Index(None, "tenant_id", "state"),)

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    tenant_id: Mapped[int] = mapped_column(ForeignKey("tenant.id"))
    request_id: Mapped[int] = mapped_column(ForeignKey("request.id"), unique=True)
    subject: Mapped[str] = mapped_column(String(40))
    question: Mapped[str] = mapped_column(Text)
    answer: Mapped[str] = mapped_column(Text)
    #: draft, approved, rejected
    state: Mapped[str] = mapped_column(String(10))
    proposed_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    proposed_at: Mapped[datetime]
    decided_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    decided_at: Mapped[datetime | None]
    review_by: Mapped[date]
