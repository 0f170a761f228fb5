"""The review card: what was understood, a line an answer, each with its own way to change it."""

from collections.abc import Mapping, Sequence

from core.answers import show_answer
from core.catalogue.fact_types import FactType, FieldSpec, FieldType
from core.dialogue.forms import asked_fields, completed, telling_numbers
from core.dialogue.known import Known
from core.dialogue.known_reports import ReportKnown
from core.dialogue.state import Answer, FormState
from core.dialogue.steps import Message, Option, rows_of
from core.dialogue.tokens import token
from core.indicators.doubts import Doubt
from core.indicators.rules import BrokenRule
from core.texts import Lines, Speech, lines, say
from handlers.conversations.asking import field_number


def review_message(
    kind: FactType, form: FormState, known: Known, first: Speech | None = None, *, edits_shown: bool = False
) -> Message:
    """The whole report before it is sent; one tap changes one answer and comes back here.

    What was filled from a free message shows few buttons: the words may be typed again, and `edits_shown`
    brings the button for each answer.
    """
    title = say("review-title", icon=kind.icon, kind=kind.label)
    body = answer_lines(kind, form.answers, known, before=form.before if form.corrects else None)
    numbers = telling_numbers(kind, form)
    if numbers:
        fields = lines(*(field.label for field in numbers), separator=", ")
        body = lines(body, say("numbers-found", fields=fields))
    hide = ((Option(say("numbers-hide"), token("hn", form.key)),),) if numbers else ()
    photos = say("review-evidence", count=form.evidence) if form.evidence else None
    question = say("review-send-correction" if form.corrects else "review-question")
    edits = [
        Option(say("review-edit", field=field.label), token("e", form.key, field_number(kind, field.code)))
        for field in asked_fields(kind, form.answers)
    ]
    send = Option(say("review-send"), token("ok", form.key), main=True)
    cancel = Option(say("form-cancel"), token("x", form.key))
    others = [
        (Option(say("said-rather", kind=other.label), token("as", form.key, other.code)),)
        for code in form.others
        if (other := known.reportable(code))
    ]
    if form.said and form.corrects is None and not edits_shown:
        change = Option(say("review-change"), token("ed", form.key))
        return Message(
            lines(first, title, body, photos, say("review-said")),
            ((send,), *hide, *others, (change, cancel)),
            in_place=True,
            asks=form.key,
        )
    rows = ((send,), *hide, *others, *rows_of(edits), (cancel,))
    return Message(lines(first, title, body, photos, question), rows, in_place=True, asks=form.key)


def duplicate_message(form: FormState, kind: FactType, similar: ReportKnown, known: Known) -> Message:
    """Somebody reported the like already: the same happening, or another one?"""
    body = answer_lines(known.fact_type(similar.fact_type) or kind, similar.answers, known)
    text = lines(
        say("duplicate-found", receipt=similar.receipt, name=similar.reporter_name),
        body,
        say("duplicate-question"),
    )
    options = (
        Option(say("duplicate-other"), token("dup", form.key), main=True),
        *(() if similar.own else (Option(say("duplicate-joint"), token("jt", form.key)),)),
        Option(say("duplicate-same"), token("del", form.key)),
        Option(say("form-to-review"), token("res", form.key)),
    )
    return Message(text, rows_of(options, 1), in_place=True)


def doubt_message(form: FormState, kind: FactType, doubts: Sequence[Doubt]) -> Message:
    """What does not fit what is known: right all the same, or an answer to be changed?"""
    asked = {field.code for field in asked_fields(kind, form.answers)}
    changes = [
        field for field in kind.asked() if field.code in asked and field.code in {d.field for d in doubts}
    ]
    options = (
        Option(say("doubt-sure"), token("sure", form.key), main=True),
        *(
            Option(
                say("review-edit", field=field.label), token("e", form.key, field_number(kind, field.code))
            )
            for field in changes
        ),
        Option(say("form-to-review"), token("res", form.key)),
    )
    listed = lines(*(say("doubt-line", text=doubt.text) for doubt in doubts))
    return Message(
        lines(say("doubt-title"), listed, say("doubt-question")), rows_of(options, 1), in_place=True
    )


def rule_message(form: FormState, broken: Sequence[BrokenRule]) -> Message:
    """It breaks rules of plans: sent all the same, it waits for a manager."""
    options = (
        Option(say("rule-send"), token("rule", form.key), main=True),
        Option(say("form-to-review"), token("res", form.key)),
        Option(say("rule-drop"), token("del", form.key)),
    )
    return Message(
        lines(say("rule-broken"), rule_lines(broken), say("rule-question")),
        rows_of(options, 1),
        in_place=True,
    )


def rule_lines(broken: Sequence[BrokenRule]) -> Lines:
    """The rules, one a line, as their plans name them."""
    return lines(*(say("rule-line", code=one.target.code, name=one.target.name) for one in broken))


def answer_lines(
    kind: FactType,
    answers: Mapping[str, Answer],
    known: Known,
    before: Mapping[str, Answer] | None = None,
) -> Lines:
    """A line for each answer, computed ones too; where `before` differs, old and new."""
    full, old = completed(kind, answers), completed(kind, before or {})
    shown = [
        _line(field, full, old if before is not None else None, known)
        for field in kind.fields
        if field.type is not FieldType.EVIDENCE and (field.code in full or field.code in old)
    ]
    return lines(*shown)


def changed_lines(
    kind: FactType, answers: Mapping[str, Answer], known: Known, before: Mapping[str, Answer]
) -> Lines:
    """A line, old and new, for each answer that is not what it was before."""
    full, old = completed(kind, answers), completed(kind, before)
    changed = [field for field in kind.fields if field.type is not FieldType.EVIDENCE]
    changed = [field for field in changed if full.get(field.code) != old.get(field.code)]
    return lines(*(_line(field, full, old, known) for field in changed))


def changes_told(kind: FactType, before: FormState, after: FormState, known: Known) -> Speech | None:
    """A line for each answer that is new or another now, as words change them unasked; None if none is."""
    then, here = {**before.answers, **before.held}, {**after.answers, **after.held}
    old, new = known.setting(then), known.setting(here)
    told: list[Speech] = []
    for field in kind.asked():
        was, now = then.get(field.code), here.get(field.code)
        if now is None or now == was:
            continue
        value = show_answer(field, now, new)
        if was is None:
            told.append(say("form-understood", field=field.label, value=value))
        else:
            told.append(say("form-changed", field=field.label, old=show_answer(field, was, old), new=value))
    gone = let_go(kind, before, after)
    told += [gone] if gone else []
    return lines(*told) if told else None


def let_go(kind: FactType, before: FormState, after: FormState) -> Speech | None:
    """What was told ahead and is not asked for after another answer; None where nothing was."""
    gone = before.held.keys() - after.answers.keys() - after.held.keys()
    fields = tuple(field.label for field in kind.asked() if field.code in gone)
    return say("form-not-asked", fields=Lines(fields, ", ")) if fields else None


def _line(
    field: FieldSpec, full: Mapping[str, Answer], old: Mapping[str, Answer] | None, known: Known
) -> Speech:
    def show(values: Mapping[str, Answer]) -> Speech:
        value = values.get(field.code)
        return say("review-none") if value is None else show_answer(field, value, known.setting(values))

    if old is not None and old.get(field.code) != full.get(field.code):
        return say("review-changed", field=field.label, old=show(old), new=show(full))
    return say("review-line", field=field.label, value=show(full))
