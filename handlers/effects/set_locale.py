"""The language a person is spoken to in."""

from sqlalchemy.orm import Session

from core.dialogue.effects import SetLocale
from core.dialogue.steps import Message, Option
from core.texts import say
from handlers.context import Context
from storage.models import Person


def set_locale(session: Session, effect: SetLocale, context: Context) -> list[Message]:
    """Takes effect with the next message; the answer is already in the new language."""
    person = session.get_one(Person, context.person_id)
    if person.locale != effect.locale:
        change = {"old": {"locale": person.locale}, "new": {"locale": effect.locale}}
        context.note(session, "set-locale", person, **change)
        person.locale = effect.locale
        session.flush()
    words = context.texts.render(say("locale-set"), effect.locale)
    button = context.texts.render(say("menu-button"), effect.locale)
    return [Message(words, ((Option(button, "go:menu"),),), in_place=True)]
