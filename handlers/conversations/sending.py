"""The last step of a form: nothing missing, no rule broken, no likely double, and then it is sent once."""

from core.catalogue.fact_types import FactType
from core.dialogue import forms
from core.dialogue.effects import SubmitReport
from core.dialogue.known import Known
from core.dialogue.state import FormState, State
from core.dialogue.steps import Turn
from core.texts import say
from handlers.conversations.card import duplicate_message
from handlers.conversations.correcting import ask_reason, unchanged
from handlers.conversations.moving import show


def send(state: State, known: Known, kind: FactType, form: FormState, *, not_duplicate: bool) -> Turn:
    """Send the form, or say what stands in the way."""
    missing = forms.unanswered(kind, form)
    if missing is not None:
        at = form.model_copy(update={"at": missing.code, "editing": True})
        return show(state, known, at, say("review-missing", field=missing.label))
    broken = forms.violation(kind, form.answers)
    if broken is not None:
        return show(state, known, form.model_copy(update={"at": None}), broken.message)
    if form.corrects is not None and form.reason is None:
        return unchanged(state) if form.answers == form.before else ask_reason(state, form)
    checked = form.model_copy(update={"not_duplicate": form.not_duplicate or not_duplicate})
    if form.corrects is None and not checked.not_duplicate:
        similar = known.look.similar(checked, forms.completed(kind, checked.answers))
        if similar is not None:
            return Turn(state, (duplicate_message(checked, kind, similar, known),))
    done = state.model_copy(update={"form": None, "asking": None, "about": None})
    return Turn(done, (SubmitReport(checked),))
