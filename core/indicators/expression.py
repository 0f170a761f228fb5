"""The indicator language as a tree of frozen values: made from text (parse), turned into text (show)."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

Comparison = Literal["=", "!=", ">=", "<=", ">", "<"]


class Aggregation(StrEnum):
    """What is done with the facts of a source."""

    COUNT = "count"
    SUM = "sum"
    DISTINCT = "distinct"
    #: the value of the last fact by the day it happened
    LATEST = "latest"


class WindowKind(StrEnum):
    """Which days count, seen from the day a figure is made for. All end on that day."""

    YEAR = "year"
    QUARTER = "quarter"
    MONTH = "month"
    WEEK = "week"
    #: from the first day of the plan
    PLAN = "plan"
    #: the last so many months
    MONTHS = "months"
    TO_DATE = "to date"


@dataclass(frozen=True, slots=True)
class Window:
    kind: WindowKind
    #: only of MONTHS
    months: int = 0


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

    With `latest_by`, only the last fact of each combination of those fields is looked at, and then filtered:
    a site that has stopped no longer counts for what it once was.
    """

    type: str
    field: str | None = None
    #: of a tally, only these options
    options: tuple[str, ...] = ()
    latest_by: tuple[str, ...] = ()
    where: Condition | None = None
    window: Window | None = None


@dataclass(frozen=True, slots=True)
class Aggregate:
    kind: Aggregation
    source: Source


@dataclass(frozen=True, slots=True)
class Stage:
    """How far the matching facts have come: the stage of the last one."""

    source: Source


@dataclass(frozen=True, slots=True)
class RosterSize:
    """How many members a named list has on the day."""

    roster: str


@dataclass(frozen=True, slots=True)
class Valid:
    """What was passed in verifications that are still valid on the day, for each key."""

    source: Source
    by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Adjustment:
    """What came to a register, or left it, after the survey that set it."""

    sign: Literal["plus", "minus"]
    type: str
    field: str


@dataclass(frozen=True, slots=True)
class Register:
    """A live register: for each key the last survey replaces the quantity, later adjustments change it."""

    source: Source
    adjustments: tuple[Adjustment, ...]
    by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ratio:
    """A share, 0 to 1 for shares of a whole. Over a roster or a distinct set only its members count above."""

    numerator: "Quantity"
    denominator: "Quantity"


Quantity = Aggregate | Stage | RosterSize | Valid | Register | Ratio


@dataclass(frozen=True, slots=True)
class Test:
    """`stage(...) >= trien_khai`: 1 when it holds, 0 when not."""

    #: keeps pytest from taking this class for tests
    __test__ = False

    quantity: Quantity
    op: Comparison
    bound: str


@dataclass(frozen=True, slots=True)
class All:
    parts: tuple["Expression", ...]


@dataclass(frozen=True, slots=True)
class Any:
    parts: tuple["Expression", ...]


Expression = Quantity | Test | All | Any
