"""Forms put aside and taken up again, and what an old button says about a form that is no longer open."""

from collections import Counter

from core.answers import show_answer
from core.catalogue.fact_types import FieldType
from core.dialogue import forms
from core.dialogue.effects import DropEvidence, ShowReceipt
from core.dialogue.known import Known
from core.dialogue.state import FormState, State
from core.dialogue.steps import Message, Option, Rows, Turn
from core.dialogue.tokens import token
from core.texts import Lines, Speech, say
from handlers.conversations.moving import show

#: answers that tell a draft from others of its kind
TOLD = 4
#: more drafts than this nobody finds again; the oldest of them is the first to be offered
MOST_PARKED = 10


def park(state: State, known: Known) -> Turn:
    """Cancel: the draft is kept, and can be taken up or thrown away with one tap."""
    form = state.form
    after, _ = put_aside(state, known)
    if form is None or not form.answers or form.corrects is not None:
        message = Message(say("form-left"), ((Option(say("menu-button"), "go:menu"),),), in_place=True)
        return Turn(after, (message,))
    rows = (
        (
            Option(say("draft-continue"), token("res", form.key), main=True),
            Option(say("draft-delete"), token("del", form.key)),
        ),
        (Option(say("menu-button"), "go:menu"),),
    )
    return Turn(after, (Message(say("form-parked", name=draft_name(form, known)), rows, in_place=True),))


def put_aside(state: State, known: Known) -> tuple[State, Speech | None]:
    """The state with no form open, and what to say about the one that was. Empty forms leave no draft.

    A correction is not kept as a draft: the report it would change is still there to be opened.
    """
    form = state.form
    cleared = state.model_copy(update={"form": None, "asking": None, "about": None})
    if form is None or not (form.answers or form.evidence) or form.corrects is not None:
        return cleared, None
    kept = (*(other for other in state.parked if other.key != form.key), form)[-MOST_PARKED:]
    return cleared.model_copy(update={"parked": kept}), say("form-set-aside", name=draft_name(form, known))


def take_up(state: State, known: Known, key: str) -> Turn:
    """Go on with a draft, or show the form that is open anyway."""
    if state.form is not None and state.form.key == key:
        return show(state, known, state.form, None)
    draft = state.parked_form(key)
    kind = known.form_type(draft) if draft else None
    if draft is None:
        return stale(state, key)
    if kind is None:
        rows = ((Option(say("draft-delete"), token("del", key)), Option(say("menu-button"), "go:menu")),)
        return Turn(state, (Message(say("form-kind-gone"), rows),))
    state, aside = put_aside(state, known)
    rest = tuple(other for other in state.parked if other.key != key)
    fitted = forms.fitted(kind, draft)
    return show(state.model_copy(update={"parked": rest}), known, fitted, aside)


def delete(state: State, key: str) -> Turn:
    """Throw a draft away, photos too."""
    open_key = state.form.key if state.form else None
    if key != open_key and state.parked_form(key) is None:
        return stale(state, key)
    rest = tuple(other for other in state.parked if other.key != key)
    form = None if key == open_key else state.form
    left = state.model_copy(update={"parked": rest, "form": form, "asking": None})
    message = Message(say("draft-deleted"), ((Option(say("menu-button"), "go:menu"),),), in_place=True)
    return Turn(left, (DropEvidence(key), message))


def stale(state: State, key: str) -> Turn:
    """A button of a form that is not open: its draft, else its receipt, else an explanation."""
    draft = state.parked_form(key)
    if draft is None:
        return Turn(state, (ShowReceipt(key),))
    options = (
        Option(say("draft-continue"), token("res", key), main=True),
        Option(say("draft-delete"), token("del", key)),
    )
    return Turn(state, (Message(say("stale-draft"), (options,)),))


def draft_rows(state: State, known: Known) -> Rows:
    """A button for each draft that waits, newest first; those of one kind say what is in them."""
    drafts = [form for form in reversed(state.parked) if known.form_type(form)]
    kinds = Counter(form.fact_type for form in drafts)
    names = (_told(form, known) if kinds[form.fact_type] > 1 else draft_name(form, known) for form in drafts)
    return tuple(
        (Option(say("draft-resume", name=name), token("res", form.key)),)
        for form, name in zip(drafts, names, strict=True)
    )


def _told(form: FormState, known: Known) -> Speech:
    """A draft by its kind and the first of its answers, in the order they are asked."""
    kind = known.form_type(form)
    if kind is None:
        return form.fact_type
    setting = known.setting(form.answers)
    shown = [
        show_answer(field, form.answers[field.code], setting)
        for field in kind.asked()
        if field.code in form.answers and field.type is not FieldType.EVIDENCE
    ]
    return Lines((kind.label, *shown[:TOLD]), " · ")


def draft_name(form: FormState, known: Known) -> Speech:
    """A draft by its kind and where it stopped: "Kiểm định ... (bước 3/5)"."""
    kind = known.form_type(form) or known.fact_type(form.fact_type)
    if kind is None:
        return form.fact_type
    step, total = forms.position(kind, form)
    return say("draft-name", kind=kind.label, step=step, total=total)
