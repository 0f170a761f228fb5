"""A file of data is asked for: it is made aside, and comes by itself."""

from datetime import timedelta

from sqlalchemy.orm import Session

from core.dialogue.export_effects import AskExport
from core.dialogue.steps import Message, Option
from core.dialogue.tokens import token
from core.exports import A_DAY, known
from core.texts import say
from handlers.context import Context
from storage.repositories import exports, people

_MENU = Option(say("menu-button"), "go:menu")
_OTHER = Option(say("export-other"), token("go", "export"))
_ROWS = ((_OTHER, _MENU),)


def ask(session: Session, effect: AskExport, context: Context) -> list[Message]:
    """Put it in line, once however often it is pressed; the trail says who took what."""
    wanted = effect.wanted
    tenant = context.speaker.tenant_id
    unknown = wanted.what and wanted.what not in known(context.catalogue)
    nowhere = wanted.unit and people.unit_by_code(session, tenant, wanted.unit) is None
    if unknown or nowhere or wanted.days is None:
        return [Message(say("export-none"), _ROWS)]
    if wanted.as_json() in exports.unfinished(session, context.person_id):
        return [Message(say("export-under-way"), _ROWS)]
    if exports.asked_since(session, context.person_id, context.now - timedelta(days=1)) >= A_DAY:
        return [Message(say("export-too-many", most=A_DAY), _ROWS)]
    row = exports.ask(
        session,
        {
            "tenant_id": tenant,
            "person_id": context.person_id,
            "contact_id": context.speaker.contact_id,
            "wanted": wanted.as_json(),
            "asked_at": context.now,
        },
    )
    context.note(session, "export-asked", row, new=wanted.as_json())
    return [Message(say("export-asked", form=wanted.format.value), _ROWS)]
