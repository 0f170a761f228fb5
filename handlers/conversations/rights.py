"""What everybody may ask of their own data: to see and to have them, and to have something done about them.

Whoever the bot knows may, let in or not. Verb: dt (file: a copy; ask: what a right means; yes: claim it;
agree, stop: one purpose; erase: by oneself; for, forget: delete for who asked for it;
paper: note what somebody who is suspended claimed;
limit, restrict: only keep the data of who asked; lift: use them again).
"""

from core.catalogue.fact_types import Role
from core.consents import LOCATION, purpose_of
from core.dialogue.known import Known, PersonKnown
from core.dialogue.own_data import EraseMe, SetConsent
from core.dialogue.rights_effects import (
    ERASE_FLAG,
    RESTRICT_FLAG,
    RIGHTS,
    ClaimRight,
    CopyMyData,
    EraseFor,
    LiftRestriction,
    NoteClaim,
    RestrictFor,
    Right,
    ShowMyData,
    erases_by_oneself,
)
from core.dialogue.state import State
from core.dialogue.steps import Message, Option, Rows, Turn, rows_of
from core.dialogue.tokens import token, whole_number
from core.folding import clean
from core.messages import Inbound
from core.people import PersonStatus
from core.permissions import Action
from core.texts import lines, say
from handlers.conversations.refusing import not_allowed

VERBS = frozenset({"dt"})

#: characters of what somebody asks for
LONGEST = 1000
_BACK = Option(say("form-back"), "go:data")
_FLAGS = {"erase": ERASE_FLAG, "restrict": RESTRICT_FLAG}


def press(state: State, known: Known, verb: str, args: tuple[str, ...]) -> Turn:
    what, value, here = (*args, "", "", "")[:3]
    person = known.person
    if person is None:
        return overview(state, known)
    right: Right | None = next((each for each in RIGHTS if each == value), None)
    if what == "file":
        return Turn(state, (CopyMyData(),))
    number = whole_number(value)
    if what == "lift":
        return Turn(state, (LiftRestriction(number or 0),))
    if what == "paper":
        return _on_paper(state, known, number or 0, here)
    if what in ("for", "forget", "limit", "restrict") and number is not None:
        return _for_another(state, known, what, number)
    if what in ("agree", "stop") and purpose_of(person.role, value):
        after = Message(say("rights-place-agreed"), ((_BACK,),)) if here else ShowMyData()
        return Turn(state, (SetConsent(value, what == "agree"), after))
    if what == "erase" and erases_by_oneself(person.role, person.status):
        return Turn(State(here=state.here), (EraseMe(),))
    if right is None or what not in ("ask", "yes"):
        return overview(state, known)
    return _claimed(state, known, person, right) if what == "yes" else _asked(state, person, right)


def _claimed(state: State, known: Known, person: PersonKnown, right: Right) -> Turn:
    """The request, without words of theirs; what they may do by themselves is asked back about."""
    if right == "delete" and erases_by_oneself(person.role, person.status):
        return _asked(state, person, right)
    idle = state.model_copy(update={"asking": None, "about": None}) if state.asking == "right" else state
    return Turn(idle, (ClaimRight(right, known.turn_id),))


def _asked(state: State, person: PersonKnown, right: Right) -> Turn:
    """What it means to claim it, before they do."""
    if right == "delete" and erases_by_oneself(person.role, person.status):
        now = Option(say("own-delete-yes"), token("dt", "erase"), main=True)
        household = (
            say("own-delete-really") if person.role is Role.HOUSEHOLD else say("rights-delete-candidate")
        )
        return Turn(state, (Message(household, ((now, _BACK),)),))
    about = say(f"rights-about-{right}", days=RIGHTS[right])
    if right == "delete" or person.status is not PersonStatus.ACTIVE:
        return Turn(state, (Message(about, _claim(right), in_place=True),))
    asked = state.model_copy(update={"asking": "right", "about": right})
    return Turn(
        asked, (Message(lines(about, say("rights-in-words", right=right)), _claim(right), in_place=True),)
    )


def _claim(right: Right) -> Rows:
    return ((Option(say("rights-claim"), token("dt", "yes", right), main=True), _BACK),)


def _for_another(state: State, known: Known, what: str, request_id: int) -> Turn:
    """Somebody in charge does what was asked of them, after they were asked back and told whose."""
    request = known.look.requests.one(request_id)
    if not known.may(Action.DECIDE_MEMBERS):
        return not_allowed(state)
    if what in ("forget", "restrict"):
        return Turn(state, ((EraseFor if what == "forget" else RestrictFor)(request_id),))
    asks, does = ("erase", "forget") if what == "for" else ("restrict", "restrict")
    if request is None or request.own or _FLAGS[asks] not in request.flags:
        return Turn(state, (Message(say("request-gone"), ((Option(say("menu-button"), "go:menu"),),)),))
    if not request.decides:
        return not_allowed(state)
    yes = Option(say(f"rights-{asks}-yes"), token("dt", does, request_id), main=True)
    back = Option(say("form-back"), token("rq", "card", request_id))
    whose = say("rights-whose", name=request.asker, receipt=request.receipt)
    return Turn(state, (Message(lines(whose, say(f"rights-{asks}-really")), ((yes, back),)),))


def _on_paper(state: State, known: Known, person_id: int, claimed: str) -> Turn:
    """Who is suspended, and cannot write to the bot, said it to somebody in charge."""
    card = known.look.people.card(person_id)
    suspended = card is not None and card.changes and card.line.status is PersonStatus.SUSPENDED
    if card is None or not suspended or not known.may(Action.DECIDE_MEMBERS):
        return not_allowed(state)
    right: Right | None = next((each for each in RIGHTS if each == claimed), None)
    if right is not None:
        return Turn(state, (NoteClaim(person_id, right, known.turn_id),))
    options = [Option(say(f"rights-{each}"), token("dt", "paper", person_id, each)) for each in RIGHTS]
    back = Option(say("form-back"), token("pe", "card", person_id))
    asked = say("rights-paper-ask", name=card.line.name)
    return Turn(state, (Message(asked, (*rows_of(options), (back,)), in_place=True),))


def typed(state: State, known: Known, inbound: Inbound) -> Turn:
    """What is to be corrected, or used no more, in the person's own words: the request takes them along."""
    right: Right | None = next((each for each in RIGHTS if each == state.about), None)
    if right is None or state.asking != "right":
        return overview(state, known)
    text = clean(inbound.text)
    if not 2 <= len(text) <= LONGEST:
        return Turn(state, (Message(say("rights-in-words-again", most=LONGEST), _claim(right)),))
    idle = state.model_copy(update={"asking": None, "about": None})
    return Turn(idle, (ClaimRight(right, known.turn_id, text),))


def overview(state: State, known: Known) -> Turn:
    """What is kept of who speaks."""
    if known.person is None:
        return Turn(state, (Message(say("rights-stranger")),))
    return Turn(state, (ShowMyData(),))


def place_not_kept() -> Message:
    """Where somebody is was sent, and they never agreed that it is kept."""
    agree = Option(say("own-yes-location"), token("dt", "agree", LOCATION, "here"), main=True)
    return Message(say("rights-place-not-kept"), ((agree,),))
