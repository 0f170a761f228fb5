"""What is stored about things that the content has no longer: it is shown to nobody until they are back."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from core.catalogue import Catalogue
from storage.models import Fact, FactRevision, Person, PlanSetting, Tenant, Unit
from storage.queries.settled import settled_catalogue


@dataclass(frozen=True, slots=True)
class LeftBehind:
    """`what` (tenant, unit, fact_type, target, duty) of which code, in which tenant, with how many rows."""

    what: str
    code: str
    tenant: str
    rows: int


def left_behind(session: Session, catalogue: Catalogue, now: datetime) -> list[LeftBehind]:
    """All of it. Of a tenant that is gone only that is told."""
    people = (
        select(Tenant.code, func.count(Person.id)).join(Person, Person.tenant_id == Tenant.id, isouter=True)
    ).group_by(Tenant.code)
    tenants = [LeftBehind("tenant", code, code, count) for code, count in session.execute(people)]
    gone = [each for each in tenants if each.code not in catalogue.tenants]
    rest = (*_units(session, catalogue, now), *_kinds(session, catalogue), *_settings(session, catalogue))
    return [*gone, *(each for each in rest if each.tenant in catalogue.tenants)]


def _units(session: Session, catalogue: Catalogue, now: datetime) -> Iterator[LeftBehind]:
    """Units with people. Those that admins made are in no content."""
    manned = (
        select(Tenant.code, Unit.code, func.count(Person.id))
        .join(Unit, Unit.tenant_id == Tenant.id)
        .join(Person, Person.unit_id == Unit.id)
        .group_by(Tenant.code, Unit.code)
    )
    for tenant, unit, count in session.execute(manned).all():
        spec = catalogue.tenants.get(tenant)
        if spec is None or any(each.code == unit for each in spec.units):
            continue
        kept = settled_catalogue(session, catalogue, tenant, now).tenants[tenant].units
        if all(each.code != unit for each in kept):
            yield LeftBehind("unit", unit, tenant, count)


def _kinds(session: Session, catalogue: Catalogue) -> Iterator[LeftBehind]:
    """Reports are counted of kinds that are gone alone: at every start of the bot all would be too many."""
    known = FactRevision.type.in_(catalogue.fact_types)
    gone = select(FactRevision.tenant_id, FactRevision.type).where(~known).distinct().subquery()
    rows = (
        select(func.count())
        .where(Fact.tenant_id == gone.c.tenant_id, Fact.type == gone.c.type)
        .scalar_subquery()
    )
    named = select(Tenant.code, gone.c.type, rows).join(gone, gone.c.tenant_id == Tenant.id)
    for tenant, kind, count in session.execute(named):
        yield LeftBehind("fact_type", kind, tenant, count)


def _settings(session: Session, catalogue: Catalogue) -> Iterator[LeftBehind]:
    """What admins decided about targets and duties of plans."""
    duties = {duty.code for plan in catalogue.plans.values() for duty in plan.duties}
    known = {"owner": catalogue.targets, "condition": catalogue.targets, "deadline": duties}
    decided = (
        select(Tenant.code, PlanSetting.kind, PlanSetting.key, func.count())
        .join(Tenant, Tenant.id == PlanSetting.tenant_id)
        .where(PlanSetting.kind.in_(known))
        .group_by(Tenant.code, PlanSetting.kind, PlanSetting.key)
    )
    for tenant, kind, key, count in session.execute(decided):
        if key not in known[kind]:
            yield LeftBehind("duty" if kind == "deadline" else "target", key, tenant, count)
