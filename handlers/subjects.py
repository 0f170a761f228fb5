"""Subjects of questions: how they are called here, who is in charge of them, what need they speak of."""

from core.texts import Speech, say
from handlers.context import Context


def unit_in_charge(context: Context, subject: str) -> str:
    """The code of the tenant's unit that answers about a subject: the nearest of those its desk has."""
    desk = context.known.base().desk_of(subject)
    own = {code for code, _ in context.known.look.units()}
    return next((code for code in (desk.units if desk else ()) if code in own), "")


def need_of(context: Context, subject: str) -> str:
    """What a producer who asks about the subject wants to be guided on; empty if that is no need."""
    found = context.known.base().subjects.get(subject)
    return (found.need or "") if found else ""


def subject_label(context: Context, subject: str) -> Speech:
    """The subject in words."""
    found = context.known.base().subjects.get(subject)
    return found.name if found else say("subject-none")
