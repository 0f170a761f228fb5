"""Where the figures of a tenant come from."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.catalogue import Catalogue
from core.errors import TiendoError
from storage.models import Tenant
from storage.queries.facts import StoredFacts


def tenant_facts(session: Session, catalogue: Catalogue, tenant_code: str) -> StoredFacts:
    """All facts of the tenant of this code. Raises TiendoError when the database has no such tenant."""
    tenant_id = session.scalar(select(Tenant.id).where(Tenant.code == tenant_code))
    if tenant_id is None:
        raise TiendoError(f"there is no tenant {tenant_code!r} in the database")
    return StoredFacts(session, catalogue, tenant_id)
