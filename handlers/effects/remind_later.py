"""The person asked to be reminded of the weekly report once more, a little later."""

from datetime import timedelta

from sqlalchemy.orm import Session

from core.dialogue.effects import RemindLater
from core.dialogue.steps import Message, Option
from core.texts import say
from handlers.context import Context
from storage.repositories import contacts, outbox

SNOOZE = timedelta(hours=3)


def remind_later(session: Session, effect: RemindLater, context: Context) -> list[Message]:
    """One more reminder in three hours; asked for twice, it is still one. A report before then drops it."""
    address = contacts.reach(session, context.person_id)
    if address is None:
        return []
    monday = context.today - timedelta(days=context.today.weekday())
    options = (
        Option(say("menu-report"), "go:report", main=True),
        Option(say("reminder-button-nil"), "go:nil"),
    )
    text = Message(say("reminder-again", name=context.speaker.name), (options,))
    outbox.add(
        session,
        address=address,
        message=context.render(text, context.speaker.locale),
        now=context.now,
        priority=1,
        person_id=context.person_id,
        coalesce_key=f"snooze:{context.person_id}",
        not_before=context.now + SNOOZE,
        useless_after=context.now + timedelta(days=2),
        recheck={"name": "weekly_reminder", "person": context.person_id, "week": monday.isoformat()},
    )
    return [Message(say("reminder-snoozed"), in_place=True)]
