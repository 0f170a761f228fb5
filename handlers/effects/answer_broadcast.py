"""Somebody who got a message to many says that they have read it, answers it or chooses."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from core.broadcasts.states import Ask
from core.dialogue.broadcast_effects import AnswerBroadcast
from core.dialogue.steps import Message
from core.texts import say
from handlers.context import Context
from storage.models import Broadcast
from storage.repositories import broadcasts


def answer(session: Session, effect: AnswerBroadcast, context: Context) -> Sequence[Message]:
    """What they say last stands; a second acknowledgement is none."""
    got = broadcasts.receiver(session, effect.number, context.person_id)
    one = session.get(Broadcast, effect.number)
    if got is None or one is None:
        return [Message(say("broadcast-not-yours"))]
    if Ask(one.ask) is Ask.RECEIVED and got.answered_at is not None:
        return [Message(say("broadcast-thanks"))]
    broadcasts.answer(session, effect.number, context.person_id, effect.answer, context.now)
    if Ask(one.ask) is Ask.RECEIVED:
        return [Message(say("broadcast-thanks"))]
    return [Message(say("broadcast-thanks-for", answer=effect.answer))]
