"""The last step of a form: nothing missing, no rule broken, no likely double, and then it is sent once."""

from core.catalogue.fact_types import FactType
from core.dialogue import forms
from core.dialogue.effects import SubmitReport
from core.dialogue.known import Known
from core.dialogue.state import FormState, State
from core.dialogue.steps import Message, Turn
from core.texts import say
from handlers.conversations.card import duplicate_message, rule_message
from handlers.conversations.correcting import ask_reason, unchanged
from handlers.conversations.moving import show


def send(
    state: State,
    known: Known,
    kind: FactType,
    form: FormState,
    *,
    not_duplicate: bool = False,
    waits: bool = False,
) -> Turn:
    """Send the form, or say what stands in the way. With `waits` a manager decides about a broken rule."""
    missing = forms.unanswered(kind, form)
    if missing is not None:
        at = form.model_copy(update={"at": missing.code, "editing": True})
        return show(state, known, at, say("review-missing", field=missing.label))
    broken = forms.violation(kind, form.answers)
    if broken is not None:
        return show(state, known, form.model_copy(update={"at": None}), broken.message)
    if form.corrects is not None and form.reason is None:
        return unchanged(state) if form.answers == form.before else ask_reason(state, form)
    seen = {"not_duplicate": form.not_duplicate or not_duplicate or waits, "waits": waits}
    checked = form.model_copy(update=seen)
    asked = _doubtful(known, kind, checked) if form.corrects is None else None
    if asked is not None:
        kept = state.model_copy(update={"form": checked})
        return Turn(kept, (asked,))
    done = state.model_copy(update={"form": None, "asking": None, "about": None})
    return Turn(done, (SubmitReport(checked),))


def _doubtful(known: Known, kind: FactType, form: FormState) -> Message | None:
    """A question before it is stored: is it another report of the same, or does it break a rule?"""
    answers = forms.completed(kind, form.answers)
    similar = None if form.not_duplicate else known.look.similar(form, answers)
    if similar is not None:
        return duplicate_message(form, kind, similar, known)
    broken = () if form.waits else known.look.broken_rules(form, answers)
    return rule_message(form, broken) if broken else None
