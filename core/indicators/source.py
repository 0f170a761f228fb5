"""Which facts a quantity reads: their type and field, the condition they meet, the days they happened on."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal

Comparison = Literal["=", "!=", ">=", "<=", ">", "<"]


class WindowKind(StrEnum):
    """Which days count, seen from the day a figure is made for. None goes beyond that day."""

    YEAR = "year"
    QUARTER = "quarter"
    MONTH = "month"
    WEEK = "week"
    #: from the first day of the plan
    PLAN = "plan"
    #: the last so many months
    MONTHS = "months"
    TO_DATE = "to date"
    #: from one day to another
    SPAN = "span"


@dataclass(frozen=True, slots=True)
class Window:
    kind: WindowKind
    #: only of MONTHS
    months: int = 0
    #: only of YEAR: its last day as "11-14", where it ends before the year does
    until: str | None = None
    #: only of SPAN: both days are included
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Compare:
    """`stage >= trien_khai`, `tool = 5s`. Order is that of numbers, of days, or of a field's options."""

    field: str
    op: Comparison
    value: str


@dataclass(frozen=True, slots=True)
class OneOf:
    """`tool in {5s, iso_21001}`."""

    field: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class InGroup:
    """`subject in @nscl`."""

    field: str
    group: str


@dataclass(frozen=True, slots=True)
class InRoster:
    """`site in roster(truong_hoc_xa)`: a member on the day, by code or by name."""

    field: str
    roster: str


@dataclass(frozen=True, slots=True)
class Not:
    condition: "Condition"


@dataclass(frozen=True, slots=True)
class And:
    conditions: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class Or:
    conditions: tuple["Condition", ...]


Atom = Compare | OneOf | InGroup | InRoster
Condition = Atom | Not | And | Or


@dataclass(frozen=True, slots=True)
class Source:
    """Facts of one type: `training_attendance.audience[can_bo] latest by unit where ... in year`.

    With `latest_by`, only the last fact of each combination of those fields is looked at, then filtered:
    a site that has stopped counts no more for what it once was. With `anew`, those whose last fact is let in
    are seen once, when they began to be: by the first fact since which all were let in.
    """

    type: str
    field: str | None = None
    #: of a tally, only these options
    options: tuple[str, ...] = ()
    latest_by: tuple[str, ...] = ()
    where: Condition | None = None
    window: Window | None = None
    #: only with `latest_by`
    anew: bool = False
