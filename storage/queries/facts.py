"""The facts of one tenant as figures read them: `core.indicators.facts.Facts` over the database."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, Select, select
from sqlalchemy.orm import Session

from core.catalogue import Catalogue
from core.catalogue.fact_types import FactType
from core.catalogue.plans import Member
from core.dialogue.forms import completed
from core.indicators.facts import FactRow, members_on
from storage.models import Fact, Person, Place, Unit


class StoredFacts:
    """A tenant's facts within one transaction. Each fact type is read once and kept.

    Rosters are those of the content.
    """

    def __init__(self, session: Session, catalogue: Catalogue, tenant_id: int) -> None:
        self._session = session
        self._catalogue = catalogue
        self._tenant_id = tenant_id
        self._read: dict[str, tuple[FactRow, ...]] = {}

    def of_type(self, type_: str, start: date | None, end: date) -> tuple[FactRow, ...]:
        """All facts of the type that happened on these days, also those that no longer stand."""
        if type_ not in self._read:
            # Targets that speak of one type have different windows: one read serves them all.
            query = facts_query().where(Fact.tenant_id == self._tenant_id, Fact.type == type_)
            self._read[type_] = tuple(fact_row(row, self._catalogue) for row in self._session.execute(query))
        first = start or date.min
        return tuple(row for row in self._read[type_] if first <= row.occurred_from <= end)

    def roster(self, code: str, as_of: date) -> tuple[Member, ...]:
        return members_on(self._catalogue, code, as_of)


def fact_row_of(session: Session, catalogue: Catalogue, fact_id: int) -> FactRow | None:
    """One stored fact as figures read it."""
    row = session.execute(facts_query().where(Fact.id == fact_id)).first()
    return fact_row(row, catalogue) if row else None


def facts_query() -> Select[Any]:
    """Facts with the codes of their place and unit and the role of who reported."""
    return (
        select(
            Fact.id,
            Fact.type,
            Fact.occurred_from,
            Fact.occurred_to,
            Place.code.label("place"),
            Place.kind.label("place_kind"),
            Unit.code.label("unit"),
            Person.role.label("reporter_role"),
            Fact.fields.label("stored"),
            Fact.status,
            Fact.recorded_at,
            Fact.decided_at,
            Fact.ended_at,
            Fact.receipt,
        )
        .join(Person, Person.id == Fact.reporter_id)
        .outerjoin(Place, Place.id == Fact.place_id)
        .outerjoin(Unit, Unit.id == Fact.unit_id)
    )


def fact_row(row: Row[Any], catalogue: Catalogue) -> FactRow:
    """A row of `facts_query`, frozen."""
    kind = catalogue.fact_types.get(row.type)
    return FactRow(
        id=row.id,
        type=row.type,
        occurred_from=row.occurred_from,
        occurred_to=row.occurred_to,
        place=row.place,
        place_kind=row.place_kind,
        unit=row.unit,
        fields=_with_computed(row.stored, kind),
        status=row.status,
        recorded_at=row.recorded_at,
        confirmed_at=_confirmed_at(row, kind),
        ended_at=row.ended_at,
        receipt=row.receipt,
    )


def _with_computed(stored: dict[str, Any], kind: FactType | None) -> dict[str, Any]:
    """The stored fields: computed ones are among them, but for those the content has gained since."""
    if kind is None or all(field.formula is None or field.code in stored for field in kind.fields):
        return stored
    return {**completed(kind, stored), **stored}


def _confirmed_at(row: Row[Any], kind: FactType | None) -> datetime | None:
    """When it began to count: when it was decided on, or at once.

    What was ended with no decision did count if its kind counts at once for that role, so that a report of
    the days before its end still holds it.
    """
    if row.status in ("pending", "rejected"):
        return None
    if row.decided_at is not None or row.status == "confirmed":
        moment: datetime = row.decided_at or row.recorded_at
        return moment
    becomes = {role.value: status for role, status in kind.reporters.items()} if kind else {}
    at_once = becomes.get(row.reporter_role) == "confirmed"
    recorded_at: datetime = row.recorded_at
    return recorded_at if at_once else None
