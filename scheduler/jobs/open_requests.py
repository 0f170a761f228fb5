"""Reminds of requests that nobody has closed: the people in charge when late and every five days, who asked
when they have had an answer for five days without saying that it is clear.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.catalogue.fact_types import Role
from core.delivery import NOTICE
from core.messages import Button, Outbound
from core.periods import local_date, next_allowed
from core.requests.states import OPEN, WAITING, RequestState
from core.texts import lines, say
from scheduler.occasion import Occasion
from storage.models import Person, Request
from storage.queries.recipients import Recipient, find_recipient, recipients, with_roles
from storage.repositories import outbox

NAME = "open_requests"
_DAY = timedelta(days=1)
#: after so long without a close it is reminded, and again after as long
PATIENCE = timedelta(days=5)
#: a reminder names at most so many; the desk shows all
NAMED = 8
_BRIEF = 60


def run(session: Session, occasion: Occasion) -> Mapping[str, int]:
    """Write the reminders of the day; `to_desks` and `to_askers` count them."""
    query = select(Request).where(Request.tenant_id == occasion.tenant.id, Request.state.in_(OPEN))
    found = list(session.scalars(query.order_by(Request.expected_by, Request.id)))
    waiting = [each for each in found if each.state in WAITING and _due(each, occasion.due_at)]
    answered = [
        each
        for each in found
        if each.state == RequestState.ANSWERED and _turned(each.answered_at, occasion.due_at)
    ]
    by_person: dict[int, tuple[Recipient, list[Request]]] = {}
    for request in waiting:
        for person in _in_charge(session, request):
            by_person.setdefault(person.person_id, (person, []))[1].append(request)
    desks = [_tell_desk(session, occasion, *each) for each in by_person.values()]
    askers = [_tell_asker(session, occasion, each) for each in answered]
    return {"to_desks": sum(desks), "to_askers": sum(askers)}


def _due(request: Request, now: datetime) -> bool:
    """Whether it became late, or another five days went by, since the same time yesterday."""
    late = now - _DAY < request.expected_by <= now
    return late or _turned(request.opened_at, now)


def _turned(since: datetime | None, now: datetime) -> bool:
    if since is None:
        return False
    return (now - since) // PATIENCE > (now - _DAY - since) // PATIENCE >= 0


def _in_charge(session: Session, request: Request) -> tuple[Recipient, ...]:
    """Its owner; else the people of the unit; else the heads of the tenant."""
    if request.owner_id is not None and (owner := find_recipient(session, request.owner_id)):
        return (owner,)
    desk = (Role.OFFICER.value, Role.MANAGER.value)
    unit = (Person.tenant_id == request.tenant_id, Person.unit_id == request.unit_id, Person.role.in_(desk))
    found = recipients(session, *unit) if request.unit_id is not None else ()
    return found or with_roles(session, request.tenant_id, Role.MANAGER.value, Role.ADMIN.value)


def _tell_desk(session: Session, occasion: Occasion, person: Recipient, waiting: list[Request]) -> bool:
    zone, render = occasion.tenant.zone, occasion.content.texts.render
    told = [
        say(
            "need-reminder-line",
            receipt=each.receipt,
            text=each.text if len(each.text) <= _BRIEF else f"{each.text[:_BRIEF].rstrip()}…",
            day=local_date(each.opened_at, zone),
        )
        for each in waiting[:NAMED]
    ]
    text = render(lines(say("need-reminder-unit", count=len(waiting)), *told), person.locale)
    button = Button(render(say("menu-requests"), person.locale), "go:requests", True)
    return _write(session, occasion, person, Outbound(text, ((button,),)), f"desk:{person.person_id}")


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
