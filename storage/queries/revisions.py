"""Which state the reports of some tenants are in, kind by kind."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from storage.models import FactRevision
from storage.models.base import table

_revision = table(FactRevision)

_REVISIONS = (
    select(_revision.c.type, func.sum(_revision.c.token), func.max(_revision.c.latest))
    .where(_revision.c.tenant_id.in_(bindparam("tenants", expanding=True)))
    .group_by(_revision.c.type)
)


@dataclass(frozen=True, slots=True)
class Revision:
    """A state of the reports of a kind: equal numbers, equal reports; and when the last of them changed."""

    token: int
    latest: datetime


def revisions(session: Session, tenants: Sequence[int]) -> Mapping[str, Revision]:
    """The states by the kind of report, as this transaction sees them; none of a kind without reports.

    Those of several tenants are one: random numbers are as different in sum as each by itself.
    """
    session.flush()
    found = session.connection().execute(_REVISIONS, {"tenants": tenants})
    return {type_: Revision(int(token), latest) for type_, token, latest in found}
