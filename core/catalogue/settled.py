"""What an admin has filled in of what plans leave open, laid over the content.

The content stays as it was read: figures of a moment take the content with what was settled by then.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from core.catalogue import Catalogue
from core.catalogue.hours import Hours, with_hours
from core.catalogue.plans import Member, Parameter, Plan, Roster, Target
from core.catalogue.tenants import TenantSpec, UnitSpec


class DecidedTarget(Target):
    """A conditional target, with the decision whether it applies: no key that an author writes."""

    condition_met: bool
    condition_reason: str
    condition_review: date | None = None


@dataclass(frozen=True, slots=True)
class OwnerSet:
    """The unit that owns a target, both by code."""

    target: str
    unit: str


@dataclass(frozen=True, slots=True)
class ParameterSet:
    """The value of a parameter of a plan: a code, a number or a day, as indicators read it."""

    plan: str
    code: str
    value: str


@dataclass(frozen=True, slots=True)
class ConditionDecided:
    """Whether a conditional target applies, why, and the day on which that is to be looked at again."""

    target: str
    met: bool
    reason: str
    review: date | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """A member of a roster, with its days. It stands for everything the content says of that code."""

    roster: str
    member: Member


@dataclass(frozen=True, slots=True)
class UnitSet:
    """A unit of a tenant as its admins have it. It stands for everything the content says of that code."""

    tenant: str
    unit: UnitSpec


@dataclass(frozen=True, slots=True)
class DeadlineSet:
    """The last day of each year of a duty ("11-14"), and another one from a year on."""

    duty: str
    due: str
    moved: tuple[int, str] | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """All that is settled at one moment: one entry for each target and parameter, any number of members."""

    owners: tuple[OwnerSet, ...] = ()
    parameters: tuple[ParameterSet, ...] = ()
    conditions: tuple[ConditionDecided, ...] = ()
    members: tuple[Listed, ...] = ()
    #: names of organisations, folded, and the name each counts under
    names: tuple[tuple[str, str], ...] = ()
    #: days on which offices of the tenant work, or do not, otherwise than the calendar says
    days: tuple[tuple[date, bool], ...] = ()
    deadlines: tuple[DeadlineSet, ...] = ()
    units: tuple[UnitSet, ...] = ()
    #: when jobs come and nobody is written to (core.catalogue.hours)
    hours: Hours = ()

    def __bool__(self) -> bool:
        plans = self.owners or self.parameters or self.conditions or self.deadlines
        return bool(plans or self.members or self.names or self.days or self.units or self.hours)


def settled(catalogue: Catalogue, settings: Settings) -> Catalogue:
    """The content with the settings in it; what they name and the content no longer has is passed over.

    Doing it twice is the same as doing it once.
    """
    if not settings:
        return catalogue
    owners = {each.target: each.unit for each in settings.owners}
    conditions = {each.target: each for each in settings.conditions}
    values = {(each.plan, each.code): each.value for each in settings.parameters}
    dues = {each.duty: {"due": each.due, "moved": each.moved} for each in settings.deadlines}
    plans = {
        code: plan.model_copy(
            update={
                "targets": tuple(_target(target, owners, conditions) for target in plan.targets),
                "parameters": tuple(_parameter(plan, one, values) for one in plan.parameters),
                "duties": tuple(
                    duty.model_copy(update=dues[duty.code]) if duty.code in dues else duty
                    for duty in plan.duties
                ),
            }
        )
        for code, plan in catalogue.plans.items()
    }
    rosters = {code: _roster(roster, settings.members) for code, roster in catalogue.rosters.items()}
    return replace(
        catalogue,
        plans=MappingProxyType(plans),
        tenants=_tenants(catalogue.tenants, settings.units),
        rosters=MappingProxyType(rosters),
        same_orgs=MappingProxyType(dict(settings.names)),
        calendar=catalogue.calendar.with_own(dict(settings.days)),
        schedule=with_hours(catalogue.schedule, settings.hours),
        targets=MappingProxyType({t.code: (plan, t) for plan in plans.values() for t in plan.targets}),
    )


def _tenants(tenants: Mapping[str, TenantSpec], kept: Iterable[UnitSet]) -> Mapping[str, TenantSpec]:
    found = dict(tenants)
    for each in kept:
        spec = found.get(each.tenant)
        if spec is None:
            continue
        there = {unit.code: unit for unit in spec.units} | {each.unit.code: each.unit}
        found[each.tenant] = spec.model_copy(update={"units": tuple(there.values())})
    return MappingProxyType(found)


def _target(target: Target, owners: dict[str, str], conditions: dict[str, ConditionDecided]) -> Target:
    owner = owners.get(target.code)
    owned = target.model_copy(update={"owner": owner}) if owner else target
    made = conditions.get(target.code)
    if made is None or target.conditional is None:
        return owned
    decision = {
        "condition_met": made.met,
        "condition_reason": made.reason,
        "condition_review": made.review,
    }
    return DecidedTarget.model_validate({**dict(owned), **decision})


def _parameter(plan: Plan, parameter: Parameter, values: dict[tuple[str, str], str]) -> Parameter:
    value = values.get((plan.code, parameter.code))
    return parameter if value is None else parameter.model_copy(update={"value": value})


def _roster(roster: Roster, listed: Iterable[Listed]) -> Roster:
    members = [each.member for each in listed if each.roster == roster.code]
    if not members:
        return roster
    codes = {member.code for member in members}
    kept = [member for member in roster.members if member.code not in codes]
    return roster.model_copy(update={"members": (*kept, *members)})
