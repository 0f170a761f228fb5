"""Which state the reports of some tenants are in, kind by kind and calendar year by calendar year."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from storage.models import Fact, FactRevision
from storage.models.base import table

_revision, _fact = table(FactRevision), table(Fact)

_REVISIONS = (
    select(
        _revision.c.type,
        _revision.c.year,
        func.sum(_revision.c.token),
        func.max(_revision.c.latest),
        func.sum(_revision.c.added),
        func.sum(_revision.c.rewritten),
    )
    .where(_revision.c.tenant_id.in_(bindparam("tenants", expanding=True)))
    .group_by(_revision.c.type, _revision.c.year)
)

_COUNTED = (
    select(_fact.c.type, func.count())
    .where(_fact.c.tenant_id.in_(bindparam("tenants", expanding=True)))
    .group_by(_fact.c.type)
)


_LAST = select(func.coalesce(func.max(_fact.c.id), 0))


@dataclass(frozen=True, slots=True)
class Revision:
    """A state of the reports of a kind and a year: equal tokens, equal reports; and their last change.

    `added` is how many there are. Of two states with the same `rewritten` the later one has the reports of
    the earlier as they were, and others.
    """

    token: int
    latest: datetime
    added: int
    rewritten: int


#: of one kind, year by year; there is none of a year without reports
Years = Mapping[int, Revision]


def revisions(session: Session, tenants: Sequence[int]) -> Mapping[str, Years]:
    """The states by the kind of report, as this transaction sees them; none of a kind without reports.

    Those of several tenants are one: random numbers are as different in sum as each by itself.
    """
    session.flush()
    found: dict[str, dict[int, Revision]] = {}
    rows = session.connection().execute(_REVISIONS, {"tenants": tenants})
    for type_, year, token, latest, added, rewritten in rows:
        state = Revision(int(token), latest, int(added), int(rewritten))
        found.setdefault(type_, {})[year] = state
    return found


def last_id(session: Session) -> int:
    """The greatest id of all reports; 0 where there are none."""
    return int(session.connection().execute(_LAST).scalar_one())


def counted(session: Session, tenants: Sequence[int]) -> Mapping[str, int]:
    """How many reports of each kind were ever stored, those withdrawn among them."""
    rows = session.connection().execute(_COUNTED, {"tenants": tenants})
    return {type_: int(count) for type_, count in rows}
