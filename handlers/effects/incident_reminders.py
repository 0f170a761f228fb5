"""What those in charge are told as the 72 hours run: it waits in the outbox, and is rechecked before it goes.

The digest counts working days. This clock runs over nights and days off: a message of the digest on Monday
morning may come after its end.
"""

from datetime import timedelta

from sqlalchemy.orm import Session

from core.delivery import NOTICE
from core.dialogue.steps import Message, Option
from core.dialogue.tokens import token
from core.incidents import AT_ANY_HOUR, CLOCK, LAW, MARKS, reminder
from core.periods import next_allowed
from core.texts import say
from handlers.context import Context
from handlers.effects.settled_receipt import as_settled
from storage.models import Incident
from storage.repositories import contacts, incidents, outbox

#: so long after the 72 hours the last one is still worth sending, where the bot stood still
_LATE = timedelta(hours=24)


def remind(session: Session, row: Incident, context: Context) -> None:
    """Write the messages of the marks that are still to come, each once to everybody in charge."""
    zone, schedule = context.speaker.timezone, as_settled(session, context).schedule
    see = Option(say("incident-see"), token("sc", "card", row.id), main=True)
    for person in incidents.in_charge(session, row.tenant_id):
        address = contacts.reach(session, person.id)
        coming = [each for each in MARKS if row.found_at + timedelta(hours=each) > context.now]
        if address is None:
            continue
        for hours in coming:
            mark = row.found_at + timedelta(hours=hours)
            when = mark
            if hours < AT_ANY_HOUR:
                when = next_allowed(mark, schedule.quiet_from, schedule.quiet_to, zone)
            text = reminder(row.receipt, row.found_at, mark, zone)
            outbox.add(
                session,
                address=address,
                message=context.render(Message(text, ((see,),)), person.locale),
                now=context.now,
                priority=NOTICE,
                person_id=person.id,
                dedupe_key=f"{CLOCK}:{row.id}:{hours}:{person.id}",
                not_before=when,
                useless_after=row.found_at + LAW + _LATE,
                recheck={"name": CLOCK, "incident": row.id, "person": person.id, "hours": hours},
            )
