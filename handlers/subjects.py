"""Subjects of questions: how they are called here, who is in charge of them, what need they speak of."""

from sqlalchemy.orm import Session

from core.texts import Speech, say
from handlers.context import Context
from storage.models import Unit
from storage.repositories import people
from storage.repositories.people import lives
from storage.repositories.units import now_called


def unit_in_charge(session: Session, context: Context, tenant_id: int, subject: str) -> Unit | None:
    """The unit of a tenant that answers about a subject: the nearest of those its desk has."""
    desk = context.known.base().desk_of(subject)
    found = (people.unit_by_code(session, tenant_id, code) for code in (desk.units if desk else ()))
    now = (now_called(session, unit, context.today) for unit in found if unit is not None)
    return next((unit for unit in now if lives(unit, context.today)), None)


def subject_of(context: Context, need: str) -> str:
    """The subject of questions that a need is about; empty where there is none."""
    subjects = context.known.base().subjects
    if need in subjects:
        return need
    return next((code for code, each in subjects.items() if each.need == need), "")


def need_of(context: Context, subject: str) -> str:
    """What a producer who asks about the subject wants to be guided on; empty if that is no need."""
    found = context.known.base().subjects.get(subject)
    return (found.need or "") if found else ""


def subject_label(context: Context, subject: str, kind: str) -> Speech:
    """What a request is about, in words: its subject, or what is wanted."""
    found = context.known.base().subjects.get(subject)
    return found.name if found else say(f"request-kind-{kind}")
