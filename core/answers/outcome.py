"""What became of a typed answer: a value, a refusal that says what to type, or readings to choose from."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from core.answers.vocabulary import Vocabulary
from core.catalogue.plans import PlaceSpec
from core.organisations.names import OrgNames
from core.texts import Speech

#: what is stored in a form's answers. A date is "2026-05-14", some days are "2026-05-06/2026-05-07"
JsonValue = str | int | float | list[str] | dict[str, int]

#: a message holds no more choices than this
MOST_READINGS = 8

Readings = tuple[tuple[Speech, JsonValue], ...]


@dataclass(frozen=True, slots=True)
class Read:
    """Understood: the value as it is stored."""

    value: JsonValue


@dataclass(frozen=True, slots=True)
class Refused:
    """Not usable: what to type instead, with an example."""

    reason: Speech


@dataclass(frozen=True, slots=True)
class Unsure:
    """Several things it may mean (2 to 8), each with its value, to be shown as buttons.

    `near`: it says none of their words, they are only spelled alike.
    """

    question: Speech
    readings: Readings
    near: bool = False


Outcome = Read | Refused | Unsure


def says_nothing(outcome: Outcome) -> bool:
    """Whether no word of a text answers the question: it may be meant for something else."""
    return isinstance(outcome, Refused) or (isinstance(outcome, Unsure) and outcome.near)


@dataclass(frozen=True, slots=True)
class Setting:
    """What reading an answer depends on besides the field: the day, the places, the form, the words."""

    today: date
    places: tuple[PlaceSpec, ...]
    answers: Mapping[str, JsonValue]
    words: Vocabulary
    #: the organisations that are known, read where one is named
    orgs: Callable[[], OrgNames] = field(default=lambda: OrgNames(()))


def unsure(question: Speech, readings: Iterable[tuple[Speech, JsonValue]], *, near: bool = False) -> Unsure:
    """The question with at most as many readings as fit; the caller has at least two."""
    return Unsure(question, tuple(readings)[:MOST_READINGS], near)
