"""What the database holds at the end of a story, in words that are the same whatever the channel."""

from collections.abc import Sequence
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from scheduler.jobs import carry_over, digest, open_requests, prepare_figures, purge, verification_due
from storage.models import Audit, Conversation, DueRun, Evidence, Fact, Invite, Outbox, Person, Place, Unit
from storage.queries.depths import depths

Rows = list[dict[str, Any]]
#: jobs of each day, of which nobody hears in a week without requests and scales
DAILY = (
    carry_over.NAME,
    digest.AFTERNOON,
    digest.MORNING,
    open_requests.NAME,
    prepare_figures.NAME,
    purge.NAME,
    verification_due.NAME,
)
_ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


def records(session: Session) -> dict[str, Any]:
    """Everything a story leaves behind; rows in the order in which they were written."""
    names = {person.id: person.name for person in _all(session, Person)}
    facts = {fact.id: fact for fact in _all(session, Fact)}
    waiting = depths(session)
    return {
        "people": _people(session, names),
        "facts": [_fact(session, fact, names, facts) for fact in facts.values()],
        "evidence": _evidence(session, names, facts),
        "audit": _audit(session, names, facts),
        "runs": [
            f"{run.job} {run.due_at.astimezone(_ZONE):%d/%m %H:%M} {run.outcome}"
            for run in _all(session, DueRun)
            if run.job not in DAILY
        ],
        "scheduled messages": _scheduled(session, names),
        "uses left of invites": [invite.uses_left for invite in _all(session, Invite)],
        "unfinished": {
            "inbox": waiting.inbox,
            "outbox": waiting.outbox,
            "given up": waiting.dead,
            "forms": sum(talk.open_form is not None for talk in _all(session, Conversation)),
            "audit without its message": sum(line.inbox_id is None for line in _all(session, Audit)),
        },
    }


def _all(session: Session, model: Any) -> Sequence[Any]:
    return session.scalars(select(model).order_by(model.id)).all()


def _people(session: Session, names: dict[int, str]) -> Rows:
    units = {unit.id: unit.code for unit in _all(session, Unit)}
    return [
        {
            "name": person.name,
            "role": person.role,
            "unit": units.get(person.unit_id),
            "status": person.status,
            "agreed": f"{person.consent_at.astimezone(_ZONE):%d/%m}",
            "approved by": names.get(person.approved_by),
        }
        for person in _all(session, Person)
    ]


def _fact(session: Session, fact: Fact, names: dict[int, str], facts: dict[int, Fact]) -> dict[str, Any]:
    place = session.get(Place, fact.place_id) if fact.place_id else None
    told = {
        "receipt": fact.receipt,
        "type": fact.type,
        "by": names[fact.reporter_id],
        "status": fact.status,
        "day": f"{fact.occurred_from:%d/%m}",
        "recorded": f"{fact.recorded_at.astimezone(_ZONE):%d/%m}",
        "place": place.code if place else None,
        "fields": fact.fields,
    }
    if fact.supersedes_id:
        told |= {"instead of": facts[fact.supersedes_id].receipt, "reason": fact.reason}
    return told


def _evidence(session: Session, names: dict[int, str], facts: dict[int, Fact]) -> Rows:
    behind = {fact.draft_key: fact for fact in facts.values()}
    return [
        {
            "of": f"{behind[one.draft_key].receipt} {behind[one.draft_key].status}",
            "by": names[one.person_id],
            "kind": one.kind,
            "mime": one.mime,
            "stored": one.stored,
        }
        for one in _all(session, Evidence)
    ]


def _audit(session: Session, names: dict[int, str], facts: dict[int, Fact]) -> list[str]:
    """ "Vũ Minh: withdraw fact KT-0513-01 (status: confirmed > withdrawn)"."""

    def subject(line: Audit) -> str:
        if line.entity == "fact":
            return facts[line.entity_id].receipt
        # PostgreSQL gives keys back in an order of its own
        return (
            names[line.entity_id] if line.entity == "person" else str(dict(sorted((line.new or {}).items())))
        )

    return [
        f"{names[line.actor_id or 0]}: {line.action} {line.entity} {subject(line)}{_changed(line)}"
        for line in _all(session, Audit)
    ]


def _changed(line: Audit) -> str:
    if not line.old or not line.new:
        return ""
    before, after = line.old.get("fields", line.old), line.new.get("fields", line.new)
    changes = [f"{key}: {before[key]} > {after[key]}" for key in sorted(before) if before[key] != after[key]]
    return f" ({', '.join(changes)})"


def _scheduled(session: Session, names: dict[int, str]) -> list[str]:
    rows = session.scalars(select(Outbox).where(Outbox.recheck.is_not(None)).order_by(Outbox.id)).all()
    return [
        f"{(row.recheck or {})['name']} {row.created_at.astimezone(_ZONE):%d/%m} "
        f"to {names[row.person_id or 0]} {row.status}"
        for row in rows
    ]
