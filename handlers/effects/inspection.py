"""Inspection days: opened, kept tap by tap, dropped."""

from dataclasses import replace

from sqlalchemy.orm import Session

from core.dialogue.register_effects import DropInspection, KeepFinding, KeepInspectionPhotos, OpenInspection
from core.dialogue.steps import Message, Option
from core.permissions import Action
from core.texts import say
from handlers.context import Context
from handlers.conversations.inspection_screens import first_screen
from storage.models import Inspection
from storage.queries.inspections import photo_key, shown
from storage.repositories import evidence, facts, inspections, instruments


def begin(session: Session, effect: OpenInspection, context: Context) -> list[Message]:
    """The first instrument nobody has looked at yet."""
    place = facts.place_id(session, context.speaker.tenant_id, effect.place)
    if place is None or not context.may(Action.KEEP_REGISTER):
        return [Message(say("not-allowed"))]
    tenant, person = context.speaker.tenant_id, context.person_id
    row, new = inspections.opened(session, tenant, place, person, context.today, context.now)
    if new:
        context.note(session, "open-inspection", row, new={"place": effect.place})
    return [first_screen(shown(session, row), context.known)]


def find(session: Session, effect: KeepFinding, context: Context) -> list[Message]:
    """Keep it; the conversation shows what is next."""
    row = _open(session, effect.inspection, context)
    found = instruments.by_key(session, [context.speaker.tenant_id], effect.key)
    if row is not None and found is not None:
        result, person = effect.finding.value, context.person_id
        inspections.find(session, row.id, found.id, result, person, context.now)
    return []


def keep_photos(session: Session, effect: KeepInspectionPhotos, context: Context) -> list[Message]:
    """Keep them with the instrument; they follow into the report. They are named by stall and owner."""
    found = instruments.by_key(session, [context.speaker.tenant_id], effect.key)
    if found is not None:
        name = " · ".join(part for part in (found.stall, found.owner) if part)
        named = [replace(each, name=name) for each in effect.attachments]
        evidence.keep(
            session, photo_key(effect.inspection, effect.key), context.person_id, named, context.now
        )
    return []


def drop(session: Session, effect: DropInspection, context: Context) -> list[Message]:
    """It was opened by mistake: nothing of it is reported."""
    row = _open(session, effect.inspection, context)
    if row is not None and inspections.close(session, row.id, "dropped", context.now):
        context.note(session, "drop-inspection", row, new={"status": "dropped"})
    again = (Option(say("inspect-button"), "go:inspect"), Option(say("menu-button"), "go:menu"))
    return [Message(say("inspect-was-dropped"), (again,), in_place=True)]


def _open(session: Session, inspection_id: int, context: Context) -> Inspection | None:
    row = inspections.one(session, context.speaker.tenant_id, inspection_id)
    allowed = context.may(Action.KEEP_REGISTER)
    return row if row is not None and row.status == inspections.OPEN and allowed else None
