"""What is late in the tenants below is shown to those above who were told of it: where, and then what."""

from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.dialogue.due_effects import ShowDueBelow, ShowPlacesBelow
from core.dialogue.steps import Message, Option, Rows, rows_of
from core.dialogue.tokens import token
from core.due.duties import OVERDUE_DAYS
from core.texts import say
from handlers.context import Context
from reports.due.below import late_for_above, place_lines
from reports.due.reading import read_due
from reports.people import clipped
from storage.models import Tenant
from storage.queries.weekly import TenantFound
from storage.repositories import told

#: a page names so many tenants, or so many things
PLACES, LISTED = 12, 10
_MENU = Option(say("menu-button"), "go:menu")
_ALL = Option(say("digest-places"), token("du", "all"))


def show_places(session: Session, effect: ShowPlacesBelow, context: Context) -> list[Message]:
    """A button for each tenant below that the person was told of lately, with how much was told."""
    by_id = told.told_below(session, context.person_id, context.now - timedelta(days=OVERDUE_DAYS))
    tenants = session.scalars(select(Tenant).where(Tenant.id.in_(by_id))).all()
    ours = {each.id: each for each in tenants if _is_below(each, context)}
    places = [(ours[number], count) for number, count in by_id.items() if number in ours]
    if not places:
        return [Message(say("due-below-none"), ((_MENU,),), in_place=True)]
    page = min(effect.page, (len(places) - 1) // PLACES)
    shown = places[page * PLACES : (page + 1) * PLACES]
    buttons = [
        Option(
            say("digest-place-open", tenant=clipped(each.name, 24), count=count), token("du", "at", each.id)
        )
        for each, count in shown
    ]
    turns = _turns(page, len(places) > (page + 1) * PLACES, "all")
    text = say("due-below-title", places=len(places), count=sum(count for _, count in places))
    return [Message(text, (*rows_of(buttons), *turns, (_MENU,)), in_place=True)]


def show_one(session: Session, effect: ShowDueBelow, context: Context) -> list[Message]:
    """A page of what is late in one tenant below, as it stands now."""
    tenant = session.get(Tenant, effect.tenant)
    if tenant is None or not _is_below(tenant, context):
        return [Message(say("due-below-none"), ((_MENU,),), in_place=True)]
    there = TenantFound(tenant.id, tenant.name, tenant.timezone)
    found = read_due(session, context.catalogue, there, tenant.code, context.now)
    late = late_for_above(found)
    if not late:
        done = say("due-below-place-done", tenant=clipped(tenant.name))
        return [Message(done, ((_ALL, _MENU),), in_place=True)]
    page = min(effect.page, (len(late) - 1) // LISTED)
    shown = late[page * LISTED : (page + 1) * LISTED]
    text = place_lines(found, shown, len(late))
    turns = _turns(page, len(late) > (page + 1) * LISTED, "at", tenant.id)
    return [Message(text, (*turns, (_ALL, _MENU)), in_place=True)]


def _is_below(tenant: Tenant, context: Context) -> bool:
    return tenant.code in context.catalogue.below(context.speaker.tenant_code)


def _turns(page: int, more: bool, *what: str | int) -> Rows:
    turns = (
        *((Option(say("due-previous"), token("du", *what, page - 1)),) if page else ()),
        *((Option(say("due-next"), token("du", *what, page + 1)),) if more else ()),
    )
    return (turns,) if turns else ()
