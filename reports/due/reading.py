"""All that is due in a tenant around a moment, read from its plans, its reports and what waits."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from core.catalogue import Catalogue
from core.catalogue.fact_types import Role
from core.catalogue.successors import carried_on
from core.dialogue.kinds import owners_reading
from core.due.answers import latest
from core.due.duties import OVERDUE_DAYS, Deadline, deadlines
from core.due.matters import Kind, Matter
from core.due.telling import Item, Setting, Staff, Standing, items
from core.indicators.facts import Moment
from core.indicators.progress import State
from core.instruments.due import LATER_DAYS
from core.periods import local_date
from core.texts import say
from reports.due import plan_work
from reports.people import clipped
from reports.reading import Figures, read_figures
from storage.queries import due
from storage.queries.people import restricted
from storage.queries.weekly import TenantFound
from storage.repositories import told

#: days ahead within which something is due at all: the first reminder of a yearly report is 30 days before
AHEAD_DAYS = 45
_BRIEF = 60
#: what is done about an instrument
_VERIFIED = "instrument_verified"
#: within so many working days a report that waits should be decided
DECIDE_DAYS = 2


@dataclass(frozen=True, slots=True)
class DueNow:
    """All matters of a tenant at a moment, what decides who hears of them, and the figures behind."""

    tenant: TenantFound
    matters: tuple[Matter, ...]
    setting: Setting
    figures: Figures
    members: tuple[due.Member, ...]

    @property
    def today(self) -> date:
        return self.setting.today

    def to_tell(self) -> tuple[Item, ...]:
        """What is to be told now, most urgent first."""
        return items(self.matters, self.setting)


def read_due(session: Session, catalogue: Catalogue, tenant: TenantFound, code: str, now: datetime) -> DueNow:
    """What is due in the tenant of this code. `catalogue` is the content as it was read."""
    figures = read_figures(session, catalogue, code, now)
    known, today = figures.catalogue, local_date(now, tenant.zone)
    reading = _Reading(session, figures, tenant, today, catalogue)
    matters = tuple(replace(each, units=reading.now_called(each.units)) for each in reading.all())
    members = tuple(
        replace(each, unit=next(iter(reading.now_called((each.unit,))), None)) if each.unit else each
        for each in due.members(session, tenant.id)
    )
    higher = due.above(session, known.tenants[code].parent)
    staff = _staff(session, members, higher, today)
    people = [each.id for each in (*members, *higher)]
    replies = told.replies_about(session, tenant.id, {each.key for each in matters})
    first = min((each.due for each in matters), default=today) - timedelta(days=AHEAD_DAYS)
    standing = Standing(told.told_since(session, tenant.id, people, first, tenant.zone, now), latest(replies))
    setting = Setting(staff, standing, known.schedule.reminders, known.calendar, today)
    return DueNow(tenant, matters, setting, figures, members)


def _staff(
    session: Session, members: tuple[due.Member, ...], higher: tuple[due.Member, ...], today: date
) -> Staff:
    officers: dict[str, tuple[int, ...]] = {}
    for each in members:
        if each.role == Role.OFFICER and each.unit is not None:
            officers[each.unit] = (*officers.get(each.unit, ()), each.id)
    everybody = [each.id for each in (*members, *higher)]
    away = told.away(session, everybody, today) | restricted(session, everybody)
    managers = _in_lead(members, away)
    return Staff(officers, managers, _in_lead(higher, away) or _with_role(members, Role.ADMIN), away)


def _in_lead(people: tuple[due.Member, ...], away: Collection[int]) -> tuple[int, ...]:
    """The managers who are there, or else the admins who are; where nobody is, those who would be."""
    of_rank = [_with_role(people, role) for role in (Role.MANAGER, Role.ADMIN)]
    there = [tuple(each for each in ranked if each not in away) for ranked in of_rank]
    return next((each for each in (*there, *of_rank) if each), ())


def _with_role(people: tuple[due.Member, ...], role: Role) -> tuple[int, ...]:
    return tuple(each.id for each in people if each.role == role)


@dataclass(frozen=True, slots=True)
class _Reading:
    session: Session
    figures: Figures
    tenant: TenantFound
    today: date
    #: the content before anything of it was settled
    shipped: Catalogue

    def all(self) -> Iterator[Matter]:
        yield from self._duties()
        yield from self._days_set()
        yield from plan_work.matters(self.figures, self.today, self._window())
        yield from self._requests()
        yield from self._pending()
        yield from self._instruments()

    def now_called(self, units: tuple[str, ...]) -> tuple[str, ...]:
        """The units in whose hands the work of these is today."""
        known = self.figures.catalogue.tenants[self.figures.tenant].units
        return tuple(dict.fromkeys(carried_on(known, code, self.today) for code in units))

    def _window(self) -> tuple[date, date]:
        """The days on which something may be due that anybody hears of."""
        return self.today - timedelta(days=OVERDUE_DAYS), self.today + timedelta(days=AHEAD_DAYS)

    def _duties(self) -> Iterator[Matter]:
        first, last = self._window()
        coming = deadlines(self.figures.catalogue, self.figures.tenant, first, last)
        if not coming:
            return
        sent = due.reports_sent(self.session, self.tenant.id, date(first.year, 1, 1))
        year = date(first.year, 1, 1), date(last.year, 12, 31)
        planned = {each.key: each.due for each in deadlines(self.shipped, self.figures.tenant, *year)}
        for each in coming:
            found = self.figures.target(each.duty.target) if each.duty.target else None
            owner = found[1].owner if found else None
            yield Matter(
                Kind.DUTY,
                f"duty.{each.key}",
                each.due,
                say("due-duty", name=each.duty.name, plan=each.plan.code, year=str(each.year)),
                (owner,) if owner else (),
                link="new:report_sent",
                done=self._is_sent(each, planned.get(each.key, each.due), sent),
            )

    def _is_sent(self, deadline: Deadline, planned: date, sent: frozenset[tuple[str, int]]) -> bool:
        """In time, as the target that measures it says; or else late, as any report of that year.

        The target counts until the day the plan has, also where an admin set a later one.
        """
        late = self.today > min(deadline.due, planned) and (deadline.plan.option(), deadline.year) in sent
        found = self.figures.target(deadline.duty.target) if deadline.duty.target else None
        if found is None:
            return (deadline.plan.option(), deadline.year) in sent
        on = min(self.today, date(deadline.year, 12, 31))
        figures = replace(self.figures, moment=Moment(on, self.figures.moment.cutoff))
        return late or figures.stands(*found).state is State.REACHED

    def _days_set(self) -> Iterator[Matter]:
        units = self.figures.catalogue.tenants[self.figures.tenant].units
        weekly = [
            unit for unit in units if unit.reports_weekly and not (unit.until and unit.until < self.today)
        ]
        for each in due.days_set(self.session, self.tenant.id, *self._window()):
            # each unit answers for itself, once it is there, for what was not due before
            there = min(self.today, each.due)
            all_units = (unit.code for unit in weekly if unit.since is None or unit.since <= there)
            for unit in each.units or all_units:
                yield Matter(
                    Kind.DATE,
                    f"{each.key}.{unit}",
                    each.due,
                    clipped(each.name, 120),
                    (unit,),
                    link="go:report",
                )

    def _requests(self) -> Iterator[Matter]:
        for each in due.requests_due(self.session, self.tenant.id):
            text = clipped(each.text, _BRIEF)
            yield Matter(
                Kind.REQUEST,
                f"request.{each.id}",
                local_date(each.expected_by, self.tenant.zone),
                say("due-request", receipt=each.receipt, text=text),
                (each.unit,) if each.unit else (),
                (each.owner_id,) if each.owner_id else (),
                link=f"rq:see:{each.id}",
            )

    def _pending(self) -> Iterator[Matter]:
        catalogue, tenant = self.figures.catalogue, self.figures.tenant
        for each in due.pending_due(self.session, self.tenant.id):
            day = catalogue.calendar.later(local_date(each.recorded_at, self.tenant.zone), DECIDE_DAYS)
            kind = catalogue.fact_types.get(each.kind)
            # what households tell waits for the officers whose figures it moves, all else for a manager
            ours = owners_reading(catalogue, tenant, each.kind) if each.role == Role.HOUSEHOLD else ()
            yield Matter(
                Kind.PENDING,
                f"pending.{each.id}",
                day,
                say("due-pending", receipt=each.receipt, kind=kind.label if kind else each.kind),
                ours,
                link=f"w:{each.id}",
            )

    def _instruments(self) -> Iterator[Matter]:
        owners = owners_reading(self.figures.catalogue, self.figures.tenant, _VERIFIED)
        last = self.today + timedelta(days=LATER_DAYS + 7)
        for each in due.expiring(self.session, self.tenant.id, self.today, last):
            yield Matter(
                Kind.INSTRUMENTS,
                f"ins.{each.place}.{each.due:%y%m%d}",
                each.due,
                say("due-instruments", count=each.count, place=each.place_name),
                owners,
                link="go:due",
            )
