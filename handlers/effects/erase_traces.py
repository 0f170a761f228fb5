"""What a household's reports and its business say of it is taken out when it wants its data deleted.

Figures need the reports, not whose they are: a report that counts keeps what it counts. One that nobody
confirmed keeps no words and no pictures.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from core.catalogue import Catalogue
from core.organisations import folded_name
from core.trail import Words
from handlers.effects.instrument_reports import companions
from storage.models import (
    Audit,
    Evidence,
    Fact,
    Organisation,
    OrganisationFact,
    OrganisationName,
)
from storage.repositories import audit

#: when, by whom, and from which message somebody's data are taken out
Done = tuple[datetime, int, int | None]
#: instead of a name
NOBODY = "–"
_OWNER, _STALL, _ORG = "owner", "stall", "org"


def reports_of(session: Session, person_id: int) -> Sequence[Fact]:
    """What the person reported, and what was recorded of their scales when it was confirmed."""
    query = select(Fact).where(Fact.reporter_id == person_id)
    found = session.scalars(query.order_by(Fact.id)).all()
    return [each for fact in found for each in (fact, *companions(session, fact))]


def from_reports(
    session: Session, catalogue: Catalogue, found: Sequence[Fact], names: Mapping[str, str], done: Done
) -> None:
    """Take out whose they are. `names`: what stands for a name of an organisation, by the name folded."""
    words: list[tuple[Audit, Words, Words]] = []
    for fact in found:
        dropped = {_STALL}
        if fact.confirmed_at is None:
            kind = catalogue.fact_types.get(fact.type)
            # of a kind that the content has no longer nobody can tell which fields are texts
            texts = {f.code for f in kind.fields if f.type == "text"} if kind else set(fact.fields)
            dropped |= texts - {_OWNER, _ORG}
            session.execute(delete(Evidence).where(Evidence.draft_key == fact.draft_key))
        fact.fields = _without(fact.fields, dropped, names)
        trail = select(Audit).where(Audit.entity == "fact", Audit.entity_id == fact.id)
        for row in session.scalars(trail):
            told = (row, _told(row.old, dropped, names), _told(row.new, dropped, names))
            if told[1:] != (row.old, row.new):
                words.append(told)
    session.flush()
    audit.erase_words(session, words, *done)


def name_of_nobody(session: Session, org: Organisation, done: Done) -> dict[str, str]:
    """A business that only this person told of loses its names; what stands for each of them, folded."""
    person_id = done[1]
    by_others = (
        select(Fact.id)
        .join(OrganisationFact, OrganisationFact.fact_id == Fact.id)
        .where(OrganisationFact.organisation_id == org.id, Fact.reporter_id != person_id)
    )
    if org.created_by != person_id or session.scalar(by_others.limit(1)) is not None:
        return {}
    others = select(OrganisationName.folded).where(OrganisationName.organisation_id == org.id)
    known = {org.folded, *session.scalars(others)}
    session.execute(delete(OrganisationName).where(OrganisationName.organisation_id == org.id))
    org.name = org.folded = f"{NOBODY} {org.id}"
    session.flush()
    trail = select(Audit).where(Audit.entity == "organisation", Audit.entity_id == org.id)
    told = ((row, _nameless(row.old), _nameless(row.new)) for row in session.scalars(trail).all())
    audit.erase_words(session, [each for each in told if each[1:] != (each[0].old, each[0].new)], *done)
    return dict.fromkeys(known, org.name)


def _nameless(kept: dict[str, Any] | None) -> dict[str, Any] | None:
    return {**kept, "name": NOBODY} if kept and "name" in kept else kept


def _told(kept: dict[str, Any] | None, dropped: set[str], names: Mapping[str, str]) -> dict[str, Any] | None:
    fields = kept.get("fields") if kept else None
    return {**kept, "fields": _without(fields, dropped, names)} if kept and fields else kept


def _without(fields: dict[str, Any], dropped: set[str], names: Mapping[str, str]) -> dict[str, Any]:
    left = {code: value for code, value in fields.items() if code not in dropped}
    if _OWNER in left:
        left[_OWNER] = NOBODY
    if _ORG in left:
        left[_ORG] = names.get(folded_name(str(left[_ORG])), left[_ORG])
    return left
