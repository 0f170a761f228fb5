"""Answers in somebody's own words, and words where photos are asked for."""

from core.answers.checking import check_answer
from core.answers.outcome import Outcome, Read, Refused, Setting
from core.answers.short import only_yes
from core.answers.tokens import joined, tokens_of
from core.catalogue.fact_types import FieldSpec
from core.folding import clean, fold
from core.texts import say


def read_text(field: FieldSpec, typed: str, setting: Setting) -> Outcome:
    """The text as it was typed. Never cut: too long a text is refused with both lengths.

    A mere yes tells nothing: it is refused with what to do instead.
    """
    value = clean(typed)
    if only_yes(value, setting.words.common):
        return Refused(say("answer-text-words" if field.required else "answer-text-yes"))
    problem = check_answer(field, value, setting)
    return Refused(problem) if problem else Read(value)


def read_evidence(field: FieldSpec, typed: str, setting: Setting) -> Outcome:
    """Photos cannot be typed; "không có" is an answer where none are needed."""
    none = joined(tokens_of(fold(clean(typed)))) in setting.words.numbers.none
    if none and not field.required and check_answer(field, 0, setting) is None:
        return Read(0)
    return Refused(say("answer-evidence"))
