"""Before a message about the 72 hours of an incident goes out: is it still true, how much is left."""

from datetime import datetime

from sqlalchemy.orm import Session

from core.delivery import Decision, Drop, Send
from core.incidents import AT_ANY_HOUR, Step, reminder
from core.messages import Button, Outbound
from core.texts import say
from scheduler.moments import bad_moment
from scheduler.occasion import Content
from storage.models import Incident, Outbox
from storage.queries.recipients import find_recipient
from storage.repositories import incidents


def recheck(content: Content, session: Session, row: Outbox, now: datetime) -> Decision:
    """Only to who is still in charge, while the authority is to be told; in the words of this moment.

    From the 66th hour on it comes at night, too: what is left may be over before the morning.
    """
    asked = row.recheck or {}
    person = find_recipient(session, asked["person"], by_law=True)
    incident = session.get(Incident, asked["incident"])
    if person is None or person.role not in incidents.IN_CHARGE:
        return Drop("not in charge any more")
    if incident is None or incident.tenant_id != person.tenant_id or incident.closed_at is not None:
        return Drop("closed meanwhile")
    if Step.AUTHORITY in incidents.done(session, incident.id):
        return Drop("the authority was told")
    if wait := bad_moment(content, session, person, now, at_night=asked["hours"] >= AT_ANY_HOUR):
        return wait
    texts = content.texts
    see = Button(texts.render(say("incident-see"), person.locale), f"sc:card:{incident.id}", True)
    text = reminder(incident.receipt, incident.found_at, now, person.zone)
    return Send(Outbound(texts.render(text, person.locale), ((see,),)))
