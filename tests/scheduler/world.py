"""A commune with a few units and people, to let the weeks go by in."""

import itertools
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import Update, select, update
from sqlalchemy.orm import Session

from core.catalogue import Catalogue
from core.catalogue.fact_types import FactType, FieldSpec, FieldType, Role
from core.catalogue.plans import Goal, JobTime, Plan, Schedule, Target, TenantSpec, UnitSpec
from core.consents import WORK_REMINDERS, purpose_of
from core.delivery import Decision
from core.messages import Outbound
from core.texts import Label
from scheduler.jobs import JOBS as REAL_JOBS
from scheduler.occasion import Content, Job
from scheduler.rechecks import rechecks
from scheduler.runner import Scheduler
from storage.db import Database
from storage.models import Contact, Conversation, DueRun, Fact, Outbox, Person, Tenant, Unit
from storage.repositories import consents
from tests import shipped

#: the week of 11 May 2026 is week 20; the hours are those of Vietnam, +07:00
MONDAY = datetime(2026, 5, 11, 1, 30, tzinfo=UTC)
REMINDER = datetime(2026, 5, 15, 7, 0, tzinfo=UTC)  # Friday 14:00
SUMMARY = datetime(2026, 5, 15, 9, 0, tzinfo=UTC)  # Friday 16:00
LONG_AGO = datetime(2026, 1, 5, 2, 0, tzinfo=UTC)
MINUTE, HOUR, DAY, WEEK = (timedelta(**{unit: 1}) for unit in ("minutes", "hours", "days", "weeks"))

_numbers = itertools.count(1)


def label(text: str) -> Label:
    return Label(vi=text, en=text)


def target(code: str, owner: str | None, name: str, goal: int = 100) -> Target:
    """So many people to be trained every year; with none in May it needs attention."""
    return Target(
        code=code,
        section="II.1",
        name=label(name),
        unit=label("lượt"),
        indicator="sum(training_attendance.people in year)",
        goals=(Goal(value=goal, years=(2026, 2030)),),
        owner=owner,
    )


TARGETS = (
    target("DC1-1", None, "Cử người đi tập huấn"),
    target("DC1-2", "van_hoa", "Việc của Văn hóa"),
    target("DC1-3", "kinh_te", "Việc của Kinh tế"),
)


JOBS = {
    "weekly_reminder": JobTime(weekday=5, at="14:00", late_hours=12),
    "weekly_summary": JobTime(weekday=5, at="16:00", late_hours=60),
}


def catalogue(targets: tuple[Target, ...] = TARGETS, jobs: Mapping[str, JobTime] = JOBS) -> Catalogue:
    """One plan, one kind of report, two tenants."""
    training = FactType(
        code="training_attendance",
        receipt="TH",
        icon="🎓",
        label=Label(vi="Cử đi tập huấn", en="Training"),
        help=label("Cử người đi học"),
        reporters={Role.OFFICER: "confirmed", Role.HOUSEHOLD: "pending"},
        fields=(
            FieldSpec(code="day", type=FieldType.DATE, label=label("Ngày"), prompt=label("Ngày nào?")),
            FieldSpec(
                code="people", type=FieldType.INTEGER, label=label("Số lượt"), prompt=label("Mấy lượt?")
            ),
        ),
    )
    plan = Plan(
        code="DC1", title=label("Kế hoạch"), issuer=label("UBND"), starts=date(2026, 1, 1), targets=targets
    )
    units = (UnitSpec(code="van_hoa", name="Văn hóa"), UnitSpec(code="kinh_te", name="Kinh tế"))
    return Catalogue(
        fact_types={training.code: training},
        plans={plan.code: plan},
        groups={},
        rosters={},
        tenants={
            code: TenantSpec(code=code, name=code, plans=("DC1",), units=units)
            for code in ("dong_cuu", "cao_duc")
        },
        schedule=Schedule(jobs=dict(jobs)),
        targets={item.code: (plan, item) for item in targets},
    )


def add_tenant(session: Session, code: str, name: str) -> int:
    """A tenant with two units that report weekly and one that does not."""
    tenant = Tenant(code=code, name=name, timezone="Asia/Ho_Chi_Minh")
    session.add(tenant)
    session.flush()
    for unit, unit_name, weekly in (
        ("van_hoa", "Phòng Văn hóa", True),
        ("kinh_te", "Phòng Kinh tế", True),
        ("hoi_cho", "Ban quản lý chợ", False),
    ):
        session.add(Unit(tenant_id=tenant.id, code=unit, name=unit_name, reports_weekly=weekly))
    session.flush()
    return tenant.id


# asyncio writes out what a fixture came to, which must not be all content.
@dataclass(repr=False)
class World:
    """A database with the tenants Đông Cứu and Cao Đức, and what happens in them."""

    db: Database
    content: Content
    woken: list[None] = field(default_factory=list)

    @staticmethod
    async def create(db: Database, known: Catalogue | None = None) -> "World":
        world = World(db, Content(known or catalogue(), shipped.texts()))
        await db.write(lambda session: add_tenant(session, "dong_cuu", "xã Đông Cứu"))
        await db.write(lambda session: add_tenant(session, "cao_duc", "xã Cao Đức"))
        return world

    def scheduler(self, db: Database | None = None, jobs: Mapping[str, Job] = REAL_JOBS) -> Scheduler:
        """A process that has just started."""
        return Scheduler(db or self.db, self.content, lambda: MONDAY, lambda: self.woken.append(None), jobs)

    async def person(
        self,
        name: str,
        *,
        role: str = "officer",
        unit: str | None = "van_hoa",
        tenant: str = "dong_cuu",
        joined: datetime = LONG_AGO,
        status: str = "active",
        locale: str = "vi",
        channels: tuple[str, ...] = ("web",),
    ) -> int:
        """Somebody with one contact on each channel, the last one seen last."""

        def add(session: Session) -> int:
            home = session.scalars(select(Tenant).where(Tenant.code == tenant)).one()
            place = session.scalar(select(Unit.id).where(Unit.tenant_id == home.id, Unit.code == unit))
            person = Person(
                tenant_id=home.id,
                unit_id=place,
                name=name,
                role=role,
                status=status,
                locale=locale,
                joined_at=joined,
            )
            session.add(person)
            session.flush()
            talk = Conversation(person_id=person.id, state={}, updated_at=joined)
            session.add(talk)
            session.flush()
            for hours, channel in enumerate(channels):
                seen = joined + hours * HOUR
                session.add(
                    Contact(
                        channel=channel,
                        chat=f"chat-{person.id}",
                        person_id=person.id,
                        conversation_id=talk.id,
                        reachable=True,
                        last_seen_at=seen,
                    )
                )
            session.flush()
            return person.id

        return await self.db.write(add)

    async def reports(self, person_id: int, at: datetime, status: str = "confirmed", people: int = 1) -> None:
        """They report a training of that day."""

        def add(session: Session) -> None:
            person = session.get_one(Person, person_id)
            number = next(_numbers)
            session.add(
                Fact(
                    tenant_id=person.tenant_id,
                    type="training_attendance",
                    type_version=1,
                    receipt=f"TH-{number}",
                    draft_key=f"key{number}",
                    occurred_from=at.date(),
                    occurred_to=at.date(),
                    unit_id=person.unit_id,
                    reporter_id=person_id,
                    fields={"day": at.date().isoformat(), "people": people},
                    status=status,
                    recorded_at=at,
                    decided_at=at if status == "confirmed" else None,
                )
            )

        await self.db.write(add)

    async def has_form(self, person_id: int, form: str | None, touched: datetime | None = None) -> None:
        """The form they left open, or None."""
        statement = (
            update(Conversation)
            .where(Conversation.person_id == person_id)
            .values(open_form=form, form_touched_at=touched)
        )
        await self._change(statement)

    async def becomes(self, person_id: int, **columns: str) -> None:
        """Change a person: blocked, another role."""
        statement = update(Person).where(Person.id == person_id).values(**columns)
        await self._change(statement)

    async def sets_zone(self, tenant: str, zone: str) -> None:
        await self._change(update(Tenant).where(Tenant.code == tenant).values(timezone=zone))

    async def objects(self, name: str, *, again: bool = True) -> None:
        """They want no reminders of their work from now on; or let them come again."""

        def say(session: Session) -> None:
            person = session.scalars(select(Person).where(Person.name == name)).one()
            reminders = purpose_of(Role(person.role), WORK_REMINDERS)
            assert reminders is not None
            if again:
                assert consents.take_back(session, person, reminders, MONDAY)
            else:
                assert consents.give(session, person.id, reminders, "1", MONDAY)

        await self.db.write(say)

    async def renames(self, tenant: str, name: str) -> None:
        await self._change(update(Tenant).where(Tenant.code == tenant).values(name=name))

    async def dissolves(self, unit: str, day: date) -> None:
        await self._change(update(Unit).where(Unit.code == unit).values(valid_to=day))

    async def adds_units(self, many: int, name: str) -> None:
        """Units of Đông Cứu that nobody belongs to."""

        def add(session: Session) -> None:
            tenant = session.scalars(select(Tenant.id).where(Tenant.code == "dong_cuu")).one()
            for number in range(many):
                session.add(
                    Unit(
                        tenant_id=tenant, code=f"unit_{number}", name=f"{name} {number}", reports_weekly=True
                    )
                )

        await self.db.write(add)

    async def _change(self, statement: Update) -> None:
        def change(session: Session) -> None:
            session.execute(statement)

        await self.db.write(change)

    async def unreachable(self, person_id: int, channel: str = "web") -> None:
        statement = (
            update(Contact)
            .where(Contact.person_id == person_id, Contact.channel == channel)
            .values(reachable=False)
        )
        await self._change(statement)

    async def outbox(self, job: str = "weekly_") -> list[Outbox]:
        """The messages of a job (or of all), oldest first."""
        query = select(Outbox).where(Outbox.dedupe_key.startswith(job)).order_by(Outbox.id)
        return await self.db.read(lambda session: list(session.scalars(query)))

    async def addressed(self, job: str = "weekly_") -> list[int]:
        """Who got a message of this job, by the order of people."""
        return sorted(row.person_id or 0 for row in await self.outbox(job))

    async def messages(self, job: str = "weekly_") -> list[Outbound]:
        return [Outbound.from_json(row.payload) for row in await self.outbox(job)]

    async def ledger(self) -> list[tuple[str, datetime, str]]:
        """(job, due, outcome) of all runs."""
        query = select(DueRun).order_by(DueRun.due_at, DueRun.tenant_id)
        return await self.db.read(
            lambda session: [(run.job, run.due_at, run.outcome) for run in session.scalars(query)]
        )

    async def recheck(self, row: Outbox, now: datetime) -> Decision:
        """What is decided about a message when its turn comes."""
        known = rechecks(self.content)
        name = (row.recheck or {})["name"]
        return await self.db.read(lambda session: known[name](session, row, now))
