"""The calendar of a tenant in words: days left to each deadline, days off ahead, how ready each unit is."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy.orm import Session

from core.catalogue import Catalogue
from core.catalogue.successors import carried_on, lives
from core.due.duties import OVERDUE_DAYS, AdHoc, Deadline, deadlines
from core.due.readiness import Readiness, least_ready_first
from core.indicators.progress import State
from core.indicators.work import StepState
from core.periods import week_bounds, year_bounds
from core.texts import Speech, lines, say
from core.week import Week
from reports.due.unsent import unsent
from reports.due.words import day_before, left_days
from reports.people import clipped, unit_name
from reports.reading import Figures, read_figures
from storage.queries import due
from storage.queries.weekly import TenantFound

#: how far ahead days that were set are shown
AHEAD_DAYS = 366
DAYS_OFF_AHEAD = 60
WEEKS = 4
#: units that a page names, and days off
UNITS, MOST_DAYS = 10, 8


@dataclass(frozen=True, slots=True)
class Ahead:
    """What lies ahead of a tenant on a day."""

    figures: Figures
    today: date
    deadlines: tuple[Deadline, ...]
    #: those whose day has gone by, and which nobody told of having sent
    overdue: tuple[Deadline, ...]
    #: those that are over and still told of among them
    days_set: tuple[AdHoc, ...]
    units: tuple[Readiness, ...]


def read_ahead(
    session: Session, catalogue: Catalogue, tenant: TenantFound, code: str, now: datetime
) -> Ahead:
    """The next deadlines, the days of the year ahead, and how ready each unit that owns targets is."""
    figures = read_figures(session, catalogue, code, now)
    today = figures.moment.date
    return Ahead(
        figures,
        today,
        _next_ones(figures.catalogue, code, today),
        unsent(session, figures, tenant.id, today - timedelta(days=OVERDUE_DAYS), today - timedelta(days=1)),
        days_told_of(session, tenant.id, today),
        least_ready_first(_units(session, figures, tenant, today)),
    )


def _next_ones(catalogue: Catalogue, tenant: str, today: date) -> tuple[Deadline, ...]:
    """The next day of each yearly report, however late in the next year it was put."""
    found = deadlines(catalogue, tenant, today, year_bounds(today.year + 1)[1])
    nearest = {each.duty.code: each for each in reversed(found)}
    return tuple(each for each in found if nearest[each.duty.code] is each)


def days_told_of(session: Session, tenant: int, today: date) -> tuple[AdHoc, ...]:
    """The days that were set and are ahead, or so short a time ago that people still hear of them."""
    first, last = today - timedelta(days=OVERDUE_DAYS), today + timedelta(days=AHEAD_DAYS - 1)
    return due.days_set(session, tenant, first, last)


def _units(session: Session, figures: Figures, tenant: TenantFound, today: date) -> tuple[Readiness, ...]:
    monday = Week(week_bounds(today)[0], tenant.zone)
    begins = monday.at(monday.monday - timedelta(weeks=WEEKS), time())
    weeks = due.weeks_reported(session, tenant.id, begins, monday.starts)
    waiting = due.waiting_of_units(session, tenant.id)
    targets = [item for plan in figures.plans for item in figures.progress(plan)]
    tasks = [each for plan in figures.plans for each in figures.tasks(plan)]
    found = []
    units = figures.catalogue.tenants[figures.tenant].units

    def owns(unit: str, owner: str | None) -> bool:
        return owner is not None and carried_on(units, owner, today) == unit

    for unit in units:
        if not lives(unit, today):
            continue
        own = [item for item in targets if owns(unit.code, item.target.owner) and item.goal is not None]
        steps = [step for task in tasks if owns(unit.code, task.task.owner) for step in task.steps]
        begun = [step for step in steps if step.state is not StepState.AHEAD]
        if not own and not begun and not unit.reports_weekly:
            continue
        expected = WEEKS if unit.reports_weekly else 0
        found.append(
            Readiness(
                unit.code,
                len(own),
                sum(item.state is not State.NO_DATA for item in own),
                len(begun),
                sum(step.state is not StepState.LATE for step in begun),
                expected,
                min(weeks.get(unit.code, 0), expected),
                waiting.get(unit.code, 0),
            )
        )
    return tuple(found)


def unit_pages(ahead: Ahead) -> int:
    """How many pages the units take, one at least."""
    return max(1, -(-len(ahead.units) // UNITS))


def countdown(ahead: Ahead, page: int = 0) -> Speech:
    """The page for managers: deadlines and days off with the first units; others on pages of their own."""
    shown = ahead.units[page * UNITS : (page + 1) * UNITS]
    units = lines(say("calendar-units"), *(_unit(each, ahead) for each in shown)) if shown else None
    if page:
        return lines(say("calendar-title", day=ahead.today), units, separator="\n\n")
    calendar, today = ahead.figures.catalogue.calendar, ahead.today
    off = list(calendar.days_off(today, today + timedelta(days=DAYS_OFF_AHEAD)))[:MOST_DAYS]
    coming = (day_set(e, today) for e in ahead.days_set if e.due >= today)
    late = (_deadline(e, today, late=True) for e in ahead.overdue)
    dues = [*late, *(_deadline(e, today) for e in ahead.deadlines), *coming]
    return lines(
        say("calendar-title", day=today),
        lines(*dues) if dues else say("calendar-no-deadlines"),
        units,
        lines(say("calendar-off"), *(_day(day, ahead) for day in off)) if off else None,
        separator="\n\n",
    )


def _deadline(each: Deadline, today: date, *, late: bool = False) -> Speech:
    name = say("due-duty", name=each.duty.name, plan=each.plan.code, year=str(each.year))
    key = "calendar-overdue" if late else "calendar-deadline"
    return say(key, name=name, when=day_before(each.due), left=left_days(each.due, today))


def day_set(each: AdHoc, today: date) -> Speech:
    """What is wanted by when, and the days left or gone by."""
    when, left = day_before(each.due), left_days(each.due, today)
    return say("calendar-deadline", name=clipped(each.name, 80), when=when, left=left)


def _unit(each: Readiness, ahead: Ahead) -> Speech:
    """`Unit: 78 % (7/9), 2 targets without a figure, 1 late step ...`."""
    lacks = (
        ("figures", each.targets - each.with_figures),
        ("steps", each.steps - each.steps_in_time),
        ("weeks", each.weeks - each.weeks_reported),
        ("pending", each.pending),
    )
    missing = [say(f"calendar-lacks-{what}", count=count) for what, count in lacks if count]
    figures = ahead.figures
    return say(
        "calendar-unit",
        unit=clipped(unit_name(figures.catalogue, figures.tenant, each.unit, ahead.today)),
        score=each.score,
        passed=each.passed,
        checks=each.checks,
        missing=lines(*missing, separator=", ") if missing else say("calendar-ready"),
    )


def _day(day: date, ahead: Ahead) -> Speech:
    calendar = ahead.figures.catalogue.calendar
    if calendar.works(day):
        return say("calendar-worked", day=day)
    name = calendar.name(day) or say("calendar-own")
    key = "calendar-day-off" if calendar.is_settled(day.year) else "calendar-day-expected"
    return say(key, day=day, name=name)
