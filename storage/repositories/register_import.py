"""What an imported sheet changes in the registers, and putting it there: all of it or nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.catalogue.plans import Member, Roster
from core.organisations import folded_name
from core.organisations.sheet import Row
from core.texts import Speech
from storage.models import Organisation, Place, RosterMember
from storage.repositories import organisations, plan_settings


@dataclass(frozen=True, slots=True)
class Changes:
    """The rows by what they do. With anything `wrong` nothing is to be stored; `doubts` are to be looked at.

    `keys`: by line of those that are not new the instrument it is about.
    """

    new: tuple[Row, ...] = ()
    changed: tuple[Row, ...] = ()
    same: tuple[Row, ...] = ()
    wrong: tuple[Speech, ...] = ()
    doubts: tuple[Speech, ...] = ()
    keys: Mapping[int, str] = field(default_factory=dict)


def sorted_changes(found: Mapping[str, Sequence[Row]]) -> Changes:
    """The rows under "new", "changed" and "same"."""
    return Changes(tuple(found["new"]), tuple(found["changed"]), tuple(found["same"]))


def organisation_changes(session: Session, tenant_id: int, rows: Sequence[Row]) -> Changes:
    """What rows of organisations change in the register of a tenant."""
    sorted_out: dict[str, list[Row]] = {"new": [], "changed": [], "same": []}
    for row in rows:
        org = organisations.by_name(session, tenant_id, row.texts["name"])
        told = org is not None and (_told(session, org, row) or _others(session, org, row))
        sorted_out["new" if org is None else "changed" if told else "same"].append(row)
    return sorted_changes(sorted_out)


def store_organisations(
    session: Session, tenant_id: int, changes: Changes, by: tuple[int | None, datetime]
) -> None:
    """Put the new and the changed rows into the register; an empty cell changes nothing."""
    for row in (*changes.new, *changes.changed):
        org = organisations.added(session, tenant_id, row.texts["name"], by, row.texts.get("kind", ""))
        if org is None:
            continue
        for column, value in _told(session, org, row).items():
            setattr(org, column, value)
        for name in _others(session, org, row):
            organisations.add_name(session, org, name, by)
    session.flush()


def roster_changes(session: Session, tenant_id: int, roster: Roster, rows: Sequence[Row]) -> Changes:
    """What rows of members change in a roster of a tenant, which the content has its own members of."""
    known = {folded_name(each.name): (each.since, each.until) for each in roster.members}
    rows_there = _members(session, tenant_id, roster.code)
    known |= {folded_name(each.name): (each.since, each.until) for each in rows_there}
    sorted_out: dict[str, list[Row]] = {"new": [], "changed": [], "same": []}
    for row in rows:
        days = known.get(folded_name(row.texts["name"]), False)
        told = (row.days.get("since"), row.days.get("until"))
        sorted_out["new" if days is False else "same" if days == told else "changed"].append(row)
    return sorted_changes(sorted_out)


def store_roster(
    session: Session, tenant_id: int, roster: Roster, changes: Changes, by: tuple[int, datetime]
) -> None:
    """New members, and other days of those that are changed: the rows before are ended and kept."""
    before = _members(session, tenant_id, roster.code)
    codes = {folded_name(each.name): each.code for each in roster.members}
    codes |= {folded_name(each.name): each.code for each in before}
    told = {codes[folded_name(row.texts["name"])] for row in changes.changed}
    plan_settings.end_members(session, [each.id for each in before if each.code in told], by[1])
    members = [_member(row, codes) for row in (*changes.new, *changes.changed)]
    plan_settings.add_members(session, tenant_id, roster.code, members, by)


def _member(row: Row, codes: dict[str, str]) -> Member:
    name = row.texts["name"]
    folded = folded_name(name)
    since: date | None = row.days.get("since")
    code = codes.get(folded, folded.replace(" ", "_")[:40])
    return Member(code=code, name=name, since=since, until=row.days.get("until"))


def _members(session: Session, tenant_id: int, roster: str) -> Sequence[RosterMember]:
    query = select(RosterMember).where(
        RosterMember.tenant_id == tenant_id, RosterMember.roster == roster, RosterMember.ended_at.is_(None)
    )
    return session.scalars(query.order_by(RosterMember.id)).all()


def _told(session: Session, org: Organisation, row: Row) -> dict[str, object]:
    """The columns in which the row says something else than the register."""
    told: dict[str, object] = {
        column: row.texts[said]
        for column, said in (("kind", "kind"), ("trade", "trade"), ("spot", "spot"), ("tax_code", "tax"))
        if row.texts.get(said)
    }
    if code := row.texts.get("place"):
        query = select(Place.id).where(Place.tenant_id == org.tenant_id, Place.code == code)
        told["place_id"] = session.scalar(query)
    return {column: value for column, value in told.items() if getattr(org, column) != value}


def _others(session: Session, org: Organisation, row: Row) -> list[str]:
    """The names of the row that the register does not know it by."""
    parts = (" ".join(part.split()) for part in row.texts.get("also", "").split(";"))
    names = [part for part in parts if folded_name(part) and len(part) <= organisations.LONGEST]
    return [name for name in names if organisations.by_name(session, org.tenant_id, name) != org]
