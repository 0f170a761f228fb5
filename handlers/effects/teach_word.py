"""Words that an admin teaches, or takes back; everybody's next message is read with what holds then."""

from sqlalchemy.orm import Session

from core.dialogue.effects import RemoveWord, TeachWord
from core.dialogue.steps import Message, Option
from core.dialogue.tokens import token
from core.permissions import Action
from core.texts import say
from core.understanding.taught import Taught
from handlers.context import Context
from storage.models import TaughtWord
from storage.repositories import taught


def teach(session: Session, effect: TeachWord, context: Context) -> list[Message]:
    """Keep the word and say that it is heard."""
    if not context.may(Action.TEACH_WORDS):
        return [Message(say("not-allowed"))]
    by = (context.person_id, context.now)
    row = taught.add(session, context.speaker.tenant_id, effect.word, by)
    if row.added_at == context.now:
        context.note(session, "teach-word", row, new=_described(row))
    rows = (
        (Option(say("words-taught-list"), token("vl", "words")),),
        (Option(say("words-back-to-messages"), "vl"), Option(say("menu-button"), "go:menu")),
    )
    return [Message(say("words-taught", phrase=row.phrase), rows, in_place=True)]


def remove(session: Session, effect: RemoveWord, context: Context) -> list[Message]:
    """The word is heard no more."""
    if not context.may(Action.TEACH_WORDS):
        return [Message(say("not-allowed"))]
    by = (context.person_id, context.now)
    row = taught.remove(session, context.speaker.tenant_id, effect.word_id, by)
    back = ((Option(say("words-taught-list"), token("vl", "words")), Option(say("menu-button"), "go:menu")),)
    if row is None:
        return [Message(say("words-gone"), back)]
    context.note(session, "remove-word", row, old=_described(row))
    return [Message(say("words-removed", phrase=row.phrase), back, in_place=True)]


def _described(row: TaughtWord) -> dict[str, str]:
    word = Taught(row.phrase, row.fact_type, row.field or "", row.option or "")
    parts = {"phrase": word.phrase, "kind": word.fact_type, "field": word.field, "option": word.option}
    return {name: part for name, part in parts.items() if part}
