"""The register of organisations as conversations and figures read it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import bindparam, func, or_, select
from sqlalchemy.orm import Session

from core.organisations.names import OrgNamed, root_of, same_names
from storage.models import (
    Fact,
    Organisation,
    OrganisationFact,
    OrganisationMerge,
    Place,
    Tenant,
)
from storage.models import OrganisationName as Name
from storage.models.base import table
from storage.repositories.facts import STANDING

_ORG, _NAME, _MERGE, _TENANT = table(Organisation), table(Name), table(OrganisationMerge), table(Tenant)

# Written out once: they are asked several times a turn, and to write them takes longer than they do.
_CUTOFF = bindparam("cutoff", type_=_MERGE.c.at.type)
_TENANTS = select(_TENANT.c.id).where(_TENANT.c.code.in_(bindparam("codes", expanding=True)))
#: what was merged in some tenants, and was not parted again, at a cut-off
MERGED = select(_MERGE.c.organisation_id, _MERGE.c.into_id).where(
    _MERGE.c.tenant_id.in_(_TENANTS),
    _MERGE.c.at <= _CUTOFF,
    or_(_MERGE.c.undone_at.is_(None), _MERGE.c.undone_at > _CUTOFF),
)
#: names at a cut-off that are not the organisation's own, and all of those that were merged
OTHER_NAMES = (
    select(_NAME.c.tenant_id, _NAME.c.organisation_id, _NAME.c.folded)
    .join(_ORG, _ORG.c.id == _NAME.c.organisation_id)
    .where(
        _NAME.c.tenant_id.in_(_TENANTS),
        _NAME.c.added_at <= _CUTOFF,
        or_(_NAME.c.ended_at.is_(None), _NAME.c.ended_at > _CUTOFF),
        or_(
            _NAME.c.folded != _ORG.c.folded,
            _NAME.c.organisation_id.in_(MERGED.with_only_columns(_MERGE.c.organisation_id)),
        ),
    )
)


@dataclass(frozen=True, slots=True)
class OrgFact:
    """A standing report that names an organisation."""

    id: int
    type: str
    receipt: str
    status: str
    day: date
    said: dict[str, object]


def register(session: Session, tenant_id: int) -> tuple[OrgNamed, ...]:
    """All organisations of a tenant under all their names; merged ones are names of what they are now."""
    rows = session.execute(
        select(Organisation, Place.code, Place.name)
        .outerjoin(Place, Place.id == Organisation.place_id)
        .where(Organisation.tenant_id == tenant_id)
        .order_by(Organisation.name, Organisation.id)
    ).all()
    merges = {org.id: org.merged_into_id for org, _, _ in rows if org.merged_into_id is not None}
    names: dict[int, list[str]] = {}
    for org, _, _ in rows:
        if org.merged_into_id is not None:
            names.setdefault(root_of(org.id, merges), []).append(org.name)
    query = select(Name.organisation_id, Name.name).where(
        Name.tenant_id == tenant_id, Name.ended_at.is_(None)
    )
    for number, name in session.execute(query.order_by(Name.id)):
        names.setdefault(root_of(number, merges), []).append(name)
    return tuple(
        OrgNamed(
            org.id,
            org.name,
            org.kind,
            code or "",
            place or "",
            org.spot,
            tuple(dict.fromkeys(names.get(org.id, ()))),
        )
        for org, code, place in rows
        if org.merged_into_id is None
    )


def part_ids(session: Session, org_id: int) -> list[int]:
    """The organisation and all that were merged into it."""
    found, last = [org_id], [org_id]
    while last:
        last = list(session.scalars(select(Organisation.id).where(Organisation.merged_into_id.in_(last))))
        found += last
    return found


def facts_of(session: Session, org_id: int) -> list[OrgFact]:
    """The standing reports that name it or one merged into it, latest day first."""
    query = (
        select(Fact)
        .where(
            Fact.id.in_(
                select(OrganisationFact.fact_id).where(
                    OrganisationFact.organisation_id.in_(part_ids(session, org_id))
                )
            ),
            Fact.status.in_(STANDING),
        )
        .order_by(Fact.occurred_from.desc(), Fact.id.desc())
    )
    return [
        OrgFact(fact.id, fact.type, fact.receipt, fact.status, fact.occurred_from, dict(fact.fields))
        for fact in session.scalars(query)
    ]


def counts(session: Session, tenant_id: int) -> dict[str, int]:
    """How many organisations there are of each kind."""
    query = (
        select(Organisation.kind, func.count())
        .where(Organisation.tenant_id == tenant_id, Organisation.merged_into_id.is_(None))
        .group_by(Organisation.kind)
    )
    return {row[0]: row[1] for row in session.execute(query)}


@dataclass(frozen=True, slots=True)
class OtherName:
    """Another name of an organisation of a tenant, folded; all by their ids."""

    tenant_id: int
    organisation_id: int
    folded: str


def names_told(
    session: Session, tenant_codes: Collection[str], merges: Mapping[int, int], others: Sequence[OtherName]
) -> tuple[tuple[str, str], ...]:
    """Folded names and the name each counts under in figures, from what MERGED and OTHER_NAMES found.

    Of several tenants a name that means different organisations in two of them counts as written.
    """
    if not merges and not others:
        return ()
    folded = {row.folded for row in others}
    numbers = {*merges, *merges.values(), *(row.organisation_id for row in others)}
    own = (
        session.connection()
        .execute(
            select(_ORG.c.tenant_id, _ORG.c.id, _ORG.c.name).where(
                _ORG.c.tenant_id.in_(_TENANTS), or_(_ORG.c.id.in_(numbers), _ORG.c.folded.in_(folded))
            ),
            {"codes": sorted(tenant_codes)},
        )
        .all()
    )
    found: dict[str, set[str]] = {}
    for tenant in {row.tenant_id for row in own}:
        named = [(row.organisation_id, row.folded) for row in others if row.tenant_id == tenant]
        theirs = {row.id: row.name for row in own if row.tenant_id == tenant}
        mine = {number: into for number, into in merges.items() if number in theirs}
        for name, told in same_names(named, theirs, mine).items():
            found.setdefault(name, set()).add(told)
    return tuple(sorted((name, next(iter(told))) for name, told in found.items() if len(told) == 1))


def merges_of(session: Session, org_id: int) -> Sequence[OrganisationMerge]:
    """What was merged into an organisation and still is, the latest first."""
    query = select(OrganisationMerge).where(
        OrganisationMerge.into_id == org_id, OrganisationMerge.undone_at.is_(None)
    )
    return session.scalars(query.order_by(OrganisationMerge.id.desc())).all()
