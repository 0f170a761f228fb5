"""What a unit reported before of one kind."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from storage.models import Fact

#: the latest so many reports
_LOOKED_AT = 24


def said_before(
    session: Session,
    tenant_id: int,
    kind: str,
    by: tuple[int | None, int],
    without: int | None,
) -> Sequence[Mapping[str, Any]]:
    """The fields of the latest confirmed reports of a unit (of a person who is in none); `by`: the two."""
    unit_id, person_id = by
    query = select(Fact.fields).where(
        Fact.tenant_id == tenant_id,
        Fact.type == kind,
        Fact.status == "confirmed",
        Fact.unit_id == unit_id if unit_id is not None else Fact.reporter_id == person_id,
    )
    if without is not None:
        query = query.where(Fact.id != without)
    return session.scalars(query.order_by(Fact.occurred_from.desc(), Fact.id.desc()).limit(_LOOKED_AT)).all()
