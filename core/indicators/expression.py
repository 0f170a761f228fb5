"""The indicator language as a tree of frozen values: made from text (parse), turned into text (show).

Where a value may stand, `$name` may: a parameter of the plan, which `core.indicators.parameters` fills in.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from core.indicators.source import (
    And,
    Atom,
    Compare,
    Comparison,
    Condition,
    InGroup,
    InRoster,
    Not,
    OneOf,
    Or,
    Source,
    Window,
    WindowKind,
)

#: the parts of a source, which are parts of the tree
__all__ = [
    "And",
    "Atom",
    "Compare",
    "Comparison",
    "Condition",
    "InGroup",
    "InRoster",
    "Not",
    "OneOf",
    "Or",
    "Source",
    "Window",
    "WindowKind",
]


class Aggregation(StrEnum):
    """What is done with the facts of a source."""

    COUNT = "count"
    SUM = "sum"
    DISTINCT = "distinct"
    #: the value of the last fact by the day it happened
    LATEST = "latest"


@dataclass(frozen=True, slots=True)
class Aggregate:
    kind: Aggregation
    source: Source
    #: of LATEST: fields that have to say the same of an earlier value for the two to be compared
    alike: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Having:
    """`having count >= 2`, `having distinct(content) >= 3`: how many facts, or contents, a value needs."""

    #: None: facts are counted
    field: str | None
    op: Comparison
    bound: str


@dataclass(frozen=True, slots=True)
class Combinations:
    """`distinct(T.(f, g) ...)`, `distinct(T.f having ...)`: different combinations of what the fields say.

    A part nobody filled in is an empty part; with all of them empty there is nothing to count.
    """

    source: Source
    fields: tuple[str, ...]
    having: Having | None = None


@dataclass(frozen=True, slots=True)
class Common:
    """What is named in every one of several sets."""

    parts: tuple["Names", ...]


@dataclass(frozen=True, slots=True)
class Union:
    """What is named in any of several sets."""

    parts: tuple["Names", ...]


@dataclass(frozen=True, slots=True)
class Said:
    """What facts name in some fields, and in others what they say of it."""

    source: Source
    fields: tuple[str, ...]
    by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answered:
    """Names all of whose questions were answered: on the day or later, about the same name and matter."""

    questions: Said
    answers: Said


@dataclass(frozen=True, slots=True)
class Stage:
    """How far the matching facts have come: the stage of the last one."""

    source: Source


@dataclass(frozen=True, slots=True)
class RosterSize:
    """How many members a named list has on the day."""

    roster: str


@dataclass(frozen=True, slots=True)
class Adjustment:
    """What came to a register, or left it, after the survey that set it."""

    sign: Literal["plus", "minus"]
    type: str
    field: str


@dataclass(frozen=True, slots=True)
class Valid:
    """What was passed in verifications that are still valid on the day, for each key."""

    source: Source
    by: tuple[str, ...]
    #: the field that says how many were looked at, those that failed among them
    of: str | None = None
    #: what ends verifications before they run out
    ended: tuple[Adjustment, ...] = ()


@dataclass(frozen=True, slots=True)
class Register:
    """A live register: for each key the last survey replaces the quantity, later adjustments change it."""

    source: Source
    adjustments: tuple[Adjustment, ...]
    by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Average:
    """The mean, over the calendar years that have one, of the last value of each year."""

    source: Source


@dataclass(frozen=True, slots=True)
class Delay:
    """The mean number of days from the first fact of `after` to the first of `source`, name by name."""

    source: Source
    after: Source


@dataclass(frozen=True, slots=True)
class Overspent:
    """How many lines of the plan's budget are exceeded by what is spent on them and on those under them."""

    source: Source
    #: the field that names the line
    by: str


@dataclass(frozen=True, slots=True)
class Steps:
    """The steps of the plan's tasks: all of them, or those whose last month has ended."""

    which: Literal["all", "due"]


@dataclass(frozen=True, slots=True)
class Ratio:
    """A share, 0 to 1 for shares of a whole. Over a roster or a distinct set only its members count above."""

    numerator: "Quantity"
    denominator: "Quantity"


@dataclass(frozen=True, slots=True)
class Growth:
    """How much more of a quantity there is this year than last: 0.1 is a tenth more."""

    quantity: "Quantity"
    #: what the value of a year was that no facts tell of
    base: "Base | None" = None


@dataclass(frozen=True, slots=True)
class Base:
    year: int
    value: str


@dataclass(frozen=True, slots=True)
class Difference:
    left: "Quantity"
    right: "Quantity"


#: what names things, so that two of them can be compared name by name
Names = Aggregate | Combinations | Answered | Common | Union | Steps
Quantity = (
    Aggregate
    | Combinations
    | Answered
    | Common
    | Union
    | Stage
    | RosterSize
    | Valid
    | Register
    | Average
    | Delay
    | Overspent
    | Steps
    | Ratio
    | Growth
    | Difference
)


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
