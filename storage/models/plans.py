"""What admins fill in of what plans leave open. Rows are added, never edited: past figures stay the same."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import Base, RowId


class PlanSetting(Base):
    """One decision about a plan. The latest about a `key` holds, from `decided_at` on.

    `kind`: owner, parameter, condition. `key` is a target's code, or PLAN.parameter. `value`: {"unit": code},
    {"value": text}, or {"met": bool, "reason": text, "review": day or null}. Of the calendar: day, by its
    date, {"works": bool}; deadline, by a duty's code, {"due": "11-14"}. unit, by its code, all that
    core.catalogue.tenants.UnitSpec says of it.
    """

    __tablename__ = "plan_setting"
    __table_args__ = (Index(None, "tenant_id", "kind", "key"),)

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    tenant_id: Mapped[int] = mapped_column(ForeignKey("tenant.id"))
    kind: Mapped[str] = mapped_column(String(10))
    key: Mapped[str] = mapped_column(String(60))
    value: Mapped[dict[str, Any]]
    decided_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    decided_at: Mapped[datetime]


class RosterMember(Base):
    """A member of a roster, from the day `since` (null: ever) until the day `until` (null: still).

    A row is added and ended, never edited: other days are another row. The rows of a code that stand take the
    place of what the content says of that member.
    """

    __tablename__ = "roster_member"
    __table_args__ = (Index(None, "tenant_id", "roster"),)

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    tenant_id: Mapped[int] = mapped_column(ForeignKey("tenant.id"))
    roster: Mapped[str] = mapped_column(String(40))
    code: Mapped[str] = mapped_column(String(40))
    name: Mapped[str]
    since: Mapped[date | None]
    until: Mapped[date | None]
    recorded_at: Mapped[datetime]
    recorded_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    #: when the row stopped to hold; kept for past figures
    ended_at: Mapped[datetime | None]
