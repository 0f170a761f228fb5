"""A field and what somebody typed -> the value, what to type instead, or readings to choose from."""

from collections.abc import Callable, Mapping

from core.answers.checking import check_answer
from core.answers.choices import read_choice, read_choices
from core.answers.dates import read_date
from core.answers.free_text import read_evidence, read_text
from core.answers.numbers import read_number
from core.answers.organisations import meant, names_one
from core.answers.outcome import Outcome, Read, Refused, Setting
from core.answers.people import read_people
from core.answers.places import read_place
from core.answers.tallies import read_tally
from core.answers.tokens import LONGEST
from core.catalogue.fact_types import FieldSpec, FieldType
from core.folding import clean
from core.texts import say

_Reader = Callable[[FieldSpec, str, Setting], Outcome]

_READERS: Mapping[FieldType, _Reader] = {
    FieldType.INTEGER: read_number,
    FieldType.NUMBER: read_number,
    FieldType.MONEY: read_number,
    FieldType.DATE: read_date,
    FieldType.CHOICE: read_choice,
    FieldType.CHOICES: read_choices,
    FieldType.TALLY: read_tally,
    FieldType.PLACE: read_place,
    FieldType.TEXT: read_text,
    FieldType.PEOPLE: read_people,
    FieldType.EVIDENCE: read_evidence,
}

#: fields whose answer may be as long as the field says
_LONG = (FieldType.TEXT, FieldType.PEOPLE)


def read_answer(field: FieldSpec, typed: str, setting: Setting) -> Outcome:
    """Never raises, whatever the text. A value that is read always passes `check_answer`."""
    text = clean(typed)
    if not text:
        return Refused(say("answer-empty"))
    allowed = field.max_length if field.type in _LONG else LONGEST
    if len(text) > allowed:
        return Refused(say("answer-text-long", length=len(text), allowed=allowed))
    outcome = _READERS[field.type](field, text, setting)
    problem = check_answer(field, outcome.value, setting) if isinstance(outcome, Read) else None
    if isinstance(outcome, Read) and problem is None and names_one(field):
        return meant(str(outcome.value), setting)
    return Refused(problem) if problem else outcome
