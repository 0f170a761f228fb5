"""What a household tells of itself is stored as it is told; what it wants deleted goes, but for figures."""

from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from core.catalogue.fact_types import Role
from core.consents import LOCATION, Purpose, purpose_of
from core.dialogue.own_data import EraseMe, SetConsent, SetOwnData
from core.dialogue.rights_effects import erases_by_oneself
from core.dialogue.steps import Message
from core.people import PersonStatus
from core.requests.states import RequestState
from core.texts import Speech, say
from handlers.context import Context
from handlers.effects import erase_traces
from handlers.effects.end_tokens import end_tokens
from handlers.effects.erase_traces import NOBODY
from handlers.effects.join_tenant import CONSENT_VERSION
from storage.models import (
    AskedQuestion,
    BroadcastReceiver,
    Consent,
    Conversation,
    Fact,
    HeardMessage,
    Instrument,
    LinkCode,
    Organisation,
    OrganisationMember,
    Person,
    Place,
    Request,
    RequestNote,
)
from storage.repositories import consents, conversations, evidence, facts, organisations, remarks
from storage.repositories.contacts import contacts
from storage.repositories.purging import empty_chat

#: where the other answers stand in the register
_COLUMNS = {"spot": "spot", "trade": "trade", "tax": "tax_code"}


def set_own(session: Session, effect: SetOwnData, context: Context) -> list[Message]:
    """Store one answer. A name that another business has gets the place behind it."""
    person = session.get_one(Person, context.person_id)
    org = _own(session, person, effect.value if effect.field == "name" else "", context)
    if effect.field == "place":
        place = select(Place.id).where(Place.tenant_id == person.tenant_id, Place.code == effect.value)
        org.place_id = session.scalar(place)
    elif effect.field == "name":
        _rename(session, org, effect.value, context)
    else:
        setattr(org, _COLUMNS[effect.field], effect.value)
    person.organisation = org.name
    session.flush()
    context.note(session, "set-own", org, new={"field": effect.field})
    return []


def set_consent(session: Session, effect: SetConsent, context: Context) -> list[Message]:
    """Keep what was agreed to, in which words and when; or that it was taken back, which holds at once."""
    person = session.get_one(Person, context.person_id)
    purpose = purpose_of(Role(person.role), effect.purpose)
    if purpose is None:
        return []
    if effect.given:
        if consents.give(session, person.id, purpose, CONSENT_VERSION, context.now):
            told = {"purpose": purpose.code, "version": CONSENT_VERSION}
            context.note(session, "agree", person, new=told)
    else:
        stop(session, person, purpose, context, context.now)
    return []


def stop(session: Session, person: Person, purpose: Purpose, context: Context, at: datetime) -> bool:
    """End what the data are used for, as it was said `at`; False where that was so already."""
    if not consents.take_back(session, person, purpose, at):
        return False
    told = {"purpose": purpose.code, "version": CONSENT_VERSION}
    context.note(session, "take-back-consent", person, old=told)
    if purpose.code == LOCATION:
        evidence.forget_places(session, person.id)
    return True


def erase(session: Session, effect: EraseMe, context: Context) -> list[Message]:
    """Reports that count stay without a name; everything else of the person goes, and they are a stranger.

    Staff ask those in charge for it, as long as they are, or were, let in.
    """
    person = session.get_one(Person, context.person_id)
    if not erases_by_oneself(Role(person.role), PersonStatus(person.status)):
        return [Message(say("not-allowed"))]
    erase_person(session, person, context)
    return [Message(say("own-erased"))]


def erase_person(session: Session, person: Person, context: Context) -> Speech | None:
    """Delete what is kept of somebody, who speaks or asked for it; what there is to say of their tokens."""
    mine = person.id
    done = (context.now, mine, context.inbox_id)
    pending = select(Fact.id).where(Fact.reporter_id == mine, Fact.status == "pending")
    for number in session.scalars(pending).all():
        facts.end(session, number, "withdrawn", context.now)
    org = organisations.of_person(session, mine)
    names: dict[str, str] = {}
    session.execute(delete(OrganisationMember).where(OrganisationMember.person_id == mine))
    if org is not None and not organisations.has_people(session, org):
        org.spot, org.trade, org.tax_code, org.contact, org.place_id = "", "", "", "", None
        names = erase_traces.name_of_nobody(session, org, done)
    found = erase_traces.reports_of(session, mine)
    erase_traces.from_reports(session, context.catalogue, found, names, done)
    for table in (HeardMessage, AskedQuestion, Conversation, LinkCode):
        if table is Conversation:
            for one in contacts(session, mine):
                conversations.part(session, one.id, context.now)
                empty_chat(session, one.address)
        session.execute(delete(table).where(table.person_id == mine))
    asked = select(Request.id).where(Request.asker_id == mine)
    session.execute(update(RequestNote).where(RequestNote.request_id.in_(asked)).values(text=""))
    closed = {"text": "", "state": RequestState.CLOSED, "closed_at": context.now}
    session.execute(update(Request).where(Request.asker_id == mine).values(**closed))
    remarks.forget_words(session, mine)
    session.execute(update(BroadcastReceiver).where(BroadcastReceiver.person_id == mine).values(answer=""))
    scales = update(Instrument).where(Instrument.owner_id == mine)
    session.execute(scales.values(owner_id=None, owner=NOBODY, stall="", organisation_id=None))
    still = update(Consent).where(Consent.person_id == mine, Consent.withdrawn_at.is_(None))
    session.execute(still.values(withdrawn_at=context.now))
    ended = end_tokens(session, person, context)
    person.name, person.organisation, person.org_type = NOBODY, None, None
    person.status, person.unit_id = PersonStatus.BLOCKED, None
    session.flush()
    context.note(session, "erase", person)
    return ended


def _own(session: Session, person: Person, name: str, context: Context) -> Organisation:
    """The business the person speaks for; a new one where they spoke for none."""
    org = organisations.of_person(session, person.id)
    if org is not None:
        return org
    by = (person.id, context.now)
    free = organisations.free_name(session, person.tenant_id, name or person.organisation or person.name)
    new = organisations.added(session, person.tenant_id, free, by, person.org_type or "ho_kd")
    if new is None:
        raise ValueError("a business without a name")
    organisations.speaks_for(session, person.id, new, context.now)
    return new


def _rename(session: Session, org: Organisation, name: str, context: Context) -> None:
    by = (context.person_id, context.now)
    if organisations.renamed(session, org, name, by):
        return
    place = session.get(Place, org.place_id) if org.place_id else None
    free = organisations.free_name(session, org.tenant_id, name, place.name if place else "")
    if organisations.renamed(session, org, free, by):
        organisations.add_name(session, org, name, by)
