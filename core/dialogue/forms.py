"""How a form moves: which question comes next, what an answer changes, what is still missing.

Pure functions from a fact type and a form to a new form. Nothing here speaks or knows a channel.

The law: an answer is never lost by moving; a field whose condition no longer holds loses its answer, one
whose condition is still to be answered keeps what was told of it; the review card is reached when every
asked field is answered or skipped.
"""

import operator
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from core.catalogue.fact_types import Check, Condition, FactType, FieldSpec, FieldType
from core.dialogue.state import Answer, FormState
from core.personal import hidden_in

_COMPARE: dict[str, Callable[[Any, Any], bool]] = {
    "<=": operator.le,
    "<": operator.lt,
    ">=": operator.ge,
    ">": operator.gt,
    "==": operator.eq,
}


def new_form(kind: FactType, key: str, last: Mapping[str, Answer], now: datetime) -> FormState:
    """An empty form at its first question."""
    form = FormState(key=key, fact_type=kind.code, version=kind.version, last=dict(last), touched_at=now)
    return form.model_copy(update={"at": _next(kind, form)})


def filled(kind: FactType, form: FormState, answers: Mapping[str, Answer]) -> FormState:
    """The form with these answers, at its first required question that is open, else at the review card.

    Questions that may be left out are left out; they can still be answered from the review card.
    """
    given = _given(kind, form, {**form.answers, **answers})
    missing = open_fields(kind, given)
    optional = [f.code for f in asked_fields(kind, given.answers) if not f.required and _is_open(f, given)]
    at = missing[0].code if missing else None
    skipped = tuple(dict.fromkeys((*given.skipped, *optional)))
    return _settled(given.model_copy(update={"skipped": skipped}), at=at, editing=False)


def open_fields(kind: FactType, form: FormState) -> tuple[FieldSpec, ...]:
    """The required questions that have no answer."""
    return tuple(f for f in asked_fields(kind, form.answers) if f.required and _is_open(f, form))


def asked_fields(kind: FactType, answers: Mapping[str, Answer]) -> tuple[FieldSpec, ...]:
    """The questions that apply, given the answers so far."""
    return tuple(field for field in kind.asked() if _applies(field, answers))


def position(kind: FactType, form: FormState) -> tuple[int, int]:
    """The step a person sees: "2 of 5". The review card is one past the last."""
    codes = [field.code for field in asked_fields(kind, form.answers)]
    step = codes.index(form.at) + 1 if form.at in codes else len(codes)
    return step, len(codes)


def current_field(kind: FactType, form: FormState) -> FieldSpec | None:
    """The field being asked, None on the review card."""
    return kind.field(form.at) if form.at else None


def with_answer(kind: FactType, form: FormState, code: str, value: Answer) -> FormState:
    """The form with one answer given, moved on to the next question or back to the review card."""
    skipped = tuple(other for other in form.skipped if other != code)
    answers = {**_still_fitting(kind, form.answers, code, value), code: value}
    return _moved(kind, _given(kind, form.model_copy(update={"skipped": skipped}), answers))


def with_skip(kind: FactType, form: FormState, code: str) -> FormState:
    """The form with an optional question left out."""
    answers = {name: value for name, value in form.answers.items() if name != code}
    skipped = form.model_copy(update={"skipped": (*form.skipped, code)})
    return _moved(kind, _given(kind, skipped, answers))


def back(kind: FactType, form: FormState) -> FormState:
    """One question back, its answer kept; from the review card to the last question."""
    codes = [field.code for field in asked_fields(kind, form.answers)]
    here = codes.index(form.at) if form.at in codes else len(codes)
    return _settled(form, at=codes[max(here - 1, 0)], editing=False)


def edit(form: FormState, code: str) -> FormState:
    """One question again, from the review card."""
    return _settled(form, at=code, editing=True)


def fitted(kind: FactType, form: FormState) -> FormState:
    """A draft taken up again: answers the content no longer asks for fall away, new questions are asked."""
    answers = _pruned(kind, form.answers)
    same = form.model_copy(update={"answers": answers, "version": kind.version})
    if form.at is not None and any(field.code == form.at for field in asked_fields(kind, answers)):
        return same
    return _settled(same, at=_next(kind, same), editing=False)


def completed(kind: FactType, answers: Mapping[str, Answer]) -> dict[str, Answer]:
    """The answers with the computed fields filled in, where what they are computed from is there."""
    result = dict(answers)
    for field in kind.fields:
        if field.formula is not None:
            value = _compute(field.formula, result)
            if value is not None:
                result[field.code] = value
    return result


def untouched(form: FormState, code: str) -> bool:
    """Whether this is a form of that kind without an answer yet: what a second tap would open again."""
    return form.fact_type == code and form.corrects is None and not (form.answers or form.evidence)


def violation(kind: FactType, answers: Mapping[str, Answer]) -> Check | None:
    """The first rule between two answers that does not hold; rules with a missing answer wait."""
    full = completed(kind, answers)
    for check in kind.checks:
        left = full.get(check.left)
        right = check.limit if check.right is None else full.get(check.right)
        if left is None or right is None or not (check.when is None or _meets(check.when, full)):
            continue
        if not _COMPARE[check.op](_amount(left), _amount(right)):
            return check
    return None


def _amount(answer: Answer) -> Answer:
    """A tally is its sum, names are as many as they are."""
    if isinstance(answer, dict):
        return sum(answer.values())
    return len(answer) if isinstance(answer, list) else answer


def unanswered(kind: FactType, form: FormState) -> FieldSpec | None:
    """A required question without an answer: after a change of content, or of an answer others hang on."""
    return next(
        (f for f in asked_fields(kind, form.answers) if f.required and _is_open(f, form)),
        None,
    )


def _still_fitting(
    kind: FactType, answers: Mapping[str, Answer], code: str, value: Answer
) -> dict[str, Answer]:
    """The answers without places of a kind that another answer to that question leaves no more."""
    after = {**answers, code: value}
    changed = {
        field.code
        for field in kind.fields
        if field.place_kinds_by and field.kinds_given(answers) != field.kinds_given(after)
    }
    return {name: answer for name, answer in answers.items() if name not in changed}


def _moved(kind: FactType, form: FormState) -> FormState:
    missing = unanswered(kind, form)
    if form.editing and missing is None:
        return _settled(form, at=None, editing=False)
    return _settled(form, at=_next(kind, form), editing=form.editing)


def _settled(form: FormState, *, at: str | None, editing: bool) -> FormState:
    return form.model_copy(update={"at": at, "editing": editing, "failures": 0, "readings": (), "page": 0})


def _next(kind: FactType, form: FormState) -> str | None:
    fields = asked_fields(kind, form.answers)
    return next((field.code for field in fields if _is_open(field, form)), None)


def _is_open(field: FieldSpec, form: FormState) -> bool:
    if field.type is FieldType.EVIDENCE and form.evidence:
        return False
    return field.code not in form.answers and field.code not in form.skipped


def _applies(field: FieldSpec, answers: Mapping[str, Answer]) -> bool:
    return field.when is None or _meets(field.when, answers)


def _meets(condition: Condition, answers: Mapping[str, Answer]) -> bool:
    answer = answers.get(condition.field)
    given = answer if isinstance(answer, list | dict) else [answer]
    return any(str(value) in condition.any_of for value in given)


def _given(kind: FactType, form: FormState, answers: Mapping[str, Answer]) -> FormState:
    """The form with these answers, and those that wait for the answer their question depends on."""
    told = {**form.held, **answers}
    kept = _pruned(kind, told)
    waiting = form.model_copy(update={"answers": kept})
    held = {code: told[code] for code in told.keys() - kept.keys() if _may_apply(kind, waiting, code)}
    return waiting.model_copy(update={"held": held})


def _may_apply(kind: FactType, form: FormState, code: str) -> bool:
    """Whether the question is not asked only because what it depends on is still to be answered.

    Places whose kind depends on another answer are read anew, when it is known.
    """
    field = kind.field(code)
    cause = kind.field(field.when.field) if field and field.when and not field.place_kinds_by else None
    return cause is not None and _is_open(cause, form)


def _pruned(kind: FactType, answers: dict[str, Answer]) -> dict[str, Answer]:
    """Without the answers to questions that no longer apply; dropping one may make others not apply."""
    kept = {f.code: answers[f.code] for f in asked_fields(kind, answers) if f.code in answers}
    return kept if kept.keys() == answers.keys() else _pruned(kind, kept)


def _compute(formula: str, answers: Mapping[str, Answer]) -> Answer | None:
    """`total(tally)`, `a - b` or `a + b`; content checking has seen to it that the fields exist."""
    if formula.startswith("total("):
        tally = answers.get(formula[6:-1].strip())
        return sum(tally.values()) if isinstance(tally, dict) else None
    left, sign, right = formula.split()
    first, second = answers.get(left), answers.get(right)
    if not isinstance(first, int | float) or not isinstance(second, int | float):
        return None
    return first - second if sign == "-" else first + second


def telling_numbers(kind: FactType, form: FormState) -> tuple[FieldSpec, ...]:
    """The fields in whose words a telephone or card number of somebody stands."""
    told = [field for field in kind.asked() if field.type in (FieldType.TEXT, FieldType.PEOPLE)]
    return tuple(
        field for field in told if hidden_in(form.answers.get(field.code)) != form.answers.get(field.code)
    )


def without_numbers(kind: FactType, form: FormState) -> FormState:
    """The form with such numbers hidden; all other words stay."""
    hides = {field.code: hidden_in(form.answers[field.code]) for field in telling_numbers(kind, form)}
    return form.model_copy(update={"answers": {**form.answers, **hides}, "said": hidden_in(form.said)})
