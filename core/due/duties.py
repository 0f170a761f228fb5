"""The days on which the reports are due that plans oblige to, and those an admin set."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from core.catalogue import Catalogue
from core.catalogue.plans import Duty, Plan

#: how long after its last day a report that was not sent is still reminded of
OVERDUE_DAYS = 60


@dataclass(frozen=True, slots=True)
class Deadline:
    """A yearly report of a plan and its last day in one year. It is due "before" the day after."""

    plan: Plan
    duty: Duty
    due: date

    @property
    def year(self) -> int:
        """The year it reports on."""
        return self.due.year

    @property
    def key(self) -> str:
        return f"{self.duty.code}.{self.year}"

    @property
    def before(self) -> date:
        """As people say it: a report of which the 14th is the last day is due before the 15th."""
        return self.due + timedelta(days=1)


def deadlines(catalogue: Catalogue, tenant: str, first: date, last: date) -> tuple[Deadline, ...]:
    """The deadlines of a tenant's plans between two days, both included, in order."""
    found = [
        each
        for plan in catalogue.plans_of(tenant)
        for each in _of_plan(plan, range(first.year, last.year + 1))
        if first <= each.due <= last
    ]
    return tuple(sorted(found, key=lambda each: (each.due, each.duty.code)))


def _of_plan(plan: Plan, years: range) -> Iterator[Deadline]:
    for duty in plan.duties:
        for year in years if duty.every == "year" else ():
            due = duty.last_day(year)
            # a plan is reported on for the years it runs through, from its beginning on
            if due is not None and plan.starts <= due and (plan.ends is None or year <= plan.ends.year):
                yield Deadline(plan, duty, due)


@dataclass(frozen=True, slots=True)
class AdHoc:
    """A day that an admin set: what is wanted by when, of which units (none: of all that report)."""

    number: int
    due: date
    name: str
    units: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        return f"date.{self.number}"
