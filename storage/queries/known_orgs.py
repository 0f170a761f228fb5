"""The organisations that a tenant's reports have named, so that they are known when named again."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from core.understanding.filling import Named
from storage.models import Fact, Tenant

#: names kept in memory at most; the latest named first
MOST = 3_000


def known_orgs(session: Session, tenant: str) -> tuple[Named, ...]:
    """Name and type of each organisation in standing reports, the latest named first."""
    name = Fact.fields["org"].as_string()
    kind = func.max(Fact.fields["org_type"].as_string())
    rows = session.execute(
        select(name, kind)
        .join(Tenant, Tenant.id == Fact.tenant_id)
        .where(Tenant.code == tenant, Fact.status.in_(("confirmed", "pending")), name.is_not(None))
        .group_by(name)
        .order_by(func.max(Fact.id).desc())
        .limit(MOST)
    )
    return tuple(Named(org, org, type_ or "") for org, type_ in rows if org and len(org) > 3)
