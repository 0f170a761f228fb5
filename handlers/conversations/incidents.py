"""Incidents with personal data: the form by which one is opened, and what is pressed on its card.

Verb: sc (new, from: a request, pick: an answer of the form, open: it is right; list, card, step, done, skip,
undo, close, shut: confirmed, on: not yet, minutes).
"""

from dataclasses import replace

from core.dialogue.incident_effects import (
    INCIDENT_FLAG,
    CloseIncident,
    MakeIncidentMinutes,
    OpenIncident,
    SettleStep,
    ShowIncident,
    ShowIncidents,
    ShowStep,
)
from core.dialogue.known import Known
from core.dialogue.state import Incident, State
from core.dialogue.steps import Message, Option, Turn
from core.dialogue.tokens import token, whole_number
from core.folding import clean
from core.incidents import Step
from core.messages import Inbound
from core.permissions import Action
from core.texts import say
from handlers.conversations import incident_form, incident_notice
from handlers.conversations.refusing import not_allowed

VERBS = frozenset({"sc"})

#: characters of what somebody says of a step
LONGEST = 500


def overview(state: State, known: Known) -> Turn:
    """Those of the tenant."""
    return _shown(state, ShowIncidents())


def press(state: State, known: Known, verb: str, args: tuple[str, ...]) -> Turn:
    what, value, third = (*args, "", "", "")[:3]
    number = whole_number(value) or 0
    match what:
        case "new":
            return incident_form.ask(state, known, Incident(id=known.turn_id))
        case "from":
            return _from_request(state, known, number)
        case "pick":
            return incident_form.picked(state, known, value, third)
        case "open":
            return _open(state, known, value)
        case "list":
            return _shown(state, ShowIncidents(number))
        case "card":
            return _shown(state, ShowIncident(number))
        case "close" | "shut" | "on":
            return _shown(state, CloseIncident(number, what != "on", what == "shut", third))
        case "minutes":
            return _shown(state, MakeIncidentMinutes(number))
        case _:
            return _of_step(state, what, number, third)


def typed(state: State, known: Known, inbound: Inbound) -> Turn:
    """An answer of the form, what was done or why it need not be, or what somebody wants to tell."""
    what, *rest = (state.about or "").split(":")
    if what == "tell":
        return incident_notice.typed(state, known, inbound)
    if not known.may(Action.KEEP_INCIDENTS):
        return not_allowed(state)
    if what in ("done", "skip"):
        return _words_of_step(state, known, inbound, what, tuple(rest))
    return incident_form.typed(state, known, inbound)


def _shown(state: State, effect: ShowIncidents | ShowIncident | CloseIncident | MakeIncidentMinutes) -> Turn:
    return Turn(idle(state), (effect,))


def idle(state: State) -> State:
    return state.model_copy(update={"asking": None, "about": None, "incident": None})


def _open(state: State, known: Known, key: str) -> Turn:
    made = state.incident
    if made is None or made.id != key or made.found_at is None or made.step != "confirm":
        return _shown(state, ShowIncidents())
    opened = OpenIncident(
        made.id, made.kind, made.found_at, made.data, made.people, made.where, made.text, made.request
    )
    return Turn(idle(state), (opened,))


def _from_request(state: State, known: Known, number: int) -> Turn:
    """What somebody told stands in the form already, and that it was known when they told it."""
    request = known.look.requests.one(number)
    if request is None or INCIDENT_FLAG not in request.flags:
        return Turn(state, (Message(say("request-gone"), ((Option(say("menu-button"), "go:menu"),),)),))
    made = Incident(id=known.turn_id, request=number, text=request.text)
    return incident_form.ask(state, known, made.model_copy(update={"found_at": request.opened_at}))


def _of_step(state: State, what: str, number: int, code: str) -> Turn:
    step = next((each for each in Step if each == code), None)
    if step is None or what not in ("step", "done", "skip", "say", "undo"):
        return _shown(state, ShowIncidents())
    back = Option(say("form-back"), token("sc", "step", number, step))
    match what:
        case "done":
            return Turn(idle(state), (SettleStep(number, step, needless=False),))
        case "undo":
            return Turn(idle(state), (SettleStep(number, step, needless=None),))
        case "say" | "skip":
            about = f"{'done' if what == 'say' else 'skip'}:{number}:{step}"
            waits = idle(state).model_copy(update={"asking": "incident", "about": about})
            asked = say(f"incident-words-{what}")
            return Turn(waits, (Message(asked, ((back,),), numbered=False),))
        case _:
            return Turn(idle(state), (ShowStep(number, step),))


def _words_of_step(state: State, known: Known, inbound: Inbound, what: str, rest: tuple[str, ...]) -> Turn:
    number, code = (*rest, "", "")[:2]
    words = " ".join(clean(inbound.text).split())
    step = next((each for each in Step if each == code), Step.CONTAIN)
    settled = SettleStep(whole_number(number) or 0, step, needless=what == "skip")
    if known.leaves(inbound.text, named=True):
        return Turn(idle(state), (ShowStep(settled.number, step),))
    if not 2 <= len(words) <= LONGEST:
        return Turn(state, (Message(say("incident-words-length", most=LONGEST), numbered=False),))
    return Turn(idle(state), (replace(settled, text=words),))
