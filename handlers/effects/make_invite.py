"""A new invite: its code is shown once and kept only as a hash."""

import secrets
from datetime import timedelta

from sqlalchemy.orm import Session

from core.catalogue.fact_types import Role
from core.dialogue.effects import MakeInvite
from core.dialogue.steps import Message, Option
from core.periods import local_time
from core.permissions import Action
from core.texts import say
from handlers.context import Context
from handlers.conversations.gate import CODE_LENGTH
from storage.repositories import people

VALID_FOR = timedelta(days=7)
#: letters and digits nobody mixes up when reading them aloud
ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"


def new_code() -> str:
    """A code of 50 random bits: too many to guess, short enough to read over the phone."""
    return "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))


def make_invite(session: Session, effect: MakeInvite, context: Context) -> list[Message]:
    """One invite for one person. Who comes with it still has to be approved."""
    role = Role(effect.role)
    if not context.may(Action.INVITE, role):
        return [Message(say("not-allowed"))]
    unit = people.unit_by_code(session, context.speaker.tenant_id, effect.unit) if effect.unit else None
    code = new_code()
    columns: dict[str, object] = {
        "tenant_id": context.speaker.tenant_id,
        "unit_id": unit.id if unit else None,
        "role": role.value,
        "created_by": context.person_id,
        "expires_at": context.now + VALID_FOR,
        "uses_left": 1,
        "needs_approval": True,
    }
    invite = people.add_invite(session, code, columns, context.now)
    context.note(session, "invite", invite, new={"role": role.value, "unit": effect.unit})
    text = say(
        "invite-made",
        code=code,
        role=say(f"role-{role}"),
        unit=unit.name if unit else context.speaker.tenant_name,
        until=local_time(context.now + VALID_FOR, context.speaker.timezone).date(),
        link=f"{context.invite_url}{code}" if context.invite_url else "–",
    )
    return [Message(text, ((Option(say("menu-members"), "go:members"),),), in_place=True)]
