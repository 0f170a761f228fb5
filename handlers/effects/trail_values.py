"""What the trail holds of a change, as people call it: codes by their names, days as they are written."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from core.catalogue import Catalogue
from core.catalogue.fact_types import FactType, Role
from core.catalogue.hours import JOBS, OFF, QUIET
from core.consents import PURPOSES
from core.due.answers import Reply
from core.due.matters import Kind
from core.incidents import KINDS, Step
from core.knowledge.subjects import Subject
from core.periods import local_time
from core.requests.states import RequestKind, RequestState
from core.spans import span_of
from core.texts import LOCALES, Speech, lines, say
from handlers.conversations.correcting import REASONS
from reports.people import clipped, short, unit_name
from reports.span_words import over

#: characters of a value that is shown
MOST = 80
#: what a household puts right of its own
_OWN = frozenset({"name", "place", "spot", "trade", "tax"})
#: codes that have words of their own, by what they stand for
_NAMED: Mapping[str, tuple[Collection[str], Callable[[str], Speech]]] = {
    "role": (frozenset(Role), lambda code: say(f"role-{code}")),
    "step": (frozenset(Step), lambda code: say("incident-step", step=code)),
    "reason": (frozenset(REASONS), lambda code: say(f"reason-{code}")),
    "purpose": (frozenset(each.code for each in PURPOSES), lambda code: say(f"own-purpose-{code}")),
    "kind": (
        frozenset((*RequestKind, *KINDS)),
        lambda code: say("incident-kind", what=code) if code in KINDS else say(f"request-kind-{code}"),
    ),
    "state": (frozenset(RequestState), lambda code: say(f"request-state-{code}")),
    "reply": (frozenset(Reply), lambda code: say("trail-reply", reply=code)),
    "locale": (frozenset(LOCALES), lambda code: say(f"locale-{code}")),
    "is": (frozenset({OFF}), lambda _: say("trail-off")),
    "field": (_OWN, lambda code: say("trail-own", field=code)),
}
#: values that are options of a field of some report, and those that are such a field
_OPTIONS, _FIELDS = frozenset({"option", "org_type"}), frozenset({"about", "field"})
#: an hour of one day of the week, as hours are kept
_WEEKLY = re.compile(r"([1-7]) (\d\d:\d\d)", re.ASCII)
_UNITS = frozenset({"unit", "successor", "owner"})


@dataclass(frozen=True, slots=True)
class Around:
    """Where and when a line is read, and what its codes are of. `subjects` are read when needed."""

    catalogue: Catalogue
    tenant: str
    zone: str
    today: date
    subjects: Callable[[], Mapping[str, Subject]]


def value_words(key: str, value: Any, kind: FactType | None, around: Around) -> Speech:
    """A value of a line, of a report of this `kind` if it tells of one."""
    match value:
        case None | "" | [] | {}:
            return "–"
        case bool():
            return say("trail-yes" if value else "trail-no")
        case list():
            return clipped(", ".join(map(str, value)), MOST)
        case dict():
            return clipped(", ".join(f"{name}: {one}" for name, one in value.items()), MOST)
        case str():
            return next(_words(key, value, kind, around), None) or clipped(value, MOST)
        case _:
            return clipped(str(value), MOST)


def _words(key: str, value: str, kind: FactType | None, around: Around) -> Iterator[Speech]:
    """What a code is called; nothing where it is no code."""
    if key in _FIELDS and kind is not None:
        yield from (each.label for each in kind.fields if each.code == value)
    if key in _NAMED and value in _NAMED[key][0]:
        yield _NAMED[key][1](value)
    if key in ("status", "state"):
        yield say("trail-state", state=value)
    if key == "matter":
        yield _matter(value)
    yield from _of_content(key, value, around)
    if key in _OPTIONS or key in _FIELDS:
        yield from _of_reports(key, value, around)
    yield from _time(key, value, around)


def _of_content(key: str, value: str, around: Around) -> Iterator[Speech]:
    """A kind of report, a subject, a unit or a place."""
    catalogue = around.catalogue
    tenant = catalogue.tenants.get(around.tenant)
    if key == "kind" and value in catalogue.fact_types:
        yield catalogue.fact_types[value].label
    if key == "subject" and (subject := around.subjects().get(value)) is not None:
        yield subject.name
    if key in _UNITS and tenant is not None and any(each.code == value for each in tenant.units):
        yield clipped(unit_name(catalogue, tenant.code, value, around.today), MOST)
    if key == "place" and tenant is not None:
        yield from (each.name for each in tenant.places if each.code == value)


def _of_reports(key: str, value: str, around: Around) -> Iterator[Speech]:
    """A field of any kind of report, or one of its options."""
    fields = (field for kind in around.catalogue.fact_types.values() for field in kind.fields)
    if key in _FIELDS:
        yield from (field.label for field in fields if field.code == value)
    else:
        yield from (one.label for field in fields for one in field.options if one.code == value)


def _matter(key: str) -> Speech:
    """What was due: its kind, and of a plan's work its number."""
    kind, _, code = key.partition(".")
    numbered = kind in (Kind.STEP, Kind.TASK, Kind.GOAL)
    return say("trail-matter", kind=kind, code=clipped(code, MOST) if numbered else "")


def _time(key: str, value: str, around: Around) -> Iterator[Speech]:
    if key == "is" and (hour := _WEEKLY.fullmatch(value)) is not None:
        yield lines(hour[2], say("hours-weekday", weekday=int(hour[1])), separator=" ")
    if key == "period" and (span := span_of(value)) is not None:
        yield over(span)
    try:
        if len(value) == len("2026-05-14"):
            yield say("trail-day", day=date.fromisoformat(value))
        elif "T" in value:
            moment = datetime.fromisoformat(value)
            yield say("trail-moment", at=local_time(moment, around.zone))
    except ValueError:
        return


def setting_words(key: str, around: Around) -> Speech:
    """What was settled, by the key it is kept under: a value, report or target of a plan, hours, a day."""
    return next(_settings(key, around), None) or clipped(key, MOST)


def _settings(key: str, around: Around) -> Iterator[Speech]:
    catalogue = around.catalogue
    plan, _, code = key.partition(".")
    if code and plan in catalogue.plans and (value := catalogue.plans[plan].parameter(code)) is not None:
        yield value.name
    yield from (duty.name for each in catalogue.plans.values() for duty in each.duties if duty.code == key)
    if key in catalogue.targets:
        yield lines(key, short(catalogue.targets[key][1].name, MOST), separator=" ")
    if key in (QUIET, *JOBS):
        yield say(f"hours-name-{key.replace('_', '-')}")
    yield from _time("", key, around)
