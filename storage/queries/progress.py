"""Where the figures of a tenant come from."""

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from core.catalogue import Catalogue
from core.errors import TiendoError
from storage.models import Tenant
from storage.queries.facts import StoredFacts
from storage.written_once import run

_TENANTS = select(Tenant.code, Tenant.id).where(Tenant.code.in_(bindparam("codes", expanding=True)))


def tenant_facts(
    session: Session, catalogue: Catalogue, tenant_code: str, *, whole: bool = False
) -> StoredFacts:
    """All facts of the tenant of this code and of those below it; `whole` as in StoredFacts.

    Raises TiendoError when the database has no such tenant.
    """
    codes = catalogue.with_children(tenant_code)
    found = {row.code: row.id for row in run(session, _TENANTS, codes=sorted(codes))}
    if tenant_code not in found:
        raise TiendoError(f"there is no tenant {tenant_code!r} in the database")
    return StoredFacts(session, catalogue, sorted(found.values()), whole=whole)
