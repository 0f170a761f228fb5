"""Something was only planned: on the morning after its day the person is asked whether it was done."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from core.dialogue.effects import RemindToReport
from core.dialogue.steps import Message, Option
from core.dialogue.tokens import token
from core.texts import say
from handlers.context import Context
from storage.repositories import contacts, outbox

MORNING = time(8)
#: asked later than this after the day, nobody remembers
USEFUL_FOR = timedelta(days=5)


def remind_to_report(session: Session, effect: RemindToReport, context: Context) -> list[Message]:
    """One question for a kind of report and a day, however often it was told."""
    kind = context.catalogue.fact_types.get(effect.fact_type)
    address = contacts.reach(session, context.person_id)
    if kind is None or address is None:
        return []
    zone = ZoneInfo(context.speaker.timezone)
    when = datetime.combine(effect.day + timedelta(days=1), MORNING, zone)
    options = (
        Option(say("planned-report"), token("new", kind.code), main=True),
        Option(say("menu-button"), "go:menu"),
    )
    question = Message(say("planned-done", kind=kind.label, day=effect.day), (options,))
    outbox.add(
        session,
        address=address,
        message=context.render(question, context.speaker.locale),
        now=context.now,
        priority=1,
        person_id=context.person_id,
        coalesce_key=f"planned:{context.person_id}:{kind.code}:{effect.day.isoformat()}",
        not_before=when,
        useless_after=when + USEFUL_FOR,
    )
    return [
        Message(say("planned-noted", kind=kind.label, day=effect.day, morning=effect.day + timedelta(days=1)))
    ]
