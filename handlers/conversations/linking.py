"""One person, several contacts: a code is asked for where they are known, and typed where they are not yet.

Verb: lk (new: make a code; code: one was typed; yes and no to whom it would link).
"""

from core.dialogue.contact_effects import DeclineLink, LinkContact, MakeLinkCode, TryLinkCode
from core.dialogue.known import LINK, Known
from core.dialogue.linking import typed_code
from core.dialogue.state import State
from core.dialogue.steps import Message, Option, Turn
from core.dialogue.tokens import whole_number
from core.folding import words_of
from core.messages import Inbound
from core.people import PersonStatus
from core.texts import say
from handlers.conversations.refusing import turned_away

VERBS = frozenset({"lk"})


def press(state: State, known: Known, verb: str, args: tuple[str, ...]) -> Turn:
    match args:
        case ("code", code):
            return Turn(state, (TryLinkCode(code),))
        case ("yes", number) if (person_id := whole_number(number)) is not None:
            return Turn(state, (LinkContact(person_id),))
        case ("no", *_):
            return Turn(state.model_copy(update={"offered": (), "yes": ""}), (DeclineLink(),))
        case _:
            return _how(state, known)


def typed(state: State, known: Known, inbound: Inbound) -> Turn:
    return asked(state, known, inbound.text) or _how(state, known)


def asked(state: State, known: Known, text: str) -> Turn | None:
    """What a typed code, or words that ask for one, come to; None for any other text."""
    code = typed_code(text, known.commands)
    if code is not None:
        return Turn(state, (TryLinkCode(code),))
    command = text.split("@", maxsplit=1)[0].strip().casefold()
    if LINK in (known.commands.get(command), known.commands.get(words_of(text))):
        return _how(state, known)
    return None


def _how(state: State, known: Known) -> Turn:
    """Members get a code; others are told where to ask for one."""
    person = known.person
    if person is None:
        return Turn(state, (Message(say("link-how")),))
    if person.status is not PersonStatus.ACTIVE:
        tenant = (person.tenant, person.tenant_name)
        return Turn(state, (Message(turned_away(person.status, person.name, tenant, known.catalogue)),))
    return Turn(state, (MakeLinkCode(),))


def channels_row() -> tuple[Option, ...]:
    """The way to the person's contacts, and to the menu."""
    return (Option(say("settings-channels"), "go:channels"), Option(say("menu-button"), "go:menu"))
