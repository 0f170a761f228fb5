"""Reminds who asked when they have had an answer for five days without saying that it is clear.

Those in charge read of what waits in the digest (scheduler.jobs.digest).
"""

from collections.abc import Mapping
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.delivery import NOTICE
from core.messages import Button, Outbound
from core.periods import next_allowed
from core.requests.states import RequestState
from core.texts import say
from scheduler.occasion import Occasion
from storage.models import Request
from storage.queries.recipients import Recipient, find_recipient
from storage.repositories import outbox

NAME = "open_requests"
_DAY = timedelta(days=1)
#: after so long without a close it is reminded, and again after as long
PATIENCE = timedelta(days=5)


def run(session: Session, occasion: Occasion) -> Mapping[str, int]:
    """Write the reminders of the day; `to_askers` counts them."""
    state = Request.state == RequestState.ANSWERED
    query = select(Request).where(Request.tenant_id == occasion.tenant.id, state).order_by(Request.id)
    found = [each for each in session.scalars(query) if _turned(each.answered_at, occasion.due_at)]
    return {"to_askers": sum(_tell_asker(session, occasion, each) for each in found)}


def _turned(since: datetime | None, now: datetime) -> bool:
    if since is None:
        return False
    return (now - since) // PATIENCE > (now - _DAY - since) // PATIENCE >= 0


def _tell_asker(session: Session, occasion: Occasion, request: Request) -> bool:
    person, render = find_recipient(session, request.asker_id), occasion.content.texts.render
    if person is None:
        return False
    clear = Button(render(say("request-is-clear"), person.locale), f"rq:ok:{request.id}", True)
    again = Button(render(say("request-not-clear"), person.locale), f"rq:again:{request.id}")
    text = render(say("need-reminder-asker", receipt=request.receipt), person.locale)
    return _write(session, occasion, person, Outbound(text, ((clear, again),)), f"asker:{request.id}")


def _write(session: Session, occasion: Occasion, person: Recipient, message: Outbound, what: str) -> bool:
    hours, now = occasion.content.catalogue.schedule, occasion.now
    row = outbox.add(
        session,
        address=person.address,
        message=message,
        now=now,
        priority=NOTICE,
        person_id=person.person_id,
        dedupe_key=f"{NAME}:{what}:{occasion.due_at.isoformat()}",
        not_before=next_allowed(now, hours.quiet_from, hours.quiet_to, occasion.tenant.zone),
        useless_after=occasion.due_at + PATIENCE,
    )
    return row is not None
