"""How an open form moves on: an answer typed or pressed, back, skip, a page, one answer changed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from core.answers import check_answer, show_answer
from core.catalogue.fact_types import FactType, FieldSpec, FieldType
from core.dialogue import forms
from core.dialogue.known import Known
from core.dialogue.state import Answer, FormState, State
from core.dialogue.steps import Message, Option, Turn
from core.dialogue.tokens import whole_number
from core.texts import Speech, lines, say
from handlers.conversations.asking import step_message
from handlers.conversations.card import let_go, review_message


def answered(
    state: State, known: Known, kind: FactType, form: FormState, field: FieldSpec, value: Answer
) -> Turn:
    """Keep an answer if it holds with the others, say what was understood, and go on."""
    problem = check_answer(field, value, known.setting(form.answers))
    moved = forms.with_answer(kind, form, field.code, value)
    broken = forms.violation(kind, moved.answers)
    if problem is None and broken is not None:
        problem = broken.message
    if problem is not None:
        return refused(state, known, form, problem)
    shown = show_answer(field, value, known.setting(moved.answers))
    echo = say("form-understood", field=field.label, value=shown)
    return show(state, known, moved, lines(echo, let_go(kind, form, moved)))


def named(
    state: State, known: Known, kind: FactType, form: FormState, field: FieldSpec, value: Answer
) -> Turn:
    """Keep what was said: beside choices that are ticked already it is ticked too, else it is the answer."""
    if ticks(form, field) and isinstance(value, list):
        now_ticked = ticked(form, field, value)
        shown = show_answer(field, list(ticks(now_ticked, field)), known.setting(form.answers))
        # what is ticked may stand on another page of the choices
        echo = say("form-understood", field=field.label, value=shown) if ticks(now_ticked, field) else None
        return show(state, known, now_ticked, echo)
    return answered(state, known, kind, form, field, value)


def agreed(state: State, known: Known, kind: FactType, form: FormState, field: FieldSpec) -> Turn:
    """A yes in the middle of a form: to what is ticked; else there is nothing yet to say yes to."""
    chosen = ticks(form, field)
    if chosen:
        return answered(state, known, kind, form, field, list(chosen))
    return show(state, known, form, say("form-not-yet", count=len(forms.open_fields(kind, form))))


def ticked(form: FormState, field: FieldSpec, codes: Sequence[str]) -> FormState:
    """The form with these choices ticked too, or with the tick taken off a single one that has it."""
    before = ticks(form, field)
    off = set(codes) if len(codes) == 1 and codes[0] in before else set[str]()
    after = [code for code in dict.fromkeys((*before, *codes)) if code not in off]
    answers: dict[str, Answer] = {name: each for name, each in form.answers.items() if name != field.code}
    if after:
        answers[field.code] = after
    return form.model_copy(update={"answers": answers, "readings": ()})


def ticks(form: FormState, field: FieldSpec) -> tuple[str, ...]:
    """The choices that are ticked at a question for several."""
    chosen = form.answers.get(field.code)
    return tuple(chosen) if field.type is FieldType.CHOICES and isinstance(chosen, list) else ()


def move(
    state: State, known: Known, kind: FactType, form: FormState, verb: str, rest: tuple[str, ...]
) -> Turn:
    number = whole_number(rest[0]) if rest else None
    fields = kind.asked()
    if number is None or number >= len(fields):
        return show(state, known, form, None)
    field, value = fields[number], rest[1] if len(rest) > 1 else ""
    match verb:
        case "e":
            return show(state, known, forms.edit(form, field.code), None)
        case "b":
            moved = (
                form.model_copy(update={"at": None, "editing": False})
                if form.editing
                else forms.back(kind, form)
            )
            return show(state, known, moved, None)
        case "p":
            page = whole_number(value) or 0
            return show(state, known, form.model_copy(update={"page": page}), None)
        case "s" if not field.required:
            same_step = form.at == field.code
            return show(state, known, forms.with_skip(kind, form, field.code) if same_step else form, None)
        case "f" | "t" | "td" | "r" | "ev":
            return _pressed_answer(state, known, kind, form, Pressed(verb, field, value))
        case _:
            return show(state, known, form, None)


@dataclass(frozen=True, slots=True)
class Pressed:
    """A button of a step: what it does, the question it belongs to, and the value it stands for."""

    verb: str
    field: FieldSpec
    value: str


def _pressed_answer(state: State, known: Known, kind: FactType, form: FormState, pressed: Pressed) -> Turn:
    """An answer by button. A second press of an earlier step's button changes nothing if it says the same."""
    field, value = pressed.field, pressed.value
    if pressed.verb == "t":
        is_one = field.type is FieldType.CHOICES and field.option(value) is not None
        return show(state, known, ticked(form, field, [value]) if is_one else form, None)
    answer = _meant(known, form, pressed)
    if answer is None or (field.code != form.at and form.answers.get(field.code) == answer):
        return show(state, known, form, None)
    keep = named if pressed.verb == "r" else answered
    return keep(state, known, kind, form, field, answer)


def _meant(known: Known, form: FormState, pressed: Pressed) -> Answer | None:
    """The value behind a button; None for one that no longer stands for anything."""
    verb, field, value = pressed.verb, pressed.field, pressed.value
    if verb == "r":
        number = whole_number(value)
        return form.readings[number] if number is not None and number < len(form.readings) else None
    if verb == "td":
        return form.answers.get(field.code)
    if verb == "ev":
        return form.evidence or None
    if field.type is FieldType.DATE:
        days = {"today": 0, "yesterday": 1}.get(value)
        return None if days is None else (known.today - timedelta(days=days)).isoformat()
    return form.last.get(field.code) if value == "last" else value


def show(state: State, known: Known, form: FormState, first: Speech | None) -> Turn:
    """Keep the form as it is now and show where it stands."""
    kept = state.model_copy(
        update={"form": form.model_copy(update={"touched_at": known.now}), "asking": None, "about": None}
    )
    message = where_it_stands(kept, known, first)
    return Turn(kept, (message,)) if message else gone(state)


def gone(state: State) -> Turn:
    """The open form is of a kind that is not offered any more: it ends."""
    closed = state.model_copy(update={"form": None, "asking": None, "about": None})
    return Turn(closed, (Message(say("form-kind-gone"), ((Option(say("menu-button"), "go:menu"),),)),))


def refused(state: State, known: Known, form: FormState, reason: Speech) -> Turn:
    """The answer was not understood or cannot be: say why, and ask again."""
    failed = form.model_copy(update={"failures": form.failures + 1, "readings": ()})
    turn = show(state, known, failed, say("form-refused", reason=reason))
    fresh = tuple(replace(step, in_place=False) if isinstance(step, Message) else step for step in turn.steps)
    return Turn(turn.state, fresh)


def where_it_stands(state: State, known: Known, first: Speech | None = None) -> Message | None:
    """The question the open form is at, or its review card."""
    form = state.form
    kind = known.form_type(form) if form else None
    if form is None or kind is None:
        return None
    field = forms.current_field(kind, form)
    if field is None:
        return review_message(kind, form, known, first)
    return step_message(kind, form, field, known, first)
