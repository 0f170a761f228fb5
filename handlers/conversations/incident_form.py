"""The form of an incident: six questions, most of them answered by a press."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from core.broadcasts.timing import cut_hour
from core.dialogue.known import Known
from core.dialogue.state import Incident, State
from core.dialogue.steps import Message, Option, Rows, Turn, rows_of
from core.dialogue.tokens import token, whole_number
from core.folding import clean
from core.incidents import DATA, KINDS, MOST_PEOPLE, OLDEST, PEOPLE, WHERE, at, clock_line
from core.messages import Inbound
from core.periods import moment_of
from core.personal import has_number, hidden
from core.texts import Lines, Speech, lines, say
from handlers.conversations.one_day import one_day

#: characters of what happened
LONGEST = 1000
#: how long ago it was found, by a press
_AGO = {"now": timedelta(0), "hour": timedelta(hours=1), "hours": timedelta(hours=3)}
_ORDER = ("kind", "found", "data", "people", "where", "text", "confirm")
_LEAVE = Option(say("incident-leave"), "go:incidents")


def ask(state: State, known: Known, made: Incident, first: Speech | None = None) -> Turn:
    """The question it has come to."""
    waits = state.model_copy(update={"asking": "incident", "about": None, "incident": made})
    text: Speech = _review(made, known) if made.step == "confirm" else say(f"incident-ask-{made.step}")
    back = (Option(say("form-back"), token("sc", "pick", made.id, "back")),) if made.step != "kind" else ()
    rows = (*_choices(made), (*back, _LEAVE))
    types = made.step in ("found", "people", "text")
    # what is said to a wrong answer asks anew by itself
    told = first if first and types else lines(first, text)
    return Turn(waits, (Message(told, rows, in_place=not types, numbered=not types),))


def picked(state: State, known: Known, key: str, value: str) -> Turn:
    """An answer by a press; an old button asks the question it has come to by now."""
    made = state.incident
    if made is None or made.id != key:
        return Turn(state, (Message(say("stale-button"), ((_LEAVE,),)),))
    match made.step:
        case "kind" if value in KINDS:
            return _answered(state, known, made, kind=value)
        case "found" if value in _AGO:
            return _answered(state, known, made, found_at=known.now - _AGO[value])
        case "data" if value in DATA:
            ticked = tuple(each for each in DATA if (each in made.data) != (each == value))
            return ask(state, known, made.model_copy(update={"data": ticked}))
        case "data" if value == "next" and made.data:
            return _answered(state, known, made)
        case "people" if value == "unknown":
            return _answered(state, known, made, people=None)
        case "people" if whole_number(value) in PEOPLE:
            return _answered(state, known, made, people=whole_number(value))
        case "where" if value in WHERE:
            return _answered(state, known, made, where=value)
        case _:
            return _otherwise(state, known, made, value)


def _otherwise(state: State, known: Known, made: Incident, value: str) -> Turn:
    """A press that answers nothing: to the question before, numbers out of the words, or asked anew."""
    if value == "back":
        return ask(state, known, made.model_copy(update={"step": _before(made)}))
    if value == "hide" and made.step == "confirm" and has_number(made.text):
        told = made.model_copy(update={"text": hidden(made.text)})
        return ask(state, known, told, say("numbers-hidden"))
    return ask(state, known, made)


def typed(state: State, known: Known, inbound: Inbound) -> Turn:
    """An answer that was typed: when it was found, how many people, what happened."""
    made, text = state.incident, " ".join(clean(inbound.text).split())
    if made is None or known.leaves(inbound.text, named=made.step == "text"):
        gone = state.model_copy(update={"asking": None, "about": None, "incident": None})
        return Turn(
            gone, (Message(say("incident-left"), ((_LEAVE, Option(say("menu-button"), "go:menu")),)),)
        )
    match made.step:
        case "found":
            found = _moment(text, known)
            if found is not None:
                return _answered(state, known, made, found_at=found)
        case "people":
            many = whole_number(text.replace(".", ""))
            if many is not None and 0 < many <= MOST_PEOPLE:
                return _answered(state, known, made, people=many)
        case "text" if 5 <= len(text) <= LONGEST:
            return _answered(state, known, made, text=text)
        case _:
            return ask(state, known, made, say("incident-press"))
    return ask(state, known, made, say(f"incident-again-{made.step}", most=LONGEST))


def _answered(state: State, known: Known, made: Incident, **answer: Any) -> Turn:
    """The next question that is still open: of what somebody told before not all is asked again."""
    new = made.model_copy(update=answer)
    step = _ORDER[_ORDER.index(made.step) + 1]
    if step == "found" and new.found_at is not None:
        step = "data"
    if step == "text" and new.text:
        step = "confirm"
    return ask(state, known, new.model_copy(update={"step": step}))


def _before(made: Incident) -> str:
    """The question before; of what somebody told, when it was told is no question."""
    before = _ORDER[max(_ORDER.index(made.step) - 1, 0)]
    return "kind" if before == "found" and made.request else before


def _moment(text: str, known: Known) -> datetime | None:
    """An hour, of today or of the day beside it, that is over and not a slip; None for anything else."""
    hour, rest = cut_hour(text)
    day = one_day(rest, known) if rest else known.today
    if hour is None or day is None:
        return None
    found = moment_of(day, hour, _zone(known))
    return found if known.now - OLDEST < found <= known.now else None


def _zone(known: Known) -> str:
    tenant = known.catalogue.tenants.get(known.person.tenant) if known.person else None
    return tenant.timezone if tenant else "Asia/Ho_Chi_Minh"


def _choices(made: Incident) -> Rows:
    def option(label: Speech, value: str, *, main: bool = False) -> Option:
        return Option(label, token("sc", "pick", made.id, value), main)

    def named(group: str, codes: Sequence[str]) -> list[Option]:
        return [option(say(f"incident-{group}", what=code), code) for code in codes]

    match made.step:
        case "kind":
            return rows_of(named("kind", KINDS))
        case "found":
            return rows_of(option(say(f"incident-found-{each}"), each) for each in _AGO)
        case "data":
            ticks = [
                option(say("incident-tick", on=str(code in made.data).lower(), what=label.label), code)
                for code, label in zip(DATA, named("data", DATA), strict=True)
            ]
            on = ((option(say("incident-next"), "next", main=True),),) if made.data else ()
            return (*rows_of(ticks), *on)
        case "people":
            most = [option(say("incident-people-most", count=many), str(many)) for many in PEOPLE]
            return rows_of((*most, option(say("incident-people-unknown"), "unknown")))
        case "where":
            return rows_of(named("where", WHERE))
        case "confirm":
            go = (Option(say("incident-open"), token("sc", "open", made.id), main=True),)
            return (go, (option(say("numbers-hide"), "hide"),)) if has_number(made.text) else (go,)
        case _:
            return ()


def _review(made: Incident, known: Known) -> Speech:
    if made.found_at is None:
        return say("incident-ask-found")
    zone = _zone(known)
    return lines(
        say("incident-review"),
        what_told(made.kind, at(made.found_at, zone), made.data, made.people, made.where),
        say("incident-text", text=made.text),
        say("incident-number") if has_number(made.text) else None,
        clock_line(made.found_at, known.now, zone),
        say("incident-review-note"),
    )


def data_listed(codes: Sequence[str]) -> Speech:
    """Kinds of data, with commas between."""
    return Lines(tuple(say("incident-data", what=code) for code in codes), ", ")


def people_told(people: int | None) -> Speech:
    """How many people it is about, as far as anybody knows."""
    return say("incident-people-unknown") if people is None else say("incident-people", count=people)


def what_told(kind: str, found: str, data: Sequence[str], people: int | None, where: str) -> Speech:
    """What happened, when it was `found`, to which data, of how many people, and where."""
    return say(
        "incident-what",
        kind=say("incident-kind", what=kind),
        found=found,
        data=data_listed(data),
        people=people_told(people),
        where=say("incident-where", what=where),
    )
