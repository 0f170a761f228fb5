"""What the plans of a tenant leave open for an admin: values, conditions, lists, and who owns a target."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from core.catalogue import Catalogue
from core.catalogue.plans import Member, Parameter, Plan, Target
from core.catalogue.settled import DecidedTarget
from core.indicators.expression import Expression
from core.indicators.parameters import parameters
from core.indicators.parse import parse
from core.indicators.references import references
from core.texts import Label

#: who is on a roster today
Members = Callable[[str], Sequence[Member]]


class PointKind(StrEnum):
    PARAMETER = "parameter"
    CONDITION = "condition"
    ROSTER = "roster"
    OWNER = "owner"


@dataclass(frozen=True, slots=True)
class Point:
    """One thing an admin may fill in or change. `is_open`: nobody has yet, or it is to be looked at again.

    `key` is the code of a target or a roster, or PLAN.parameter.
    """

    kind: PointKind
    key: str
    name: Label
    is_open: bool


def points(catalogue: Catalogue, tenant: str, today: date, members: Members) -> tuple[Point, ...]:
    """All points of the tenant's plans: values that block a figure first, owners last.

    `catalogue` is the content with what is settled already (core.catalogue.settled).
    """
    plans = catalogue.plans_of(tenant)
    targets = [target for plan in plans for target in plan.targets]
    rosters = dict.fromkeys(roster for target in targets for roster in _rosters(target))
    return (
        *(_parameter(plan, each) for plan in plans for each in plan.parameters),
        *(_condition(target, today) for target in targets if target.conditional is not None),
        *(_roster(catalogue, code, members) for code in rosters if code in catalogue.rosters),
        *(_owner(target) for target in targets),
    )


def following(every: Sequence[Point], kind: PointKind, key: str) -> Point | None:
    """The open point that comes after one, or else the first; None when nothing is open."""
    at = next((n for n, each in enumerate(every) if (each.kind, each.key) == (kind, key)), -1)
    return next((each for each in (*every[at + 1 :], *every) if each.is_open), None)


def moved_by(catalogue: Catalogue, tenant: str, kind: PointKind, key: str) -> list[tuple[Plan, Target]]:
    """The targets whose figure or state hangs on a point; none on an owner."""
    return [
        (plan, target)
        for plan in catalogue.plans_of(tenant)
        for target in plan.targets
        if _hangs_on(plan, target, kind, key)
    ]


def _hangs_on(plan: Plan, target: Target, kind: PointKind, key: str) -> bool:
    match kind:
        case PointKind.CONDITION:
            return target.code == key
        case PointKind.ROSTER:
            return key in _rosters(target)
        case PointKind.PARAMETER:
            named = {code for each in _sentences(target) for code in parameters(each)}
            return key in {f"{plan.code}.{code}" for code in named}
        case PointKind.OWNER:
            return False


def _sentences(target: Target) -> Iterator[Expression]:
    if target.indicator is not None:
        yield parse(target.indicator)
    for side in target.also:
        yield parse(side.indicator)


def _rosters(target: Target) -> list[str]:
    return sorted({code for each in _sentences(target) for code in references(each).rosters})


def _parameter(plan: Plan, parameter: Parameter) -> Point:
    key = f"{plan.code}.{parameter.code}"
    return Point(PointKind.PARAMETER, key, parameter.name, parameter.value is None)


def _condition(target: Target, today: date) -> Point:
    review = target.condition_review if isinstance(target, DecidedTarget) else today
    return Point(PointKind.CONDITION, target.code, target.name, review is not None and review <= today)


def _roster(catalogue: Catalogue, code: str, members: Members) -> Point:
    return Point(PointKind.ROSTER, code, catalogue.rosters[code].label, not members(code))


def _owner(target: Target) -> Point:
    """A figure of the past needs nobody who works on it."""
    return Point(PointKind.OWNER, target.code, target.name, target.owner is None and target.kind != "H")
