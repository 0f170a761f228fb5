"""What conversations about plans may ask to be done: pages of figures, and what an admin settles."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ShowProgress:
    """The tenant's plans, each with how many of its targets stand how; of one plan alone its targets.

    Figures with a `day` are those of its end, as they were known then.
    """

    day: date | None = None


@dataclass(frozen=True, slots=True)
class ShowPlan:
    """The targets of one plan in a line each, a page at a time; `day` as in ShowProgress."""

    code: str
    page: int = 0
    day: date | None = None


@dataclass(frozen=True, slots=True)
class ShowTarget:
    """One target with its value, goal, pace and the facts behind it; `day` as in ShowProgress."""

    code: str
    day: date | None = None


@dataclass(frozen=True, slots=True)
class ShowReports:
    """All reports behind a target, a page at a time."""

    code: str
    page: int = 0


@dataclass(frozen=True, slots=True)
class ShowReason:
    """Why a target's figure is what it is: what counts, what it is made of, what is missing."""

    code: str


@dataclass(frozen=True, slots=True)
class FindFigure:
    """Why some target stands at this value, "71" or "47.3", as people read it."""

    value: str


@dataclass(frozen=True, slots=True)
class ShowTasks:
    """The tasks of one plan in a line each, late ones first, a page at a time."""

    plan: str
    page: int = 0


@dataclass(frozen=True, slots=True)
class ShowTask:
    """One task with its steps."""

    code: str


@dataclass(frozen=True, slots=True)
class ShowBudget:
    """The money of one plan, line by line, a page at a time."""

    plan: str
    page: int = 0


@dataclass(frozen=True, slots=True)
class SetOwner:
    """A unit of the tenant owns a target from now on."""

    target: str
    unit: str


@dataclass(frozen=True, slots=True)
class SetParameter:
    """A parameter of a plan has this value from now on: a code, a number or a day."""

    plan: str
    code: str
    value: str


@dataclass(frozen=True, slots=True)
class DecideCondition:
    """A conditional target applies, or does not; to be looked at again on a day."""

    target: str
    met: bool
    reason: str
    review: date | None


@dataclass(frozen=True, slots=True)
class AddMembers:
    """These are on a roster from a day on: places or units by code, others by name."""

    roster: str
    names: tuple[str, ...]
    since: date


@dataclass(frozen=True, slots=True)
class EndMember:
    """A member of a roster is not on it any more from a day on."""

    roster: str
    code: str
    gone: date


PlanEffect = (
    ShowProgress
    | ShowPlan
    | ShowTarget
    | ShowReports
    | ShowReason
    | FindFigure
    | ShowTasks
    | ShowTask
    | ShowBudget
    | SetOwner
    | SetParameter
    | DecideCondition
    | AddMembers
    | EndMember
)
