"""Plans, targets and the named sets their filters use, as data."""

import re
from datetime import date, time
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticKnownError

from core.catalogue.fact_types import Code, Strict
from core.texts import Label


def _written_as_day(value: object) -> object:
    # Left to itself pydantic would read a bare number as seconds since 1970.
    if isinstance(value, str) and not re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        raise ValueError(f'"{value[:40]}" is not a date; write it as 2026-11-14')
    return value


Day = Annotated[date, BeforeValidator(_written_as_day)]


_CLOCK = r"^([01]\d|2[0-3]):[0-5]\d$"


def _written_as_clock(value: object) -> object:
    if isinstance(value, str) and not re.fullmatch(_CLOCK, value):
        raise PydanticKnownError("string_pattern_mismatch", {"pattern": _CLOCK})
    return value


#: a time of day as people write it, "07:30"
Clock = Annotated[time, BeforeValidator(_written_as_clock)]


class Goal(Strict):
    """What is to be reached, by when or in which years. A target may have several goals.

    `percent` goals are compared with a ratio times 100. `increase` has no value: better than the period
    before.
    """

    op: Literal[">=", ">", "=", "increase"] = ">="
    value: float | None = None
    percent: bool = False
    due: Day | None = None
    #: first and last calendar year of a goal that starts anew each year; `due` then gives the day in each
    years: tuple[int, int] | None = None


class Target(Strict):
    """One target of a plan. `indicator` is a sentence of the indicator language (core.indicators)."""

    code: Annotated[str, Field(pattern=r"^[A-Z0-9]+-[A-Za-z0-9.]+$")]
    section: str
    #: E explicit, A annex, D duty, R rule, Q qualitative, H historical
    kind: Literal["E", "A", "D", "R", "Q", "H"] = "E"
    name: Label
    unit: Label
    indicator: str
    goals: tuple[Goal, ...] = ()
    #: unit code that owns it; null where the plan names none (listed for the admin)
    owner: Code | None = None
    #: a target that holds only if conditions suit: shown as such until an admin decides
    conditional: Label | None = None
    note: Label | None = None


class Plan(Strict):
    """A plan: who issued it, for which years, with which targets."""

    code: Annotated[str, Field(pattern=r"^[A-Z0-9]+$")]
    title: Label
    issuer: Label
    number: str | None = None
    issued_on: Day | None = None
    starts: Day
    #: null for a plan that goes on "in the years after"
    ends: Day | None = None
    legal_bases: tuple[str, ...] = ()
    targets: tuple[Target, ...] = Field(min_length=1)


class Group(Strict):
    """A named set of codes that filters use: `subject in @nscl`."""

    code: Code
    label: Label
    members: tuple[Code, ...] = Field(min_length=1)


class Roster(Strict):
    """A named list that can be a denominator. Empty is a warning: an admin must fill it."""

    code: Code
    label: Label
    #: what its members are; the codes of places and units are those of the tenants
    of: Literal["place", "unit", "person", "product"] = "place"
    #: for people: the duty that makes somebody a member, as `assignment` reports name it
    duty: Code | None = None
    members: tuple["Member", ...] = ()


class Member(Strict):
    """One entry of a roster, from when to when it belongs to it."""

    code: Code
    name: str
    since: Day | None = None
    until: Day | None = None


class UnitSpec(Strict):
    code: Code
    name: str
    also: tuple[str, ...] = ()
    reports_weekly: bool = True


class PlaceSpec(Strict):
    code: Code
    name: str
    #: cho, diem_kd, thon, truong, co_quan ...
    kind: Code
    also: tuple[str, ...] = ()


class TenantSpec(Strict):
    """The administrative unit that runs the bot, with its units and places."""

    code: Code
    name: str
    #: invented places and rosters, for the demo: to be replaced before real use
    sample: bool = False
    timezone: str = "Asia/Ho_Chi_Minh"
    plans: tuple[str, ...] = Field(min_length=1)
    units: tuple[UnitSpec, ...] = Field(min_length=1)
    places: tuple[PlaceSpec, ...] = ()


class JobTime(Strict):
    """When a weekly job is due, local time, and until when it is still worth running late."""

    weekday: Annotated[int, Field(ge=1, le=7)]
    at: Clock
    #: hours after the due moment in which a missed run is still made up for
    late_hours: int = Field(default=60, ge=1)


class Schedule(Strict):
    """The times of the jobs and the hours in which people are left alone (local time)."""

    quiet_from: Clock = time(20)
    quiet_to: Clock = time(7)
    jobs: dict[Code, JobTime]
