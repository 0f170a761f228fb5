"""Reading what people type into forms, checking values, and showing them."""

from core.answers.checking import check_answer
from core.answers.outcome import JsonValue, Outcome, Read, Refused, Setting, Unsure, says_nothing
from core.answers.reading import read_answer
from core.answers.showing import show_answer, show_day

__all__ = [
    "JsonValue",
    "Outcome",
    "Read",
    "Refused",
    "Setting",
    "Unsure",
    "check_answer",
    "read_answer",
    "says_nothing",
    "show_answer",
    "show_day",
]
