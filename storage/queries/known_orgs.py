"""The organisations of a tenant's register, so that they are known when named again."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from core.understanding.filling import Named
from storage.models import OrganisationFact, Tenant
from storage.queries.organisations import register

#: names kept in memory at most; the latest named first
MOST = 3_000
#: shorter names are heard in too much
_SHORTEST = 4


def known_orgs(session: Session, tenant: str) -> tuple[Named, ...]:
    """Each organisation that a report has named, with its type and all its names, the latest named first."""
    tenant_id = session.scalar(select(Tenant.id).where(Tenant.code == tenant))
    if tenant_id is None:
        return ()
    named = select(OrganisationFact.organisation_id, func.max(OrganisationFact.fact_id))
    rows = session.execute(named.group_by(OrganisationFact.organisation_id))
    latest: dict[int, int] = {row[0]: row[1] for row in rows}
    found = [org for org in register(session, tenant_id) if org.id in latest and len(org.name) >= _SHORTEST]
    found.sort(key=lambda org: -latest[org.id])
    return tuple(
        Named(
            org.name, org.name, org.kind, tuple(n for n in org.names if len(n) >= _SHORTEST and n != org.name)
        )
        for org in found[:MOST]
    )
