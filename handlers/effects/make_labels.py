"""A sheet of labels to be printed: a QR code for each instrument that opens its card."""

from sqlalchemy.orm import Session

from core.dialogue.register_effects import MakeLabels
from core.dialogue.steps import Message, Option
from core.dialogue.tokens import KEEP, token
from core.messages import Made
from core.permissions import Action
from core.texts import say
from handlers.context import Context
from storage.queries.instruments import places_listed


def make(session: Session, effect: MakeLabels, context: Context) -> list[Message]:
    """Which place, then its sheet."""
    if not context.may(Action.KEEP_REGISTER):
        return [Message(say("not-allowed"))]
    listed = places_listed(session, context.speaker.tenant_id)
    back = (Option(say("form-back"), "go:instruments"), Option(say("menu-button"), "go:menu"))
    if effect.place not in {code for code, _, _ in listed}:
        options = [
            (Option(say("labels-place", place=name, count=count), KEEP + token("iq", code)),)
            for code, name, count in listed
        ]
        return [Message(say("labels-which"), (*options, back), in_place=True)]
    if not context.invite_url:
        return [Message(say("labels-no-link"), (back,))]
    name = next(name for code, name, _ in listed if code == effect.place)
    made = Made("labels", (str(context.speaker.tenant_id), effect.place, context.invite_url))
    return [Message(say("labels-made", place=name), (back,), made=made)]
