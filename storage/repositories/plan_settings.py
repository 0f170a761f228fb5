"""What admins settled about plans, row by row: added, ended, and those that held at a moment."""

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import and_, bindparam, or_, select, update
from sqlalchemy.orm import Session

from core.catalogue.plans import Member
from storage.models import PlanSetting, RosterMember, Tenant
from storage.models.base import table

_setting, _member, _tenant = table(PlanSetting), table(RosterMember), table(Tenant)

#: all that was decided in a tenant until a cut-off
SETTINGS = (
    select(_setting.c.kind, _setting.c.key, _setting.c.value, _setting.c.decided_at, _setting.c.id)
    .join(_tenant, _tenant.c.id == _setting.c.tenant_id)
    .where(
        _tenant.c.code == bindparam("tenant"),
        _setting.c.decided_at <= bindparam("cutoff", type_=_setting.c.decided_at.type),
    )
)

_held = and_(
    _member.c.recorded_at <= bindparam("cutoff", type_=_member.c.recorded_at.type),
    or_(
        _member.c.ended_at.is_(None),
        _member.c.ended_at > bindparam("cutoff", type_=_member.c.ended_at.type),
    ),
)

#: the members' rows that stood in a tenant at a cut-off
MEMBERS = (
    select(_member.c.roster, _member.c.code, _member.c.name, _member.c.since, _member.c.until, _member.c.id)
    .join(_tenant, _tenant.c.id == _member.c.tenant_id)
    .where(_tenant.c.code == bindparam("tenant"), _held)
)


#: the kind of settings that say when jobs come and when nobody is written to
HOURS = "hours"

_HOURS_SET = (
    select(_tenant.c.code, _setting.c.key, _setting.c.value)
    .join(_tenant, _tenant.c.id == _setting.c.tenant_id)
    .where(_setting.c.kind == HOURS)
    .order_by(_setting.c.id)
)


def hours_set(session: Session) -> dict[str, tuple[tuple[str, str], ...]]:
    """By the code of tenants the hours that their admins set, by their keys: the last decision of each."""
    found: dict[str, dict[str, str]] = {}
    for row in session.connection().execute(_HOURS_SET):
        found.setdefault(row.code, {})[row.key] = row.value["is"]
    return {code: tuple(sorted(hours.items())) for code, hours in found.items()}


def decide(
    session: Session, tenant_id: int, kind: str, key: str, value: dict[str, Any], by: tuple[int, datetime]
) -> PlanSetting:
    """A new decision, by whom and when; it holds from then on."""
    person_id, now = by
    row = PlanSetting(
        tenant_id=tenant_id, kind=kind, key=key, value=value, decided_by=person_id, decided_at=now
    )
    session.add(row)
    session.flush()
    return row


def rows_of(session: Session, tenant_id: int, roster: str, codes: Collection[str]) -> list[RosterMember]:
    """The rows of these members that stand now, oldest first."""
    return list(
        session.scalars(
            select(RosterMember)
            .where(
                RosterMember.tenant_id == tenant_id,
                RosterMember.roster == roster,
                RosterMember.code.in_(codes),
                RosterMember.ended_at.is_(None),
            )
            .order_by(RosterMember.id)
        )
    )


def add_members(
    session: Session, tenant_id: int, roster: str, members: Iterable[Member], by: tuple[int, datetime]
) -> list[RosterMember]:
    """New rows with the members' own days."""
    person_id, now = by
    rows = [
        RosterMember(
            tenant_id=tenant_id,
            roster=roster,
            code=member.code,
            name=member.name,
            since=member.since,
            until=member.until,
            recorded_at=now,
            recorded_by=person_id,
        )
        for member in members
    ]
    session.add_all(rows)
    session.flush()
    return rows


def end_members(session: Session, ids: Collection[int], now: datetime) -> None:
    """These rows hold no longer; those that were ended before stay as they were."""
    session.execute(
        update(RosterMember)
        .where(RosterMember.id.in_(ids), RosterMember.ended_at.is_(None))
        .values(ended_at=now)
    )
