"""Tokens by which other systems read the API."""

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import Base, RowId


class ApiToken(Base):
    """One token of one tenant. Of the secret only a hash is kept. `scopes`: codes of core.api.Scope.

    One that an admin asked for in chat has no hash until its link is opened, once, before `pickup_until`;
    of that link, too, only a hash is kept.
    """

    __tablename__ = "api_token"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    tenant_id: Mapped[int] = mapped_column(ForeignKey("tenant.id"), index=True)
    name: Mapped[str] = mapped_column(String(80))
    public_id: Mapped[str] = mapped_column(String(12), unique=True)
    secret_hash: Mapped[str | None] = mapped_column(String(64))
    pickup_hash: Mapped[str | None] = mapped_column(String(64), unique=True)
    pickup_until: Mapped[datetime | None]
    scopes: Mapped[list[str]]
    created_at: Mapped[datetime]
    created_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    expires_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]
    last_used_at: Mapped[datetime | None]
