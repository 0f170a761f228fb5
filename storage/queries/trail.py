"""Lines of the trail as they are shown: what became of a record, and what was changed lately."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session

from core.confidential import CONFIDENTIAL, keeps_name_back
from core.trail import ERASED
from storage.models import (
    Audit,
    Broadcast,
    Fact,
    Incident,
    LocalArticle,
    Organisation,
    Person,
    PlanSetting,
    Product,
    Request,
    Unit,
)
from storage.models.base import Base
from storage.queries.visible import Viewer, visible_facts

#: keys of a line's old and new values that name somebody, or something, by number
_NUMBERED: Mapping[type[Base], frozenset[str]] = {
    Person: frozenset({"asker", "owner", "person", "taker"}),
    Unit: frozenset({"unit"}),
    Organisation: frozenset({"into"}),
}


@dataclass(frozen=True, slots=True)
class TrailLine:
    """One change. `who` is None where no member did it; `erased`: personal data were taken out."""

    at: datetime
    who: str | None
    action: str
    entity: str
    entity_id: int
    old: Mapping[str, Any]
    new: Mapping[str, Any]
    erased: bool
    actor_id: int | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """Some lines, newest first, and how many pages there are."""

    lines: Sequence[TrailLine]
    pages: int


def of_record(session: Session, entity: str, ids: Collection[int], page: int, size: int) -> Page:
    """What is told of these rows of a table."""
    return _page(session, and_(Audit.entity == entity, Audit.entity_id.in_(ids)), page, size)


def latest(session: Session, viewer: Viewer, entities: Collection[str], page: int, size: int) -> Page:
    """What was changed in the viewer's tenant; of reports those they may see. No entities: of all kinds."""
    seen = select(Fact.id).where(Fact.id == Audit.entity_id, visible_facts(viewer)).exists()
    allowed = or_(Audit.entity != Fact.__tablename__, seen)
    wanted = Audit.entity.in_(entities) if entities else Audit.action != ERASED
    return _page(session, and_(Audit.chain == viewer.tenant_id, wanted, allowed), page, size)


def versions_of(session: Session, fact: Fact) -> Sequence[int]:
    """A report with all that it was before and became: they have one number."""
    same = select(Fact.id).where(Fact.tenant_id == fact.tenant_id, Fact.receipt == fact.receipt)
    return session.scalars(same).all()


def settings_of(session: Session, tenant_id: int, target: str) -> Sequence[int]:
    """The decisions about a target, or about a parameter of a plan."""
    mine = (PlanSetting.tenant_id == tenant_id, PlanSetting.key == target)
    return session.scalars(select(PlanSetting.id).where(*mine)).all()


#: how things are called, by the column of their table
_NAMED: Mapping[str, tuple[type[Base], Any]] = {
    "fact": (Fact, Fact.receipt),
    "person": (Person, Person.name),
    "organisation": (Organisation, Organisation.name),
    "request": (Request, Request.receipt),
    "incident": (Incident, Incident.receipt),
    "product": (Product, Product.name),
    "broadcast": (Broadcast, Broadcast.id),
    "plan_setting": (PlanSetting, PlanSetting.key),
    "local_article": (LocalArticle, LocalArticle.question),
}


def names_of(session: Session, lines: Sequence[TrailLine]) -> Mapping[tuple[str, int], str]:
    """What the things that lines tell of are called today."""
    found: dict[tuple[str, int], str] = {}
    for entity, (model, column) in _NAMED.items():
        ids = {line.entity_id for line in lines if line.entity == entity}
        if ids:
            number = model.__table__.c.id
            rows = session.execute(select(number, column).where(number.in_(ids)))
            found |= {(entity, row[0]): str(row[1]) for row in rows}
    return found


def with_names(session: Session, lines: Sequence[TrailLine]) -> Sequence[TrailLine]:
    """The same lines with the names of people, units and businesses they tell of by number, as of today."""
    for model, keys in _NUMBERED.items():
        lines = _named(session, lines, model, keys)
    return lines


def _named(
    session: Session, lines: Sequence[TrailLine], model: type[Base], keys: Collection[str]
) -> Sequence[TrailLine]:
    told = [side[key] for line in lines for side in (line.old, line.new) for key in keys if key in side]
    ids = {number for number in told if isinstance(number, int)}
    if not ids:
        return lines
    columns = model.__table__.c
    rows = session.execute(select(columns.id, columns.name).where(columns.id.in_(ids)))
    names = {row[0]: row[1] for row in rows}

    def named(side: Mapping[str, Any]) -> Mapping[str, Any]:
        return {
            key: names.get(value, value) if key in keys and isinstance(value, int) else value
            for key, value in side.items()
        }

    return [replace(line, old=named(line.old), new=named(line.new)) for line in lines]


def kinds_of(session: Session, lines: Sequence[TrailLine]) -> Mapping[int, str]:
    """The kinds of the reports that lines tell of."""
    ids = {line.entity_id for line in lines if line.entity == Fact.__tablename__}
    rows = session.execute(select(Fact.id, Fact.type).where(Fact.id.in_(ids))) if ids else ()
    return {row[0]: row[1] for row in rows}


def nameless(session: Session, lines: Sequence[TrailLine]) -> Collection[tuple[int, int | None]]:
    """Of reports whose sender keeps their name back: the number of each, and who it is."""
    ids = {line.entity_id for line in lines if line.entity == Fact.__tablename__}
    found = select(Fact.id, Fact.reporter_id, Fact.type, Fact.fields).where(
        Fact.id.in_(ids), Fact.type.in_(CONFIDENTIAL)
    )
    rows = session.execute(found) if ids else ()
    return {(row.id, row.reporter_id) for row in rows if keeps_name_back(row.type, row.fields)}


def _page(session: Session, which: ColumnElement[bool], page: int, size: int) -> Page:
    count = session.scalar(select(func.count()).select_from(Audit).where(which)) or 0
    pages = max(1, -(-count // size))
    query = (
        select(Audit, Person.name)
        .outerjoin(Person, Person.id == Audit.actor_id)
        .where(which)
        .order_by(Audit.id.desc())
        .limit(size)
        .offset(page % pages * size)
    )
    told = [
        TrailLine(
            row.at,
            who,
            row.action,
            row.entity,
            row.entity_id,
            row.old or {},
            row.new or {},
            not row.salt,
            row.actor_id,
        )
        for row, who in session.execute(query)
    ]
    return Page(told, pages)
