"""Of reports behind figures: which tenant each is from, and how much evidence came with it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from storage.models import Evidence, Fact, Tenant

#: ids asked about at once: databases take a limited number of values in a statement
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Source:
    """Where one report comes from: the code of its tenant, and how much evidence it has."""

    tenant: str
    evidence: int


def sources(session: Session, ids: Collection[int]) -> Mapping[int, Source]:
    """The sources of these reports by their ids."""
    wanted = sorted(set(ids))
    found: dict[int, Source] = {}
    for at in range(0, len(wanted), _AT_ONCE):
        query = (
            select(Fact.id, Tenant.code, func.count(Evidence.id))
            .join(Tenant, Tenant.id == Fact.tenant_id)
            .outerjoin(Evidence, Evidence.draft_key == Fact.draft_key)
            .where(Fact.id.in_(wanted[at : at + _AT_ONCE]))
            .group_by(Fact.id, Tenant.code)
        )
        found.update((number, Source(code, count)) for number, code, count in session.execute(query))
    return found
