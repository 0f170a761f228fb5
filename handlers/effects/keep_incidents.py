"""Incidents are opened, worked through step by step, and closed by two people where there are two."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy.orm import Session

from core.dialogue.incident_effects import (
    INCIDENT_FLAG,
    CloseIncident,
    MakeIncidentMinutes,
    OpenIncident,
    SettleStep,
    ShowIncident,
    ShowIncidents,
    ShowStep,
    TellIncident,
)
from core.dialogue.steps import Message, Option
from core.dialogue.tokens import token
from core.incidents import Step, clock_line
from core.messages import Made
from core.requests.states import RequestKind
from core.texts import lines, say
from handlers.context import Context
from handlers.effects import incident_pages
from handlers.effects.ask_people import Wanted, add_request, opened
from handlers.effects.incident_pages import LIST
from handlers.effects.incident_reminders import remind
from handlers.effects.pages import MENU
from reports.incident_minutes import NAME
from storage.models import Incident, IncidentStep, Request
from storage.repositories import counters, incidents, requests
from storage.repositories.locks import alone

#: a receipt of an incident begins with this
RECEIPT = "SC"


def show_all(session: Session, effect: ShowIncidents, context: Context) -> list[Message]:
    return [incident_pages.listed(session, effect.page, context)]


def show(session: Session, effect: ShowIncident, context: Context) -> list[Message]:
    row = incidents.find(session, context.speaker.tenant_id, effect.number)
    return [incident_pages.card(session, row, context)] if row else [_gone()]


def begin(session: Session, effect: OpenIncident, context: Context) -> list[Message]:
    """Opened once; the others in charge are told now, and everybody in charge as the clock runs."""
    alone(session, f"incidents:{context.speaker.tenant_id}")
    there = incidents.by_key(session, effect.key)
    if there is not None:
        return [incident_pages.card(session, there, context)]
    tenant = context.speaker.tenant_id
    request = session.get(Request, effect.request) if effect.request else None
    told = request is not None and request.tenant_id == tenant and INCIDENT_FLAG in request.flags
    there = incidents.of_request(session, request.id) if request is not None and told else None
    if there is not None:  # somebody else in charge opened one of what was told, too
        return [incident_pages.card(session, there, context, say("incident-opened-before"))]
    series = f"receipt:{tenant}:{RECEIPT}:{context.today.isoformat()}"
    row = Incident(
        tenant_id=tenant,
        receipt=f"{RECEIPT}-{context.today:%y%m%d}-{counters.next_number(session, series):02d}",
        key=effect.key,
        kind=effect.kind,
        found_at=effect.found_at,
        data=list(effect.data),
        people=effect.people,
        place=effect.where,
        text=effect.text,
        request_id=request.id if request is not None and told else None,
        opened_by=context.person_id,
        opened_at=context.now,
    )
    session.add(row)
    session.flush()
    context.note(session, "open-incident", row, new={"kind": row.kind})
    news = lines(
        say("incident-news", receipt=row.receipt, name=context.speaker.name),
        clock_line(row.found_at, context.now, context.speaker.timezone),
    )
    _tell_others(session, row, Message(news, ((_see(row),),)), context)
    remind(session, row, context)
    return [incident_pages.card(session, row, context, say("incident-opened-now"))]


def show_step(session: Session, effect: ShowStep, context: Context) -> list[Message]:
    row = incidents.find(session, context.speaker.tenant_id, effect.number)
    if row is None or row.closed_at is not None:
        return [_gone() if row is None else incident_pages.card(session, row, context)]
    done = incidents.done(session, row.id).get(effect.step)
    return [incident_pages.step_page(row, effect.step, done, context)]


def settle(session: Session, effect: SettleStep, context: Context) -> list[Message]:
    """Who says it and when is kept. What somebody else settled meanwhile stays as they did."""
    alone(session, f"incidents:{context.speaker.tenant_id}")
    row = incidents.find(session, context.speaker.tenant_id, effect.number)
    if row is None:
        return [_gone()]
    before = incidents.done(session, row.id).get(effect.step)
    if row.closed_at is not None or (before is None) is (effect.needless is None):
        return [incident_pages.card(session, row, context)]
    if effect.needless is None:
        incidents.take_back(session, row.id, effect.step)
        context.note(session, "undo-incident-step", row, old={"step": effect.step})
        row.closing_by = row.closing_at = None
        remind(session, row, context)
        return [incident_pages.card(session, row, context)]
    made = IncidentStep(incident_id=row.id, step=effect.step, needless=effect.needless, text=effect.text)
    made.done_by, made.done_at = context.person_id, context.now
    incidents.settle(session, made)
    action = "skip-incident-step" if effect.needless else "settle-incident-step"
    context.note(session, action, row, new={"step": effect.step})
    return [incident_pages.card(session, row, context)]


def close(session: Session, effect: CloseIncident, context: Context) -> list[Message]:
    """All steps are settled first. Where two are in charge, one proposes and another confirms."""
    alone(session, f"incidents:{context.speaker.tenant_id}")
    row = incidents.find(session, context.speaker.tenant_id, effect.number)
    if row is None:
        return [_gone()]
    if row.closed_at is not None:
        return [incident_pages.card(session, row, context)]
    if not effect.yes:
        return _go_on(session, row, context)
    done = incidents.done(session, row.id)
    left = [step for step in Step if step not in done]
    if left:
        return [incident_pages.card(session, row, context, say("incident-not-done", count=len(left)))]
    another = any(one.id != context.person_id for one in incidents.in_charge(session, row.tenant_id))
    proposed = row.closing_at is not None and row.closing_by != context.person_id
    if effect.sure and proposed and effect.mark != incident_pages.mark(done):
        return [incident_pages.card(session, row, context, say("incident-changed") if effect.mark else None)]
    if effect.sure and (proposed or not another):
        row.closed_by, row.closed_at = context.person_id, context.now
        context.note(session, "close-incident", row)
        news = say("incident-closed-news", receipt=row.receipt, name=context.speaker.name)
        _tell_others(session, row, Message(news, ((_see(row),),)), context)
        return [incident_pages.card(session, row, context)]
    if not another:
        sure = Option(say("incident-close-sure"), token("sc", "shut", row.id), main=True)
        back = Option(say("form-back"), token("sc", "card", row.id))
        return [Message(say("incident-close-alone", receipt=row.receipt), ((sure,), (back,)))]
    if row.closing_at is None:
        row.closing_by, row.closing_at = context.person_id, context.now
        context.note(session, "propose-close-incident", row)
        asked = say("incident-close-news", receipt=row.receipt, name=context.speaker.name)
        _tell_others(session, row, Message(asked, ((_see(row),),)), context)
    return [incident_pages.card(session, row, context)]


def minutes(session: Session, effect: MakeIncidentMinutes, context: Context) -> list[Message]:
    """As it stands now; who took it is told of in the trail, for it goes out of the bot."""
    row = incidents.find(session, context.speaker.tenant_id, effect.number)
    if row is None:
        return [_gone()]
    context.note(session, "print-incident", row)
    back = Option(say("form-back"), token("sc", "card", row.id))
    made = Made(NAME, (str(row.id),))
    return [Message(say("incident-minutes-here"), ((back, MENU),), made=made)]


def tell(session: Session, effect: TellIncident, context: Context) -> list[Message]:
    """A request to those who lead; they decide whether it is an incident."""
    there = requests.by_key(session, effect.key)
    if there is not None and there.asker_id != context.person_id:
        return [Message(say("stale-button"), ((MENU,),))]
    if there is None:
        if not effect.text:
            return [Message(say("stale-button"), ((MENU,),))]
        wanted = Wanted(effect.key, RequestKind.DATA, "", effect.text, flags=(INCIDENT_FLAG,))
        there = add_request(session, wanted, context.speaker.tenant_id, context)
    return [opened(session, there, context)]


def _go_on(session: Session, row: Incident, context: Context) -> list[Message]:
    if row.closing_at is not None:
        row.closing_by = row.closing_at = None
        context.note(session, "go-on-incident", row)
    return [incident_pages.card(session, row, context)]


def _tell_others(session: Session, row: Incident, news: Message, context: Context) -> None:
    for one in incidents.in_charge(session, row.tenant_id):
        if one.id != context.person_id:
            context.tell(session, one, news)


def _see(row: Incident) -> Option:
    return Option(say("incident-see"), token("sc", "card", row.id), main=True)


def _gone() -> Message:
    return Message(say("incident-gone"), ((LIST, MENU),))


INCIDENT_EFFECTS: Mapping[type, Callable[[Session, Any, Context], Sequence[Message]]] = {
    ShowIncidents: show_all,
    ShowIncident: show,
    OpenIncident: begin,
    ShowStep: show_step,
    SettleStep: settle,
    CloseIncident: close,
    MakeIncidentMinutes: minutes,
    TellIncident: tell,
}
