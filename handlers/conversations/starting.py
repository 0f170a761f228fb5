"""A new form: opened with what the person answered last, and the photos that already wait for it."""

from core.dialogue import forms
from core.dialogue.known import Known
from core.dialogue.state import State
from core.dialogue.steps import Message, Option, Turn
from core.texts import Speech, lines, say
from handlers.conversations import own_instruments
from handlers.conversations.moving import show
from handlers.conversations.parking import put_aside


def start(state: State, known: Known, code: str, key: str = "") -> Turn:
    """A new form of this kind. `key` is given where photos already wait under it."""
    whole = known.fact_type(code)
    if whole is not None and whole.one_by_one is not None:
        return start(state, known, whole.one_by_one.kind, key)
    kind = known.reportable(code)
    if kind is None:
        return Turn(state, (Message(say("form-not-yours"), ((Option(say("menu-button"), "go:menu"),),)),))
    if state.form is not None and not key and forms.untouched(state.form, code):
        return show(state, known, state.form, None if state.form.last else kind.help)
    state, aside = put_aside(state, known)
    loose = bool(key) and key == state.loose
    form = own_instruments.new_form(kind, key if loose else known.turn_id, known)
    if loose:
        form = form.model_copy(update={"evidence": state.loose_count})
        state = state.model_copy(update={"loose": None, "loose_count": 0})
    first: Speech = lines(aside, None if form.last else kind.help)
    return show(state, known, form, first)
