"""The message of one step of a form: the question, its choices, and the way back, past it and out."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import TypeVar

from core.answers import show_answer
from core.answers.places import places_of
from core.catalogue.fact_types import FactType, FieldSpec, FieldType
from core.dialogue.forms import asked_fields, open_fields, position
from core.dialogue.known import Known
from core.dialogue.state import FormState
from core.dialogue.steps import Message, Option, Rows, rows_of, wide
from core.dialogue.tokens import TICK, token
from core.texts import Lines, Speech, lines, say

#: options on one screen; more are paged
PAGE = 8
#: after this many answers that were not understood the kind's own explanation is added
PATIENCE = 2

#: in these steps a typed number is the answer, not the number of a choice
_NUMERIC = frozenset(
    {FieldType.INTEGER, FieldType.NUMBER, FieldType.MONEY, FieldType.TALLY, FieldType.DATE, FieldType.TEXT}
)

Item = TypeVar("Item")


def step_message(
    kind: FactType, form: FormState, field: FieldSpec, known: Known, first: Speech | None = None
) -> Message:
    """The question of `field`. `first` is said above it: what was just stored, or why it was refused.

    A form that was told in words says what it understood, and how much is still to be asked.
    """
    title, told = _title(kind, form), told_line(kind, form, known) if form.said else None
    patience = kind.help if form.failures >= PATIENCE else None
    options = _choices(kind, form, field, known)
    per_row = 1 if any(wide(option.label) for option in options) else 2
    rows = rows_of(options, per_row) + _pages(kind, form, field, known) + _navigation(kind, form, field)
    groups = Lines(tuple(option.label for option in field.options), ", ")
    named = say("form-groups", groups=groups) if field.type is FieldType.TALLY else None
    text = lines(first, title, told, patience, field.prompt or field.label, named)
    return Message(text, rows, numbered=field.type not in _NUMERIC, in_place=True, asks=form.key)


def _title(kind: FactType, form: FormState) -> Speech:
    left = len(open_fields(kind, form))
    if form.said and left and not form.editing:
        return say("form-left-to-ask", icon=kind.icon, kind=kind.label, count=left)
    step, total = position(kind, form)
    return say("form-step", icon=kind.icon, kind=kind.label, step=step, total=total)


def reading_message(kind: FactType, form: FormState, question: Speech, readings: Sequence[Speech]) -> Message:
    """Which of several readings was meant; the values behind the buttons are in `form.readings`."""
    at = field_number(kind, form.at)
    options = [Option(reading, token("r", form.key, at, n)) for n, reading in enumerate(readings)]
    field = kind.asked()[at]
    return Message(
        question, rows_of(options, 1) + _navigation(kind, form, field), in_place=True, asks=form.key
    )


def told_line(kind: FactType, form: FormState, known: Known) -> Speech | None:
    """What a message was understood to say, the answers in one line; None where that is nothing."""
    told = {**form.answers, **form.held}
    setting = known.setting(told)
    shown = (
        show_answer(field, told[field.code], setting)
        for field in kind.asked()
        if field.code in told and field.type is not FieldType.EVIDENCE
    )
    values = tuple(shown)
    return Lines(values, " · ") if values else None


def field_number(kind: FactType, code: str | None) -> int:
    """A field's place among the asked ones: what a token names it by."""
    return [field.code for field in kind.asked()].index(code or "")


def _choices(kind: FactType, form: FormState, field: FieldSpec, known: Known) -> tuple[Option, ...]:
    def answer(value: str) -> str:
        return token("f", form.key, field_number(kind, field.code), value)

    match field.type:
        case FieldType.CHOICE:
            return tuple(Option(o.label, answer(o.code)) for o in _page(field.options, form.page))
        case FieldType.CHOICES:
            return _toggles(kind, form, field)
        case FieldType.PLACE:
            places = places_of(field, known.setting(form.answers))
            return tuple(Option(p.name, answer(p.code)) for p in _page(places, form.page))
        case FieldType.DATE if not field.future:
            return _days(known, answer)
        case FieldType.EVIDENCE if form.evidence:
            done = say("form-evidence-done", count=form.evidence)
            return (Option(done, token("ev", form.key, field_number(kind, field.code)), main=True),)
        case _:
            return _last(form, field, known, answer)


def _toggles(kind: FactType, form: FormState, field: FieldSpec) -> tuple[Option, ...]:
    chosen = form.answers.get(field.code)
    codes = chosen if isinstance(chosen, list) else []
    at = field_number(kind, field.code)
    options = tuple(
        Option(
            say("form-chosen", label=option.label) if option.code in codes else option.label,
            token(TICK, form.key, at, option.code),
        )
        for option in _page(field.options, form.page)
    )
    done = (Option(say("form-choices-done"), token("td", form.key, at), main=True),) if codes else ()
    return options + done


def _days(known: Known, answer: Callable[[str], str]) -> tuple[Option, ...]:
    yesterday = known.today - timedelta(days=1)
    return (
        Option(say("form-today", date=known.today), answer("today"), main=True),
        Option(say("form-yesterday", date=yesterday), answer("yesterday")),
    )


def _last(
    form: FormState, field: FieldSpec, known: Known, answer: Callable[[str], str]
) -> tuple[Option, ...]:
    """The person's own answer of the time before, one tap away."""
    value = form.last.get(field.code)
    if field.suggest != "last" or value is None:
        return ()
    shown = show_answer(field, value, known.setting(form.answers))
    return (Option(say("form-last", value=shown), answer("last")),)


def _pages(kind: FactType, form: FormState, field: FieldSpec, known: Known) -> Rows:
    if field.type is FieldType.TALLY:
        # its groups are no buttons: they are named in the question
        return ()
    places = places_of(field, known.setting(form.answers)) if field.type is FieldType.PLACE else ()
    items = len(places or field.options)
    pages = -(-items // PAGE)
    if pages < 2:
        return ()
    at = field_number(kind, field.code)
    following = (form.page + 1) % pages
    label = say("form-more", page=form.page + 1, pages=pages)
    return ((Option(label, token("p", form.key, at, following)),),)


def _navigation(kind: FactType, form: FormState, field: FieldSpec) -> Rows:
    at = field_number(kind, field.code)
    row = []
    if form.editing:
        row.append(Option(say("form-to-review"), token("b", form.key, at)))
    elif asked_fields(kind, form.answers)[0].code != field.code:
        row.append(Option(say("form-back"), token("b", form.key, at)))
    if not field.required:
        row.append(Option(say("form-skip"), token("s", form.key, at)))
    row.append(Option(say("form-cancel"), token("x", form.key)))
    return (tuple(row),)


def _page(items: Sequence[Item], page: int) -> Sequence[Item]:
    return items[page * PAGE : (page + 1) * PAGE]
