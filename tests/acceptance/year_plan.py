"""What the year of forty people brings: who is where, what is wanted when, who reports and who is away."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from sqlalchemy.orm import Session

from core.catalogue import Catalogue
from core.catalogue.plans import UnitSpec
from core.periods import moment_of
from scheduler.jobs import digest, weekly_reminder
from storage.models import Fact, Person
from tests.shipped import catalogue

ZONE = "Asia/Ho_Chi_Minh"
FIRST, LAST = date(2026, 1, 6), date(2026, 12, 31)
#: the bot stands still on these days, both included: over the last day of the yearly reports
DOWN = (date(2026, 11, 12), date(2026, 11, 17))
#: mornings on which the process dies: its work is done and not stored; it is stored and nothing was sent;
#: messages have arrived of which it could not note that they did
BEFORE_COMMIT, BEFORE_SENDING, BEFORE_MARKING = date(2026, 3, 13), date(2026, 6, 12), date(2026, 10, 13)
#: for a moment of this morning the clock is a week ahead
JUMP, AHEAD = date(2026, 8, 10), timedelta(days=7)
#: on leave: people by their number
LEAVES = {
    1: (date(2026, 10, 14), date(2026, 11, 3)),
    4: (date(2026, 6, 12), date(2026, 6, 17)),
    9: (date(2026, 2, 9), date(2026, 2, 27)),
}
OFFICERS = 37
MANAGER, ADMIN, ABOVE = OFFICERS + 1, OFFICERS + 2, OFFICERS + 3
#: an officer of a second commune below the same level above, of whom those of LEFT_UNDONE are wanted, too
BESIDE, SECOND = OFFICERS + 4, "second"
UNITS = 14
#: a unit that is no more after this day, and the one in its place
DISSOLVED, SUCCESSOR, UNTIL = "unit_14", "phong_kinh_te", date(2026, 6, 30)
#: months of which figures are wanted by the 20th of all units; in the others only of two. In some nobody says
#: that they are sent, so that managers and the level above hear of it
WANTED_OF_ALL, WANTED = (3, 6, 10), tuple(range(2, 12))
TWO = ("phong_vhxh", "tram_y_te")
LEFT_UNDONE = (5, 8, 11)
#: the report on plan DC2 goes out on this day; that on DC1 never does
SENT = date(2026, 11, 10)
#: a month of which weekends are looked at, too, and those with their Friday afternoons
WHOLE = 11
FRIDAYS_OF = (2, 6, 8, 11)

#: the jobs of the year
TOLD_BY = (weekly_reminder.NAME, digest.MORNING, digest.AFTERNOON)


def at(day: date, clock: time = time(8, 1)) -> datetime:
    return moment_of(day, clock, ZONE)


def figures(month: int) -> str:
    """What is wanted in a month; no name is part of another."""
    return f"figures of month {month:02}"


def commune() -> Catalogue:
    """The shipped content with so many units in the commune that report weekly, one for half of the year."""
    known = catalogue()
    spec = known.tenants["dong_cuu"]
    there = sum(unit.reports_weekly for unit in spec.units)
    more = [UnitSpec(code=f"unit_{number}", name=f"Unit {number}") for number in range(there + 1, UNITS + 1)]
    more[-1] = more[-1].model_copy(update={"until": UNTIL, "successor": SUCCESSOR})
    tenants = {
        spec.code: spec.model_copy(update={"units": (*spec.units, *more)}),
        SECOND: spec.model_copy(
            update={
                "code": SECOND,
                "name": "Second",
                "plans": (),
                "units": (UnitSpec(code="all", name="All"),),
            }
        ),
        # of the province only those who hear of what is late in the commune
        "bac_ninh": known.tenants["bac_ninh"].model_copy(update={"plans": ()}),
    }
    jobs = {name: time for name, time in known.schedule.jobs.items() if name in TOLD_BY}
    return replace(known, tenants=tenants, schedule=known.schedule.model_copy(update={"jobs": jobs}))


def units_of(known: Catalogue) -> list[str]:
    """The units of the commune that report every week, in their order."""
    return [unit.code for unit in known.tenants["dong_cuu"].units if unit.reports_weekly]


def days() -> Iterator[date]:
    """The days of the year on which the bot runs and is looked at."""
    for number in range((LAST - FIRST).days + 1):
        day = FIRST + timedelta(days=number)
        looked_at = day.isoweekday() <= 5 or day.month == WHOLE
        if looked_at and not DOWN[0] <= day <= DOWN[1]:
            yield day


def reports(number: int, week: int) -> bool:
    """Whether an officer reports in a week: five in six do, in turn."""
    return (number + week) % 6 != 0


def nothing_new(home: Person, day: date) -> Fact:
    key = f"nil-{home.id}-{day:%m%d}"
    fact = Fact(tenant_id=home.tenant_id, type="nil_report", type_version=1, receipt=key, draft_key=key)
    fact.occurred_from = fact.occurred_to = day
    fact.reporter_id, fact.unit_id, fact.fields, fact.status = home.id, home.unit_id, {}, "confirmed"
    fact.recorded_at = fact.confirmed_at = at(day, time(10))
    return fact


def send_report(session: Session) -> None:
    home = session.get_one(Person, 1)
    for number, receiver in enumerate(("ubnd_xa", "cap_tren")):
        fields = {"plans": ["dc2"], "year": SENT.year, "receivers": [receiver], "date": SENT.isoformat()}
        key = f"sent-{number}"
        fact = Fact(tenant_id=home.tenant_id, type="report_sent", type_version=3, receipt=key, draft_key=key)
        fact.occurred_from = fact.occurred_to = SENT
        fact.reporter_id, fact.unit_id, fact.fields, fact.status = 1, home.unit_id, fields, "confirmed"
        fact.recorded_at = fact.confirmed_at = at(SENT, time(7, 30))
        session.add(fact)
