"""Which instruments are due, by place and kind, and single ones as they are shown."""

from collections.abc import Collection
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, case, func, select
from sqlalchemy.orm import Session

from core.folding import words_of
from core.indicators.registers import INSTRUMENTS
from core.instruments.due import ATTENTION, Due, bounds
from core.instruments.history import Status, Trouble
from core.instruments.shown import DueTally, InstrumentShown
from storage.models import Fact, Instrument, Place, Tenant
from storage.models.base import table
from storage.repositories.facts import STANDING

_instrument, _place = table(Instrument), table(Place)
_COLUMNS = (
    "id",
    "key",
    "kind",
    "owner",
    "stall",
    "capacity",
    "serial",
    "status",
    "since",
    "verified_on",
    "valid_until",
    "trouble",
    "due_on",
)

#: instruments of a commune that a search by words looks through, and marks of a serial number that tell it
_SEARCHED, _MARKS = 20_000, 3


def tenant_ids(session: Session, codes: Collection[str]) -> tuple[int, ...]:
    """The rows of these tenants."""
    return tuple(session.scalars(select(Tenant.id).where(Tenant.code.in_(codes)).order_by(Tenant.id)))


def due_tallies(session: Session, tenants: Collection[int], today: date) -> tuple[DueTally, ...]:
    """What needs attention by place and kind; only those rows are read."""
    last = bounds(Due.LATER, today).last
    counts = [func.sum(case((_within(which, today), 1), else_=0)) for which in ATTENTION]
    grouped = (
        select(_instrument.c.place_id, _instrument.c.kind, *counts)
        .where(_instrument.c.tenant_id.in_(tenants), _instrument.c.due_on <= last)
        .group_by(_instrument.c.place_id, _instrument.c.kind)
    )
    rows = session.connection().execute(grouped).all()
    names = _places(session, {row.place_id for row in rows if row.place_id is not None})
    found = []
    for place, kind, *numbers in rows:
        code, name = names.get(place, (None, None))
        counts_of = dict(zip(ATTENTION, map(int, numbers), strict=True))
        found.append(DueTally(code, name, kind, counts_of))
    return tuple(sorted(found, key=lambda each: (each.place_name or "", each.kind)))


def due_by_tenant(session: Session, tenants: Collection[int], today: date) -> dict[int, dict[Due, int]]:
    """How many need attention in each tenant that has some: what a province looks at first.

    One count for each class, each along the index; sorting them out row by row takes three times as long.
    """
    found: dict[int, dict[Due, int]] = {}
    tenant = _instrument.c.tenant_id
    for which in ATTENTION:
        query = (
            select(tenant, func.count()).where(tenant.in_(tenants), _within(which, today)).group_by(tenant)
        )
        for tenant_id, number in session.execute(query):
            found.setdefault(tenant_id, dict.fromkeys(ATTENTION, 0))[which] = number
    return found


def due_list(
    session: Session,
    tenants: Collection[int],
    today: date,
    which: Due | None,
    place: str | None = None,
    page: tuple[int, int] = (0, 10),
) -> tuple[InstrumentShown, ...]:
    """Those due so soon (None: all that need attention), most urgent first; `page` is first and how many."""
    within = _within(which, today) if which else _instrument.c.due_on <= bounds(Due.LATER, today).last
    # of many tenants the list is walked from the most urgent on, instead of sorting what is due in each
    tenant = _instrument.c.tenant_id if len(tenants) == 1 else _instrument.c.tenant_id + 0
    query = _shown().where(tenant.in_(tenants), within)
    if place is not None:
        query = query.where(_place.c.code == place)
    first, limit = page
    ordered = query.order_by(_instrument.c.due_on, _instrument.c.id)
    return _read(session, ordered.offset(first).limit(limit))


def listed_count(session: Session, tenants: Collection[int]) -> int:
    """How many are in use."""
    query = select(func.count()).where(
        _instrument.c.tenant_id.in_(tenants), _instrument.c.due_on.is_not(None)
    )
    return session.scalar(query) or 0


def places_listed(session: Session, tenant_id: int) -> tuple[tuple[str, str, int], ...]:
    """Code and name of the tenant's places with instruments in use, and how many."""
    rows = session.execute(
        select(_place.c.code, _place.c.name, func.count())
        .join(_instrument, _instrument.c.place_id == _place.c.id)
        .where(_instrument.c.tenant_id == tenant_id, _instrument.c.due_on.is_not(None))
        .group_by(_place.c.code, _place.c.name)
        .order_by(_place.c.name)
    )
    return tuple((code, name, count) for code, name, count in rows)


def at_place(session: Session, tenant_id: int, place: str) -> tuple[InstrumentShown, ...]:
    """All in use at a place, in the order they were listed."""
    query = _shown().where(
        _place.c.tenant_id == tenant_id, _place.c.code == place, _instrument.c.status == "in_use"
    )
    return _read(session, query.order_by(_instrument.c.id))


def one(session: Session, tenants: Collection[int], key: str) -> InstrumentShown | None:
    """The instrument with this key, if it is one of these tenants'."""
    query = _shown().where(_instrument.c.tenant_id.in_(tenants), _instrument.c.key == key)
    return next(iter(_read(session, query)), None)


def by_keys_shown(session: Session, tenant_id: int, keys: Collection[str]) -> tuple[InstrumentShown, ...]:
    """Those of a tenant with these keys."""
    if not keys:
        return ()
    return _read(session, _shown().where(_instrument.c.tenant_id == tenant_id, _instrument.c.key.in_(keys)))


def search(
    session: Session, tenants: Collection[int], serial_key: str, limit: int = 5
) -> tuple[InstrumentShown, ...]:
    """Those whose serial number is this."""
    query = _shown().where(_instrument.c.tenant_id.in_(tenants), _instrument.c.serial_key == serial_key)
    return _read(session, query.order_by(_instrument.c.id).limit(limit))


def matching(
    session: Session, tenants: Collection[int], typed: str, limit: int
) -> tuple[InstrumentShown, ...]:
    """Those of a stall, of an owner with these words in the name, or with these marks in the serial number.

    Typed with or without diacritics. The whole list is looked through: at most `_SEARCHED`, the latest.
    """
    words, marks = words_of(typed).split(), words_of(typed).replace(" ", "")
    if not marks:
        return ()
    columns = (_instrument.c[name] for name in ("id", "owner", "stall", "serial_key"))
    rows = session.execute(
        select(*columns)
        .where(_instrument.c.tenant_id.in_(tenants), _instrument.c.ended_at.is_(None))
        .order_by(_instrument.c.id.desc())
        .limit(_SEARCHED)
    )
    at_stall, others = list[int](), list[int]()
    for row in rows:
        if words_of(row.stall) == " ".join(words):
            at_stall.append(row.id)
        elif set(words) <= set(words_of(row.owner).split()) or (
            len(marks) >= _MARKS and marks in row.serial_key
        ):
            others.append(row.id)
    found = [*at_stall, *others][:limit]
    by_id = {each.id: each for each in _read(session, _shown().where(_instrument.c.id.in_(found)))}
    return tuple(by_id[each] for each in found)


def owned(session: Session, person_id: int) -> tuple[InstrumentShown, ...]:
    """A household's own, in the order they were listed."""
    return _read(session, _shown().where(_instrument.c.owner_id == person_id).order_by(_instrument.c.id))


def of_organisations(session: Session, ids: Collection[int]) -> tuple[InstrumentShown, ...]:
    """Those in use that belong to one of these organisations, the most urgent first."""
    query = _shown().where(_instrument.c.organisation_id.in_(ids), _instrument.c.status == "in_use")
    return _read(session, query.order_by(_instrument.c.due_on, _instrument.c.id))


def _within(which: Due, today: date) -> ColumnElement[bool]:
    due = bounds(which, today)
    return _instrument.c.due_on.between(due.first, due.last)


def _places(session: Session, ids: Collection[int]) -> dict[int | None, tuple[str, str]]:
    rows = session.execute(select(Place.id, Place.code, Place.name).where(Place.id.in_(ids)))
    return {row.id: (row.code, row.name) for row in rows}


def _shown() -> Select[Any]:
    columns = (_instrument.c[name] for name in _COLUMNS)
    query = select(_place.c.code.label("place"), _place.c.name.label("place_name"), *columns)
    joined = query.outerjoin(_place, _place.c.id == _instrument.c.place_id)
    return joined.where(_instrument.c.ended_at.is_(None))


def _read(session: Session, query: Select[Any]) -> tuple[InstrumentShown, ...]:
    found = []
    for row in session.execute(query).mappings():
        said = dict(row)
        status, trouble = Status(said.pop("status")), said.pop("trouble")
        found.append(InstrumentShown(**said, status=status, trouble=Trouble(trouble) if trouble else None))
    return tuple(found)


def surveyed_on(session: Session, place_id: int, kind: str) -> date | None:
    """The day of the last survey of a kind at a place."""
    query = select(func.max(Fact.occurred_from)).where(
        Fact.place_id == place_id,
        Fact.type == "instrument_registered",
        Fact.status == "confirmed",
        Fact.fields["instrument_kind"].as_string() == kind,
    )
    return session.scalar(query)


def only_counted(session: Session, place_id: int, kind: str, since: date | None) -> int:
    """How many were reported as new at a place after the last survey without a card of their own."""
    query = select(Fact.fields).where(
        Fact.place_id == place_id,
        Fact.type == "instrument_added",
        Fact.status.in_(STANDING),
        Fact.fields["instrument_kind"].as_string() == kind,
        Fact.occurred_from > (since or date.min),
    )
    return sum(int(said["count"]) for said in session.scalars(query) if INSTRUMENTS not in said)
