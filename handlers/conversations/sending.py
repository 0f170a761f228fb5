"""The last step of a form: nothing missing, no rule broken, no likely double, and then it is sent once."""

from dataclasses import replace

from core.catalogue.fact_types import FactType
from core.dialogue import forms
from core.dialogue.effects import SubmitReport
from core.dialogue.known import Known
from core.dialogue.state import FormState, State
from core.dialogue.steps import Message, Turn
from core.texts import say
from handlers.conversations.card import doubt_message, duplicate_message, rule_message
from handlers.conversations.correcting import ask_reason, unchanged
from handlers.conversations.moving import show
from handlers.conversations.naming import ORG_ASKED, unclear_org, which_org
from handlers.conversations.parking import take_up


def send(state: State, known: Known, kind: FactType, form: FormState, *, answer: str = "") -> Turn:
    """Send the form, or say what stands in the way.

    `answer` is what was said to the question before: "dup", it is another happening; "jt", it is the same,
    done together; "sure", it is right
    all the same; "rule", a manager may decide about the broken rule.
    """
    missing = forms.unanswered(kind, form)
    if missing is not None:
        at = form.model_copy(update={"at": missing.code, "editing": True})
        return show(state, known, at, say("review-missing", field=missing.label))
    broken = forms.violation(kind, form.answers)
    if broken is not None:
        return show(state, known, form.model_copy(update={"at": None}), broken.message)
    if form.corrects is not None and form.answers == form.before:
        return unchanged(state)
    checked = form.model_copy(update={"not_duplicate": form.not_duplicate or answer == "dup"})
    which = unclear_org(kind, checked, known)
    if which is not None:
        return which_org(state, known, kind, checked, which)
    answers = forms.completed(kind, checked.answers)
    asks = checked.corrects is None and not checked.not_duplicate
    similar = known.look.similar(checked, answers) if asks else None
    if similar is not None and answer == "jt" and not similar.own:
        return _sent(state, known, checked.model_copy(update={"joint": similar.id}))
    if similar is not None:
        return Turn(state, (duplicate_message(checked, kind, similar, known),))
    doubts = known.look.doubts(checked, answers)
    asked = [doubt for doubt in doubts if doubt.key not in checked.sure]
    if asked and answer != "sure":
        return Turn(state.model_copy(update={"form": checked}), (doubt_message(checked, kind, asked),))
    asked_org = tuple(key for key in checked.sure if key == ORG_ASKED)
    checked = checked.model_copy(update={"sure": (*(doubt.key for doubt in doubts), *asked_org)})
    broken_rules = known.look.broken_rules(checked, answers)
    if broken_rules and answer != "rule":
        return Turn(state.model_copy(update={"form": checked}), (rule_message(checked, broken_rules),))
    # the button is pressed late, too: what breaks no rule any more does not wait
    checked = checked.model_copy(update={"waits": bool(broken_rules)})
    if checked.corrects is not None and checked.reason is None:
        return ask_reason(state.model_copy(update={"form": checked}), checked)
    return _sent(state, known, checked)


def _sent(state: State, known: Known, form: FormState) -> Turn:
    done = state.model_copy(update={"form": None, "asking": None, "about": None})
    return _following(Turn(done, (SubmitReport(form),)), known)


def _following(turn: Turn, known: Known) -> Turn:
    """After one happening of a message the next one opens by itself."""
    waiting = [key for key in turn.state.following if turn.state.parked_form(key)]
    if not waiting:
        return Turn(turn.state.model_copy(update={"following": ()}), turn.steps)
    state = turn.state.model_copy(update={"following": tuple(waiting[1:])})
    after = take_up(state, known, waiting[0])
    shown = (replace(s, in_place=False) if isinstance(s, Message) else s for s in after.steps)
    return Turn(after.state, (*turn.steps, *shown))
