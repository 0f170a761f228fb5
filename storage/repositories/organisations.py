"""Organisations are found by a name, added once, renamed, merged and parted again; none is deleted."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from core.organisations import folded_name
from storage.models import Fact, Organisation, OrganisationFact, OrganisationMember, OrganisationMerge
from storage.models import OrganisationName as Name
from storage.models.base import table
from storage.upserts import dialect_of, insert_into

#: names longer than this are sentences
LONGEST = 120
#: fields of reports that name organisations: one, or several
ONE, SEVERAL = "org", "orgs"


def by_name(session: Session, tenant_id: int, name: str) -> Organisation | None:
    """The one whose own name it is, or the only one that goes by it; of a merged one what it is now."""
    folded = folded_name(name)
    own = session.scalar(
        select(Organisation).where(Organisation.tenant_id == tenant_id, Organisation.folded == folded)
    )
    if own is not None:
        return standing(session, own)
    query = select(Name.organisation_id).where(
        Name.tenant_id == tenant_id, Name.folded == folded, Name.ended_at.is_(None)
    )
    named = (session.get(Organisation, number) for number in session.scalars(query).all())
    found = {now.id: now for org in named if org is not None and (now := standing(session, org))}
    return next(iter(found.values())) if len(found) == 1 else None


def standing(session: Session, org: Organisation) -> Organisation:
    """What it is now: itself, or the one it was merged into."""
    while org.merged_into_id is not None:
        into = session.get(Organisation, org.merged_into_id)
        if into is None:
            break
        org = into
    return org


def added(
    session: Session, tenant_id: int, name: str, by: tuple[int | None, datetime], kind: str = ""
) -> Organisation | None:
    """The organisation of this name, new if none has it; None for what is no name."""
    name, folded = " ".join(name.split()), folded_name(name)
    if not folded or len(name) > LONGEST:
        return None
    known = by_name(session, tenant_id, name)
    if known is not None:
        if kind and not known.kind:
            known.kind = kind
        return known
    person, now = by
    row = {
        "tenant_id": tenant_id,
        "name": name,
        "folded": folded,
        "kind": kind,
        "trade": "",
        "spot": "",
        "tax_code": "",
        "tags": [],
        "contact": "",
        "status": "active",
        "created_at": now,
        "created_by": person,
    }
    organisations = table(Organisation)
    session.execute(
        insert_into(organisations, dialect_of(session))
        .values(row)
        .on_conflict_do_nothing(index_elements=[organisations.c.tenant_id, organisations.c.folded])
    )
    return session.scalar(
        select(Organisation).where(Organisation.tenant_id == tenant_id, Organisation.folded == folded)
    )


def add_name(session: Session, org: Organisation, name: str, by: tuple[int | None, datetime]) -> bool:
    """One more name it goes by; False where it has it already."""
    folded = folded_name(name)
    there = session.scalar(
        select(Name.id)
        .where(Name.organisation_id == org.id, Name.folded == folded, Name.ended_at.is_(None))
        .limit(1)
    )
    if there is not None or folded in ("", org.folded):
        return False
    person, now = by
    session.add(
        Name(
            tenant_id=org.tenant_id,
            organisation_id=org.id,
            name=name,
            folded=folded,
            added_at=now,
            added_by=person,
        )
    )
    session.flush()
    return True


def renamed(session: Session, org: Organisation, name: str, by: tuple[int | None, datetime]) -> bool:
    """Its own name from now on; the one before stays among its names. False where another has it."""
    name, folded = " ".join(name.split()), folded_name(name)
    taken = session.scalar(
        select(Organisation.id).where(
            Organisation.tenant_id == org.tenant_id,
            Organisation.folded == folded,
            Organisation.id != org.id,
        )
    )
    if taken is not None or not folded or len(name) > LONGEST:
        return False
    before, org.name, org.folded = org.name, name, folded
    session.flush()
    # it was called so all the time: past figures know it by that name, too
    add_name(session, org, before, (by[0], org.created_at))
    return True


def merged(
    session: Session, org: Organisation, into: Organisation, by: int, now: datetime
) -> OrganisationMerge | None:
    """The two are one from now on; None where they are already, or one was merged before."""
    # who merges the two the other way round at the same moment waits here, and finds it done
    both = select(Organisation.id, Organisation.merged_into_id).where(Organisation.id.in_((org.id, into.id)))
    locked = session.execute(both.order_by(Organisation.id).with_for_update()).all()
    if {row.id: row.merged_into_id for row in locked}.get(into.id, org.id) is not None:
        return None
    taken = session.scalar(
        update(Organisation)
        .where(
            Organisation.id == org.id,
            Organisation.merged_into_id.is_(None),
            Organisation.id != into.id,
            Organisation.tenant_id == into.tenant_id,
        )
        .values(merged_into_id=into.id)
        .returning(Organisation.id)
    )
    if taken is None:
        return None
    session.refresh(org)
    merge = OrganisationMerge(tenant_id=org.tenant_id, organisation_id=org.id, into_id=into.id, at=now, by=by)
    session.add(merge)
    session.flush()
    return merge


def parted(session: Session, merge: OrganisationMerge, by: int, now: datetime) -> bool:
    """The merge was a mistake: each is its own again; False where that was done before."""
    done = session.scalar(
        update(OrganisationMerge)
        .where(OrganisationMerge.id == merge.id, OrganisationMerge.undone_at.is_(None))
        .values(undone_at=now, undone_by=by)
        .returning(OrganisationMerge.id)
    )
    if done is None:
        return False
    session.execute(
        update(Organisation).where(Organisation.id == merge.organisation_id).values(merged_into_id=None)
    )
    session.expire_all()
    return True


def free_name(session: Session, tenant_id: int, name: str, where: str = "") -> str:
    """The name if no organisation has it; else with where it is, or a number, behind it."""
    for extra in ("", where, *map(str, range(2, 1000))):
        told = f"{name} ({extra})" if extra else name
        if by_name(session, tenant_id, told) is None:
            return told
    return name


def set_status(session: Session, org: Organisation, status: str, since: date) -> None:
    """Active, paused or closed from a day on."""
    org.status, org.status_since = status, since
    session.flush()


def named_by(fields: Mapping[str, Any]) -> Iterator[str]:
    """The organisations that a report's fields name, as written."""
    one, several = fields.get(ONE), fields.get(SEVERAL)
    if isinstance(one, str) and one.strip():
        yield one
    if isinstance(several, list):
        yield from (each for each in several if isinstance(each, str) and each.strip())


def link_fact(session: Session, fact: Fact) -> None:
    """Add what the report names to the register, and keep that it names them."""
    kind = str(fact.fields.get("org_type") or "")
    found = {
        org.id
        for name in named_by(fact.fields)
        if (org := added(session, fact.tenant_id, name, (fact.reporter_id, fact.recorded_at), kind))
    }
    session.add_all(OrganisationFact(organisation_id=number, fact_id=fact.id) for number in sorted(found))
    session.flush()


def speaks_for(session: Session, person_id: int, org: Organisation, now: datetime) -> None:
    """The person belongs to the organisation from now on, and to no other."""
    member = session.get(OrganisationMember, person_id)
    if member is None:
        session.add(OrganisationMember(person_id=person_id, organisation_id=org.id, since=now))
    else:
        member.organisation_id, member.since = org.id, now
    session.flush()


def has_people(session: Session, org: Organisation) -> bool:
    """Whether somebody speaks for it."""
    query = select(OrganisationMember.person_id).where(OrganisationMember.organisation_id == org.id).limit(1)
    return session.scalar(query) is not None


def of_person(session: Session, person_id: int) -> Organisation | None:
    """The organisation somebody speaks for, as it is now."""
    member = session.get(OrganisationMember, person_id)
    org = session.get(Organisation, member.organisation_id) if member else None
    return standing(session, org) if org else None
