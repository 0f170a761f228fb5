"""A question of a producing household opens a need; its own word or an officer's closes it.

Both are facts, so that targets count them: the need is a report of what somebody wants to be guided on, its
close a report of guidance given. A need is opened once for a subject, until it is closed.
"""

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.catalogue.fact_types import Role
from core.dialogue.forms import new_form
from core.dialogue.state import Answer
from handlers.context import Context
from handlers.effects.store_report import stored
from storage.models import Fact, Person
from storage.repositories import facts

NEED, GUIDANCE = "support_need", "guidance_given"
#: the group of kinds of organisation that make what they sell
PRODUCING = "co_so_sx"
#: a need says in its words what it is about, at most so long
_LONGEST = 500


def may_need(context: Context) -> bool:
    """Whether a question of who speaks may open a need: a household, where needs are counted."""
    return context.role is Role.HOUSEHOLD and NEED in context.catalogue.fact_types


def produces(context: Context, org_type: str | None) -> bool:
    """Whether a kind of organisation makes what it sells."""
    group = context.catalogue.groups.get(PRODUCING)
    return group is not None and org_type in group.members


def open_need(session: Session, context: Context, subject: str, text: str) -> int | None:
    """The need of who asks about a subject of the list support_subjects; None of who does not produce.

    It counts at once: that they asked is all there is to confirm.
    """
    person = session.get(Person, context.person_id)
    if not subject or person is None or not may_need(context) or not produces(context, person.org_type):
        return None
    name = person.organisation or person.name
    waiting = _still_open(session, context, name, subject)
    if waiting is not None:
        return waiting.id
    answers: dict[str, Answer] = {
        "org": name,
        "org_type": person.org_type or "",
        "subject": subject,
        "date": context.today.isoformat(),
        "detail": text[:_LONGEST],
    }
    return _record(session, context, NEED, f"need-{context.known.turn_id}", answers).id


def close_need(session: Session, context: Context, need_id: int) -> Fact | None:
    """Guidance was given, as its asker or an officer says now. None if the need is closed already."""
    need = session.get(Fact, need_id)
    if need is None or need.type != NEED or need.status not in facts.STANDING:
        return None
    org, subject = str(need.fields["org"]), str(need.fields["subject"])
    if _still_open(session, context, org, subject) is None:
        return None
    answers: dict[str, Answer] = {
        "subject": [subject],
        "org_type": str(need.fields["org_type"]),
        "count": 1,
        "orgs": [org],
        "date": context.today.isoformat(),
    }
    return _record(session, context, GUIDANCE, f"met-{need.id}-{context.known.turn_id}", answers)


def _still_open(session: Session, context: Context, org: str, subject: str) -> Fact | None:
    """The latest need of this business about a subject with no guidance on its day or later."""
    same = (Fact.tenant_id == context.speaker.tenant_id, Fact.status.in_(facts.STANDING))
    about = (Fact.fields["org"].as_string() == org, Fact.fields["subject"].as_string() == subject)
    need = session.scalar(
        select(Fact).where(*same, Fact.type == NEED, *about).order_by(Fact.id.desc()).limit(1)
    )
    if need is None:
        return None
    given = session.scalars(
        select(Fact).where(*same, Fact.type == GUIDANCE, Fact.occurred_to >= need.occurred_from)
    )
    return None if any(_meets(one.fields, org, subject) for one in given) else need


def _meets(guidance: Mapping[str, Answer], org: str, subject: str) -> bool:
    named, about = guidance.get("orgs"), guidance.get("subject")
    return isinstance(named, list) and isinstance(about, list) and org in named and subject in about


def _record(session: Session, context: Context, kind: str, key: str, answers: Mapping[str, Answer]) -> Fact:
    form = new_form(context.catalogue.fact_types[kind], key, {}, context.now)
    return stored(session, form.model_copy(update={"answers": dict(answers)}), context, "confirmed")
