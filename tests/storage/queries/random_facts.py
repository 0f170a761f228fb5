"""Random facts of the engine's own small content, in memory and in a database."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from hypothesis import strategies as st
from sqlalchemy.orm import Session

from core.catalogue.fact_types import Role
from core.indicators.facts import FactRow
from storage.models import Fact, Person, Place, Tenant, Unit

_START = date(2025, 1, 1)
_MORNING = datetime(2025, 1, 1, tzinfo=UTC)
_days = st.integers(0, 700).map(lambda days: _START + timedelta(days=days))
_moments = st.integers(0, 700 * 6).map(lambda hours: _MORNING + timedelta(hours=4 * hours))
#: names of one person in several spellings, and of two people who differ by an accent
_names = st.sampled_from(["An", "an", "Bình", "binh", "Chi", "Dung", "Hùng", "Hưng", "hung", "square"])
_FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "level": st.sampled_from(["low", "middle", "high"]),
    "number": st.integers(0, 9),
    "share": st.sampled_from([0.1, 0.2, 0.7, 12.5, 3]),
    "people": st.dictionaries(st.sampled_from(["staff", "guests"]), st.integers(0, 3)),
    "names": st.lists(_names, max_size=3),
    "topics": st.lists(st.sampled_from(["a", "b", "c"]), max_size=3, unique=True),
    "note": _names,
    "stage": st.sampled_from(["stopped", "begun", "done"]),
    "kind": st.sampled_from(["x", "y"]),
}


@st.composite
def facts(draw: st.DrawFn) -> FactRow:
    """One fact that waits, counts, or stands no more; some answers may be missing."""
    day, recorded = draw(_days), draw(_moments)
    confirmed = draw(st.none() | st.just(recorded) | _moments.filter(lambda at: at >= recorded))
    ended = draw(st.none() | st.none() | _moments.filter(lambda at: at >= recorded))
    place = draw(st.booleans())
    fields = draw(st.fixed_dictionaries({}, optional=_FIELDS))
    return FactRow(
        id=0,
        type=draw(st.sampled_from(["visit", "visit", "survey", "check", "loss"])),
        occurred_from=day,
        occurred_to=day,
        place="square" if place else None,
        place_kind="market" if place else None,
        unit=draw(st.sampled_from(["office", None])),
        fields=fields,
        status="confirmed" if confirmed else "pending",
        recorded_at=recorded,
        confirmed_at=confirmed,
        ended_at=ended,
    )


def settle(session: Session) -> int:
    """A town with one place, one unit and one person; the id of its tenant."""
    tenant = Tenant(code="town", name="town")
    session.add(tenant)
    session.flush()
    session.add(Place(tenant_id=tenant.id, code="square", name="Square", kind="market"))
    session.add(Unit(tenant_id=tenant.id, code="office", name="Office"))
    session.add(
        Person(tenant_id=tenant.id, name="An", role=Role.OFFICER, status="active", joined_at=_MORNING)
    )
    session.flush()
    return tenant.id


def store(session: Session, tenant: int, rows: tuple[FactRow, ...]) -> None:
    """Put the facts into the database under their own numbers."""
    place = session.query(Place.id).filter_by(tenant_id=tenant).scalar()
    unit = session.query(Unit.id).filter_by(tenant_id=tenant).scalar()
    person = session.query(Person.id).filter_by(tenant_id=tenant).scalar()
    session.add_all(
        Fact(
            id=row.id,
            tenant_id=tenant,
            type=row.type,
            type_version=1,
            receipt=f"AB-{row.id}",
            draft_key=f"key-{row.id}",
            occurred_from=row.occurred_from,
            occurred_to=row.occurred_to,
            place_id=place if row.place else None,
            unit_id=unit if row.unit else None,
            reporter_id=person,
            fields=dict(row.fields),
            status=row.status,
            recorded_at=row.recorded_at,
            confirmed_at=row.confirmed_at,
            ended_at=row.ended_at,
        )
        for row in rows
    )
    session.flush()
