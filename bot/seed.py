"""Tenants, units and places of the content, brought into the database at start. What was there stays."""

from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.catalogue import Catalogue
from core.catalogue.plans import TenantSpec
from storage.models import Place, Tenant
from storage.queries.settled import settled_catalogue
from storage.repositories import units
from storage.repositories.locks import alone

#: whenever it was settled
_EVER = datetime(9999, 1, 1, tzinfo=UTC)


def bring_in(session: Session, catalogue: Catalogue) -> None:
    """Add what is new and follow new names; nothing is ever deleted, since old reports point to it.

    Of processes that start together one adds, and the others then find it there.
    """
    alone(session, "bring in")
    for spec in catalogue.tenants.values():
        tenant = session.scalar(select(Tenant).where(Tenant.code == spec.code))
        if tenant is None:
            tenant = Tenant(code=spec.code)
            session.add(tenant)
        tenant.name, tenant.timezone = spec.name, spec.timezone
        session.flush()
        # what admins said of units stands before what the content says
        kept = settled_catalogue(session, catalogue, spec.code, _EVER)
        units.bring(session, tenant.id, kept.tenants[spec.code].units)
        _places(session, tenant.id, spec)


def _places(session: Session, tenant_id: int, spec: TenantSpec) -> None:
    there = {
        place.code: place for place in session.scalars(select(Place).where(Place.tenant_id == tenant_id))
    }
    for one in spec.places:
        place = there.get(one.code)
        if place is None:
            place = Place(tenant_id=tenant_id, code=one.code)
            session.add(place)
        place.name, place.kind, place.aliases = one.name, one.kind, list(one.also)


def tenant_id(session: Session, code: str) -> int | None:
    """The row of a tenant."""
    return session.scalar(select(Tenant.id).where(Tenant.code == code))
