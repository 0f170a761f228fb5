"""Plans and their targets as data. content/plans/README.md describes the files."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from core.catalogue.budgets import Budget, BudgetLine
from core.catalogue.fact_types import Code, Level, Strict
from core.catalogue.goals import Goal
from core.catalogue.moments import Day, YearDay
from core.catalogue.rosters import Group, Member, Roster
from core.catalogue.schedule import JobTime, Schedule
from core.catalogue.tasks import ItemCode, Step, Task, option_code
from core.catalogue.tenants import PlaceSpec, TenantSpec, UnitSpec
from core.texts import Label

__all__ = [
    "Baseline",
    "Budget",
    "BudgetLine",
    "Duty",
    "Goal",
    "Group",
    "JobTime",
    "Member",
    "Parameter",
    "Phase",
    "PlaceSpec",
    "Plan",
    "Relation",
    "Roster",
    "Schedule",
    "SideFigure",
    "Step",
    "Target",
    "Task",
    "TenantSpec",
    "UnitSpec",
]


#: what a parameter is, where it is chosen from no list
ParameterKind = Literal["number", "whole", "day"]


class SideFigure(Strict):
    """A figure beside a target's own: "and 12 classes, 340 people"."""

    name: Label
    unit: Label
    indicator: str


class Baseline(Strict):
    """A figure of the past, with the period it is of; `met` says whether its goal was reached then."""

    value: float
    period: str
    met: bool | None = None


class Target(Strict):
    """One target of a plan. `indicator` is a sentence of the indicator language (core.indicators).

    Kinds E, A, D and R have an indicator, and goals unless they are only tracked. A Q target is told in
    words: no indicator, no goals, but `linked` kinds of report shown beside it. An H target is a `baseline`
    of the past.
    """

    code: ItemCode
    section: str
    #: E explicit, A annex, D duty, R rule, Q qualitative, H historical
    kind: Literal["E", "A", "D", "R", "Q", "H"] = "E"
    name: Label
    unit: Label
    indicator: str | None = None
    goals: tuple[Goal, ...] = ()
    #: unit code that owns it; null where the plan names none (listed for the admin)
    owner: Code | None = None
    #: unit codes that work on it beside the owner
    partners: tuple[Code, ...] = ()
    #: a target that holds only if conditions suit: shown as such until an admin decides
    conditional: Label | None = None
    note: Label | None = None
    also: tuple[SideFigure, ...] = ()
    linked: tuple[Code, ...] = ()
    baseline: Baseline | None = None


class Relation(Strict):
    """How the plan stands to another document, which need not be known here."""

    kind: Literal["implements", "succeeds", "directed_by", "overlaps"]
    document: str


class Phase(Strict):
    """A part of the plan's time, as the plan divides it."""

    code: Code
    name: Label
    starts: Day
    ends: Day


class Parameter(Strict):
    """A value an admin sets, named `$code` in indicators; null until then."""

    code: Code
    name: Label
    value: str | None = None
    #: name of the list of options it is chosen from
    options_from: Code | None = None
    #: a number where neither this nor a list says what it is, and its value is no day
    of: ParameterKind | None = None
    #: bounds of a number, both included
    minimum: float | None = None
    maximum: float | None = None
    note: Label | None = None


class Duty(Strict):
    """A report or answer that is due each year until the day `due`, or whenever asked for ("adhoc")."""

    code: ItemCode
    name: Label
    every: Literal["year", "adhoc"] = "year"
    #: the last day of each year
    due: YearDay | None = None
    #: another one, from that year on
    moved: tuple[int, YearDay] | None = None
    to: tuple[Label, ...] = ()
    #: code of the target that measures it
    target: str | None = None

    def last_day(self, year: int) -> date | None:
        """Its last day in that year; None where it has none of its own."""
        due = self.moved[1] if self.moved and year >= self.moved[0] else self.due
        return date.fromisoformat(f"{year:04d}-{due}") if due is not None else None


class Plan(Strict):
    """A plan: who issued it, for which years, with which targets, tasks, money and duties to report."""

    code: Annotated[str, Field(pattern=r"^[A-Z0-9]+$", max_length=8)]
    title: Label
    #: what people call it, where the title is too long: on buttons and receipts
    short: Label | None = None
    issuer: Label
    number: str | None = None
    issued_on: Day | None = None
    starts: Day
    #: null for a plan that goes on "in the years after"
    ends: Day | None = None
    level: Level = Level.COMMUNE
    legal_bases: tuple[str, ...] = ()
    recipients: tuple[Label, ...] = ()
    relations: tuple[Relation, ...] = ()
    phases: tuple[Phase, ...] = ()
    parameters: tuple[Parameter, ...] = ()
    targets: tuple[Target, ...] = Field(min_length=1)
    tasks: tuple[Task, ...] = ()
    budget: Budget | None = None
    duties: tuple[Duty, ...] = ()

    def told_on(self, day: date) -> bool:
        """Whether a report can say how things stood that day: within the years of the plan."""
        return self.starts <= day and (self.ends is None or day.year <= self.ends.year)

    def option(self) -> str:
        """The code by which reports name the plan: DC1 is dc1."""
        return option_code(self.code)

    def parameter(self, code: str) -> Parameter | None:
        """The parameter of that code, if the plan has one."""
        return next((each for each in self.parameters if each.code == code), None)
