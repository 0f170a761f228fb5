"""Coming in: an invite, consent before the first question, a name, and approval by the unit.

Strangers, candidates and blocked people get no further than this; somebody known elsewhere may link what they
write from (linking.py). Verbs: join (yes or no to the consent), lk.
"""

from core.catalogue.fact_types import Role
from core.dialogue.effects import JoinTenant
from core.dialogue.known import Known
from core.dialogue.state import JoinState, State
from core.dialogue.steps import Message, Option, Turn
from core.dialogue.tokens import token
from core.folding import clean
from core.messages import Inbound
from core.people import PersonStatus
from core.texts import Speech, say
from handlers.conversations import linking
from handlers.conversations.refusing import turned_away

VERBS = frozenset({"join"}) | linking.VERBS

MAX_NAME = 80
#: an invite code is this long; anything else that is typed is no attempt at one
CODE_LENGTH = 10


def press(state: State, known: Known, verb: str, args: tuple[str, ...]) -> Turn:
    if verb in linking.VERBS:
        return linking.press(state, known, verb, args)
    join = state.join
    if known.person is not None or join is None:
        return _standing(state, known)
    if args[:1] == ("no",):
        return Turn(State(), (Message(say("join-declined"), in_place=True),))
    if join.consent:
        return _next_question(state, known, join)
    return _next_question(state, known, join.model_copy(update={"consent": True}))


def typed(state: State, known: Known, inbound: Inbound) -> Turn:
    text = clean(inbound.text)
    asked = linking.asked(state, known, text)
    if asked is not None:
        return asked
    if known.person is not None:
        return _standing(state, known)
    code = _code_in(text)
    if code is not None and (state.join is None or text.startswith("/")):
        return _invited(state, known, code)
    join = state.join
    if join is None:
        return Turn(state, (Message(say("welcome-stranger")),))
    if not join.consent:
        agreed = join.model_copy(update={"consent": True})
        yes = known.agrees(text)
        return _next_question(state, known, agreed) if yes else Turn(state, (_consent(known, join),))
    if join.name is None:
        return _named(state, known, join, text)
    return _organised(state, known, join, text)


def _standing(state: State, known: Known) -> Turn:
    person = known.person
    if person is None:
        return Turn(state, (Message(say("welcome-stranger")),))
    if person.status is PersonStatus.ACTIVE:
        return Turn(state, (Message(say("join-already"), ((Option(say("menu-button"), "go:menu"),),)),))
    tenant = (person.tenant, person.tenant_name)
    return Turn(state, (Message(turned_away(person.status, person.name, tenant, known.catalogue)),))


def _code_in(text: str) -> str | None:
    """The invite code in "/start CODE", a pasted link or the bare code."""
    last = text.rsplit(maxsplit=1)[-1].rsplit("/", 1)[-1].rsplit("=", 1)[-1] if text else ""
    return last.upper() if len(last) == CODE_LENGTH and last.isascii() and last.isalnum() else None


def _invited(state: State, known: Known, code: str) -> Turn:
    invite = known.look.invite(code)
    if invite is None:
        return Turn(state, (Message(say("invite-unknown")),))
    if invite.problem is not None:
        return Turn(state, (Message(say(f"invite-{invite.problem}", tenant=invite.tenant_name)),))
    join = JoinState(code=code)
    return Turn(State(join=join), (_consent(known, join),))


def _consent(known: Known, join: JoinState) -> Message:
    invite = known.look.invite(join.code)
    if invite is None or invite.problem is not None:
        return Message(say("invite-unknown"))
    where: Speech = invite.unit_name or invite.tenant_name
    whose = "household" if invite.role is Role.HOUSEHOLD else "staff"
    role = say(f"role-{invite.role}")
    text = say(f"join-consent-{whose}", tenant=invite.tenant_name, role=role, unit=where)
    options = (
        Option(say(f"join-agree-{whose}"), token("join", "yes"), main=True),
        Option(say(f"join-decline-{whose}"), token("join", "no")),
    )
    return Message(text, (options,))


def _named(state: State, known: Known, join: JoinState, text: str) -> Turn:
    if not _is_name(text):
        return Turn(state, (Message(say("join-name-again")),))
    return _next_question(state, known, join.model_copy(update={"name": " ".join(text.split())}))


def _organised(state: State, known: Known, join: JoinState, text: str) -> Turn:
    if _is_command(text) or not 2 <= len(text) <= MAX_NAME:
        return Turn(state, (Message(say("join-organisation-again")),))
    return _next_question(state, known, join.model_copy(update={"organisation": " ".join(text.split())}))


def _is_name(text: str) -> bool:
    letters = sum(char.isalpha() for char in text)
    named = letters >= 2 and not any(char.isdigit() for char in text)
    return named and 2 <= len(text) <= MAX_NAME and not _is_command(text)


def _is_command(text: str) -> bool:
    """Messengers list commands, and people try them: who sends one here gives no name."""
    return text.startswith("/")


def _next_question(state: State, known: Known, join: JoinState) -> Turn:
    asked = state.model_copy(update={"join": join})
    if join.name is None:
        return Turn(asked, (Message(say("join-name"), asks_name=True),))
    invite = known.look.invite(join.code)
    if invite is not None and invite.role is Role.HOUSEHOLD and join.organisation is None:
        return Turn(asked, (Message(say("join-organisation")),))
    return Turn(State(), (JoinTenant(join),))
