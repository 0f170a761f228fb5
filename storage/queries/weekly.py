"""What happened in a tenant in a week, or another round: reports by kind and by unit, and what waits."""

from dataclasses import dataclass

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from core.rounds import Round
from storage.models import Fact, Person, Tenant, Unit
from storage.queries.silent import SilentUnit, recorded_in, silent_units
from storage.queries.visible import open_to_all
from storage.written_once import run

#: the kind of report that collects what stands in the way
DIFFICULTY = "difficulty"
_TENANT = select(Tenant.id, Tenant.name, Tenant.timezone).where(Tenant.code == bindparam("code"))


@dataclass(frozen=True, slots=True)
class KindCount:
    """How many reports of one kind came in; `kind` is the fact type's code."""

    kind: str
    reports: int


@dataclass(frozen=True, slots=True)
class UnitCount:
    """How many reports one unit sent; `name` is None for people who belong to no unit."""

    name: str | None
    reports: int


@dataclass(frozen=True, slots=True)
class Activity:
    """A round of one tenant. `pending` reports and `newcomers` wait for somebody, whenever they came."""

    kinds: tuple[KindCount, ...]
    units: tuple[UnitCount, ...]
    silent: tuple[SilentUnit, ...]
    pending: int
    newcomers: int


@dataclass(frozen=True, slots=True)
class TenantFound:
    """A tenant as a summary names it, with the name of its time zone."""

    id: int
    name: str
    zone: str


def find_tenant(session: Session, code: str) -> TenantFound | None:
    """The tenant of this code."""
    row = run(session, _TENANT, code=code).first()
    return TenantFound(*row) if row else None


def activity_in(session: Session, tenant_id: int, when: Round) -> Activity:
    """Counts of one round, most reports first."""
    return Activity(
        kinds=_kinds(session, tenant_id, when),
        units=_units(session, tenant_id, when),
        silent=silent_units(session, tenant_id, when),
        pending=_waiting(session, Fact, tenant_id),
        newcomers=_waiting(session, Person, tenant_id),
    )


@dataclass(frozen=True, slots=True)
class Told:
    """A difficulty as it was told. `subject` is a code of the list it is chosen from."""

    receipt: str
    unit: str | None
    subject: str
    detail: str


def difficulties_in(session: Session, tenant_id: int, when: Round) -> tuple[Told, ...]:
    """The difficulties reported in that time, oldest first."""
    query = (
        select(Fact.receipt, Unit.name, Fact.fields)
        .outerjoin(Unit, Unit.id == Fact.unit_id)
        .where(Fact.tenant_id == tenant_id, Fact.type == DIFFICULTY, recorded_in(when), open_to_all())
        .order_by(Fact.id)
    )
    return tuple(
        Told(receipt, unit, str(fields.get("subject") or ""), str(fields.get("detail") or ""))
        for receipt, unit, fields in session.execute(query)
    )


def _kinds(session: Session, tenant_id: int, when: Round) -> tuple[KindCount, ...]:
    query = (
        select(Fact.type, func.count())
        .where(Fact.tenant_id == tenant_id, recorded_in(when), open_to_all())
        .group_by(Fact.type)
        .order_by(func.count().desc(), Fact.type)
    )
    return tuple(KindCount(*row) for row in session.execute(query))


def _units(session: Session, tenant_id: int, when: Round) -> tuple[UnitCount, ...]:
    query = (
        select(Unit.name, func.count())
        .select_from(Fact)
        .outerjoin(Unit, Unit.id == Fact.unit_id)
        .where(Fact.tenant_id == tenant_id, recorded_in(when), open_to_all())
        .group_by(Unit.id, Unit.name)
        .order_by(func.count().desc(), Unit.name)
    )
    return tuple(UnitCount(*row) for row in session.execute(query))


def _waiting(session: Session, table: type[Fact] | type[Person], tenant_id: int) -> int:
    query = (
        select(func.count()).select_from(table).where(table.tenant_id == tenant_id, table.status == "pending")
    )
    return session.execute(query.where(open_to_all()) if table is Fact else query).scalar_one()
