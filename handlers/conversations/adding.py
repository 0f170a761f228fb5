"""Words typed while a form is open that answer more than its one question, or change what stands there."""

from core.catalogue.fact_types import FactType
from core.dialogue import forms
from core.dialogue.known import Known
from core.dialogue.state import Answer, FormState
from core.understanding.adding import changed, told
from core.understanding.answers import answers_of, record_of, sums_given
from handlers.conversations.situations import situation


def several(kind: FactType, form: FormState, known: Known, text: str) -> dict[str, Answer]:
    """Answers to open questions that a text gives at once; empty where it answers no more than one."""
    lexicon = known.lexicon()
    hearing = lexicon.hearings.get(form.fact_type) if lexicon else None
    if lexicon is None or hearing is None:
        return {}
    fields = told(text, form.fact_type, situation(known), lexicon)
    given = answers_of(fields, hearing, kind, known.setting(form.answers))
    return {code: value for code, value in given.items() if code not in form.answers}


def amended(kind: FactType, form: FormState, known: Known, text: str) -> dict[str, Answer]:
    """Answers of the review card that a text changes."""
    lexicon = known.lexicon()
    hearing = lexicon.hearings.get(form.fact_type) if lexicon else None
    if lexicon is None or hearing is None:
        return {}
    setting = known.setting(form.answers)
    full = forms.completed(kind, form.answers)
    fields = changed(text, form.fact_type, record_of(full, hearing, kind, setting), situation(known), lexicon)
    given = answers_of(fields, hearing, kind, setting)
    given |= sums_given(fields, hearing, form.answers)
    return {code: value for code, value in given.items() if form.answers.get(code) != value}


def with_answers(kind: FactType, form: FormState, answers: dict[str, Answer]) -> FormState:
    """The form with these answers, each in turn, as if they had been given one by one."""
    for code, value in answers.items():
        form = forms.with_answer(kind, form, code, value)
    return form
