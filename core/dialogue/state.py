"""Where a dialogue stands between two messages: all of it, so that nothing hides in memory.

It is written to the database as JSON after every message and read back before the next one. `VERSION` grows
when its shape changes; `read_state` brings older ones up to date.
"""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from core.indicators.open_points import PointKind

VERSION = 1

Answer = str | int | float | list[str] | dict[str, int]


class Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class FormState(Frozen):
    """A form that is being filled, open or put aside. `key` becomes the fact's `draft_key`.

    `at` is the field being asked, None on the review card. `readings` are the values behind the buttons of
    the last "which one did you mean". `last` are the person's own answers of the time before.
    """

    key: str
    fact_type: str
    version: int
    answers: dict[str, Answer] = Field(default_factory=dict)
    #: told before it is known whether they are asked for
    held: dict[str, Answer] = Field(default_factory=dict)
    skipped: tuple[str, ...] = ()
    at: str | None = None
    #: came from the review card to change one answer
    editing: bool = False
    failures: int = 0
    readings: tuple[Answer, ...] = ()
    last: dict[str, Answer] = Field(default_factory=dict)
    evidence: int = 0
    page: int = 0
    touched_at: datetime
    #: the fact this form corrects, the answers it had, and why
    corrects: int | None = None
    before: dict[str, Answer] = Field(default_factory=dict)
    reason: str | None = None
    #: the person was asked about a likely duplicate and said it is another happening
    not_duplicate: bool = False
    #: the report of somebody else which counts the same work, done together
    joint: int | None = None
    #: doubts (core.indicators.doubts) that the person was asked about, and said that the report is right
    sure: tuple[str, ...] = ()
    #: the person was told that it breaks a rule of a plan, and sends it for a manager to decide
    waits: bool = False
    #: the keys of the instruments it is about, with 1 for those that passed
    instruments: dict[str, int] = Field(default_factory=dict)
    #: the free message it was filled from, and the other kinds of report its words may be about
    said: str = ""
    others: tuple[str, ...] = ()
    #: the kind of report and the answers that message was first read as
    read_as: str = ""
    understood: dict[str, Answer] = Field(default_factory=dict)


class JoinState(Frozen):
    """How far a newcomer has come: the code of the invite, then consent, then a name."""

    code: str
    consent: bool = False
    name: str | None = None
    organisation: str | None = None


class Settling(Frozen):
    """What an admin is filling in of a plan, and the answers so far. `id` is in its buttons.

    `key` is the code of a target or a roster, or PLAN.parameter. `step` is the question being asked.
    """

    id: str
    kind: PointKind
    key: str
    step: Literal["choose", "names", "leaving", "reason", "day", "confirm"] = "choose"
    #: the value of a parameter; of a condition "yes" or "no"; the member who leaves a roster
    value: str | None = None
    #: who joins a roster: codes of places or units, or names as typed
    names: tuple[str, ...] = ()
    reason: str | None = None
    #: from when somebody joins or leaves, or when a decision is to be looked at again
    day: date | None = None
    #: what a typed answer may have meant, to choose from
    readings: tuple[str, ...] = ()
    page: int = 0


class Listing(Frozen):
    """A product that is being put into the register: its number in 14 digits, and what was said of it."""

    id: str
    gtin: str
    name: str = ""
    organisation: str = ""


class Confirming(Frozen):
    """Reports that wait, being confirmed together: those listed, and those of them that are ticked."""

    #: the number of a unit, "0" those of no unit, "all"
    unit: str
    listed: tuple[int, ...] = ()
    ticked: tuple[int, ...] = ()


class Teaching(Frozen):
    """A word that an admin is teaching, and the answers so far. `id` is in its buttons.

    It speaks for a kind of report (`fact_type`), or with `field` for an `option` of it: codes of the record.
    """

    id: str
    step: Literal["phrase", "kind", "meaning", "option", "confirm"] = "phrase"
    #: the message it stands in, and words of it to choose from; or what a typed answer may have meant
    message: int | None = None
    readings: tuple[str, ...] = ()
    phrase: str = ""
    fact_type: str = ""
    field: str = ""
    option: str = ""
    page: int = 0


Asking = Literal[
    "code",
    "name",
    "organisation",
    "reason",
    "evidence",
    "rejection",
    "settling",
    "teaching",
    "request",
    "class",
    "question",
    "org",
    "barcode",
    "product",
    "tip",
    "weighing",
    "own",
    "market",
    "sheet",
    "remark",
    "explanation",
    "reopening",
    "paper",
    "instrument",
    "person",
    "unit",
    "due",
    "leave",
    "calendar",
    "export",
    "token",
    "incident",
    "broadcast",
    "answer",
    "right",
]


class Exporting(Frozen):
    """What somebody is about to take out as a file: see core.exports.Wanted."""

    what: str = ""
    span: str
    unit: str = ""


class Incident(Frozen):
    """An incident that is being reported, in the codes of core.incidents. `id` is in its buttons."""

    id: str
    step: Literal["kind", "found", "data", "people", "where", "text", "confirm"] = "kind"
    kind: str = ""
    found_at: datetime | None = None
    data: tuple[str, ...] = ()
    people: int | None = None
    where: str = ""
    text: str = ""
    #: the request by which somebody told of it
    request: int = 0


class Screen(Frozen):
    """What a person has in front of them at one of their contacts: choices to pick from, what was asked."""

    offered: tuple[tuple[str, str], ...] = ()
    offered_before: tuple[tuple[str, str], ...] = ()
    numbered: bool = True
    yes: str = ""
    asking: Asking | None = None
    about: str | None = None


class State(Frozen):
    """One dialogue. `asking` names what the next typed text answers, where that is not the open form.

    A person with several contacts has one dialogue: forms and drafts go on wherever they write from. What is
    on the screen is that of the contact `here`; `elsewhere` holds the screens of the others.
    """

    version: int = VERSION
    form: FormState | None = None
    parked: tuple[FormState, ...] = ()
    #: keys of parked forms that open one after the other: several happenings told in one message
    following: tuple[str, ...] = ()
    join: JoinState | None = None
    asking: Asking | None = None
    #: what `asking` is about: a fact, a person
    about: str | None = None
    #: what is being filled in of a plan, while `asking` is "settling" or its card waits to be confirmed
    settling: Settling | None = None
    #: the word being taught, while `asking` is "teaching"
    teaching: Teaching | None = None
    #: the product being put into the register, while `asking` is "product" or its card waits to be confirmed
    listing: Listing | None = None
    #: reports that are about to be confirmed together
    confirming: Confirming | None = None
    #: the inspection day and the key of the instrument on the screen, as "3:KEY": photos are of it
    inspecting: str | None = None
    #: the export being put together
    exporting: Exporting | None = None
    #: the incident being reported
    incident: Incident | None = None
    #: photos that came with no form open, waiting for the person to say where they belong
    loose: str | None = None
    loose_count: int = 0
    #: tokens and folded labels of the choices shown last, for picking by typing
    offered: tuple[tuple[str, str], ...] = ()
    #: those of other messages of the same answer, which only their words pick
    offered_before: tuple[tuple[str, str], ...] = ()
    numbered: bool = True
    #: where a plain yes leads: the button that the question shown last is about
    yes: str = ""
    #: the message that was asked back about, as "key" of its turn and the words, for the answer's sake
    told: tuple[str, str] | None = None
    #: numbers of contacts: where the last message came from, and where the open form was last shown
    here: int = 0
    form_shown_at: int = 0
    elsewhere: dict[int, Screen] = Field(default_factory=dict)

    @property
    def form_is_shown(self) -> bool:
        """Whether the open form's question was put where the person writes from."""
        return self.form_shown_at in (0, self.here)

    def parked_form(self, key: str) -> FormState | None:
        return next((form for form in self.parked if form.key == key), None)


def at_contact(state: State, contact: int) -> State:
    """The dialogue as the person goes on with it at this contact, with the screen they have there."""
    if contact == state.here:
        return state
    elsewhere = dict(state.elsewhere)
    screen = Screen(**{name: getattr(state, name) for name in Screen.model_fields})
    if state.here == 0:  # nobody has asked yet which contact the screen is of: it is this one's
        return state.model_copy(update={"here": contact})
    shown = elsewhere.pop(contact, Screen())
    if screen != Screen():
        elsewhere[state.here] = screen
    there = {name: getattr(shown, name) for name in Screen.model_fields}
    return state.model_copy(update={**there, "here": contact, "elsewhere": elsewhere})


def write_state(state: State) -> dict[str, Any]:
    """The state as JSON; what has its default value is left out."""
    return state.model_dump(mode="json", exclude_defaults=True) | {"version": VERSION}


def read_state(stored: Mapping[str, Any]) -> State:
    """The state of a stored row; an empty row is a new dialogue."""
    return State.model_validate(stored)
