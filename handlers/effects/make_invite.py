"""Invites are made, taken back, and printed: a code is shown once and kept only as a hash."""

import secrets
from datetime import timedelta

from sqlalchemy.orm import Session

from core.catalogue.fact_types import Role
from core.dialogue.people_effects import MAX_USES, MakeInvite, PrintInvite, RevokeInvite
from core.dialogue.steps import Message, Option
from core.messages import Made
from core.periods import local_date
from core.permissions import Action
from core.texts import say
from handlers.context import Context
from handlers.conversations.gate import CODE_LENGTH
from handlers.conversations.invites import DAYS, MANY, print_option
from handlers.known_people import may_revoke
from storage.models import Invite
from storage.repositories import people

#: letters and digits nobody mixes up when reading them aloud
ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
_BACK = (Option(say("invites-list"), "inv:!list"), Option(say("menu-members"), "go:members"))


def new_code() -> str:
    """A code of 50 random bits: too many to guess, short enough to read over the phone."""
    return "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))


def make_invite(session: Session, effect: MakeInvite, context: Context) -> list[Message]:
    """An invite for one person or for many. Who comes with it still has to be approved."""
    role = next((each for each in Role if each == effect.role), None)
    if role is None or not context.may(Action.INVITE, role):
        return [Message(say("not-allowed"))]
    unit = people.unit_by_code(session, context.speaker.tenant_id, effect.unit) if effect.unit else None
    known = unit is None or people.lives(unit, context.today)
    many = effect.uses > 1 and role not in MANY
    wrong = not 1 <= effect.uses <= MAX_USES or effect.days not in DAYS
    if not known or many or wrong or (effect.unit and unit is None):
        return [Message(say("invite-gone"), (_BACK,))]
    code, ends = new_code(), context.now + timedelta(days=effect.days)
    columns: dict[str, object] = {
        "tenant_id": context.speaker.tenant_id,
        "unit_id": unit.id if unit else None,
        "role": role.value,
        "created_by": context.person_id,
        "expires_at": ends,
        "uses_left": effect.uses,
        "needs_approval": True,
    }
    invite = people.add_invite(session, code, columns, context.now)
    made = {"role": role.value, "unit": effect.unit, "uses": effect.uses, "days": effect.days}
    context.note(session, "invite", invite, new=made)
    text = say(
        "invite-made",
        code=code,
        role=say(f"role-{role}"),
        unit=unit.name if unit else context.speaker.tenant_name,
        uses=effect.uses,
        until=local_date(ends, context.speaker.timezone),
        link=f"{context.invite_url}{code}" if context.invite_url else "–",
    )
    return [Message(text, ((print_option(code),), _BACK), in_place=True)]


def revoke(session: Session, effect: RevokeInvite, context: Context) -> list[Message]:
    """Nobody comes in by it any more; who came stays."""
    invite = session.get(Invite, effect.invite_id)
    if invite is None or not may_revoke(invite, context.speaker, context.rights):
        return [Message(say("not-allowed"))]
    left = people.revoke_invite(session, invite.id)
    if left:
        context.note(session, "revoke-invite", invite, old={"uses": left}, new={"uses": 0})
    return [Message(say("invite-dropped" if left else "invite-gone"), (_BACK,), in_place=True)]


def print_sheet(session: Session, effect: PrintInvite, context: Context) -> list[Message]:
    """A sheet with the code, for as long as it can be used."""
    found = people.invite_by_code(session, effect.code)
    mine = found is not None and may_revoke(found[0], context.speaker, context.rights)
    if found is None or not mine or found[0].uses_left < 1 or found[0].expires_at <= context.now:
        return [Message(say("invite-gone"), (_BACK,))]
    invite, tenant, unit = found
    until = local_date(invite.expires_at, context.speaker.timezone)
    of = (effect.code, context.invite_url, tenant.name, unit.name if unit else "", invite.role)
    text = say("invite-printed", unit=unit.name if unit else tenant.name, until=until)
    return [Message(text, (_BACK,), made=Made("invite", (*of, until.isoformat())))]
