"""A newcomer becomes a member, or a candidate who waits for the unit's manager or an admin."""

from sqlalchemy.orm import Session

from core.catalogue.fact_types import Role
from core.dialogue.effects import JoinTenant
from core.dialogue.steps import Message, Option
from core.dialogue.tokens import token
from core.people import PersonStatus
from core.permissions import Action, may
from core.texts import Speech, lines, say
from handlers.context import Context
from storage.models import Person, Unit
from storage.repositories import conversations, organisations, people

#: grows when the texts about data change in meaning: it stands beside each yes, in what words it was given
CONSENT_VERSION = "2026-11-22"


def join(session: Session, effect: JoinTenant, context: Context) -> list[Message]:
    """Use the invite (one person only gets its last use); store who they are and what they agreed to."""
    asked = effect.join
    if context.speaker.person_id is not None:
        return [Message(say("join-already"))]
    invite = people.use_invite(session, asked.code, context.now)
    if invite is None:
        return [Message(say("invite-unknown"))]
    person = Person(
        tenant_id=invite.tenant_id,
        unit_id=invite.unit_id,
        name=asked.name or "",
        role=invite.role,
        organisation=asked.organisation,
        status=PersonStatus.PENDING if invite.needs_approval else PersonStatus.ACTIVE,
        consent_at=context.now,
        consent_version=CONSENT_VERSION,
        joined_at=context.now,
    )
    session.add(person)
    session.flush()
    conversations.assign(session, context.speaker, person.id)
    _business(session, person, context)
    agreed = {"role": person.role, "status": person.status, "consent": CONSENT_VERSION, "invite": invite.id}
    context.note(session, "join", person, new=agreed)
    if not invite.needs_approval:
        done = say("join-done", name=person.name, role=say(f"role-{person.role}"))
        return [welcome(person, done)]
    told = _ask_approvers(session, person, context)
    return [Message(say("join-waiting" if told else "join-waiting-nobody", name=person.name))]


def welcome(person: Person, done: Speech) -> Message:
    """Somebody is a member now; a household goes on to tell of its business."""
    menu = Option(say("menu-button"), "go:menu", main=person.role != Role.HOUSEHOLD)
    if person.role != Role.HOUSEHOLD:
        return Message(done, ((menu,),))
    on = token("me", "ask", "place")
    return Message(
        lines(done, say("join-register")), ((Option(say("join-go-on"), on, main=True), menu),), yes=on
    )


def _business(session: Session, person: Person, context: Context) -> None:
    """The business somebody speaks for, in the register."""
    if person.organisation:
        by = (person.id, context.now)
        name = person.organisation
        there = organisations.by_name(session, person.tenant_id, name)
        if there is not None and organisations.has_people(session, there):
            name = organisations.free_name(session, person.tenant_id, name)  # another one, of one name
        org = organisations.added(session, person.tenant_id, name, by, person.org_type or "")
        if org is not None:
            organisations.speaks_for(session, person.id, org, context.now)


def _ask_approvers(session: Session, person: Person, context: Context) -> int:
    unit = session.get(Unit, person.unit_id) if person.unit_id else None
    text = say(
        "member-asks",
        name=person.name,
        role=say(f"role-{person.role}"),
        unit=unit.name if unit else (person.organisation or "–"),
    )
    options = (
        Option(say("member-approve", name=person.name), token("m+", person.id), main=True),
        Option(say("member-refuse", name=person.name), token("m-", person.id)),
    )
    approvers = [
        one
        for one in people.approvers(session, person.tenant_id, person.unit_id)
        if may(Role(one.role), Action.DECIDE_MEMBERS, Role(person.role))
    ]
    return sum(context.tell(session, approver, Message(text, (options,))) for approver in approvers)
