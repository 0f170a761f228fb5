"""What is due of the shipped plans, requests, reports and instruments, and the list of it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy.orm import Session

from bot.seed import bring_in
from core.catalogue.fact_types import Role
from core.due.matters import Kind, Matter
from reports.due.countdown import Ahead, countdown, read_ahead
from reports.due.listing import due_list
from reports.due.long_late import long_late
from reports.due.reading import DueNow, read_due
from scheduler.occasion import Content
from storage.db import Database
from storage.models import Fact, Person, Request, SetDay
from storage.queries.weekly import find_tenant
from storage.repositories import plan_settings
from tests.scheduler.world import World
from tests.shipped import catalogue, texts

MORNING = datetime(2026, 11, 12, 1, tzinfo=UTC)  # Thursday 08:00 in Vietnam


@pytest.fixture
async def world(db: Database) -> World:
    await db.write(lambda session: bring_in(session, catalogue()))
    return World(db, Content(catalogue(), texts()))


async def due(world: World, tenant: str = "dong_cuu", now: datetime = MORNING) -> DueNow:
    def read(session: Session) -> DueNow:
        found = find_tenant(session, tenant)
        assert found is not None
        return read_due(session, catalogue(), found, tenant, now)

    return await world.db.read(read)


def of(found: DueNow, kind: Kind) -> list[Matter]:
    return [each for each in found.matters if each.kind is kind and not each.done]


async def sent(
    world: World, person: int, plan: str, receiver: str, day: date, kind: str | None = None
) -> None:
    """The yearly report was sent on that day, or one of another kind."""

    def add(session: Session) -> None:
        row = session.get_one(Person, person)
        fields = {"plans": [plan], "year": day.year, "receivers": [receiver], "date": day.isoformat()}
        fields |= {"kind": kind} if kind else {}
        fact = Fact(tenant_id=row.tenant_id, type="report_sent", type_version=3, receipt=f"BC-{kind}")
        fact.draft_key, fact.occurred_from, fact.occurred_to = f"{plan}{receiver}{kind}", day, day
        fact.unit_id, fact.reporter_id, fact.fields, fact.status = row.unit_id, person, fields, "confirmed"
        fact.recorded_at = fact.confirmed_at = datetime(day.year, day.month, day.day, 2, tzinfo=UTC)
        session.add(fact)

    await world.db.write(add)


async def test_a_yearly_report_is_due_until_it_is_sent_to_all_who_want_it(world: World) -> None:
    an = await world.person("An", unit="phong_vhxh")
    assert {each.key: each.due for each in of(await due(world), Kind.DUTY)} == {
        "duty.DC1-D1.2026": date(2026, 11, 14),
        "duty.DC2-D1.2026": date(2026, 11, 14),
    }
    await sent(world, an, "dc1", "cap_tren", date(2026, 11, 11))
    await sent(world, an, "dc2", "cap_tren", date(2026, 11, 11))
    assert [each.key for each in of(await due(world), Kind.DUTY)] == ["duty.DC2-D1.2026"]
    assert of(await due(world, now=MORNING - timedelta(days=90)), Kind.DUTY) == []


async def test_a_report_sent_late_is_no_more_to_be_sent(world: World) -> None:
    an = await world.person("An", unit="phong_vhxh")
    after = MORNING + timedelta(days=6)
    assert len(of(await due(world, now=after), Kind.DUTY)) == 2
    await sent(world, an, "dc1", "cap_tren", date(2026, 11, 17))
    assert [each.key for each in of(await due(world, now=after), Kind.DUTY)] == ["duty.DC2-D1.2026"]


async def test_a_report_sent_by_a_later_day_that_an_admin_set_is_no_more_to_be_sent(world: World) -> None:
    an = await world.person("An", unit="phong_vhxh")

    def later(session: Session) -> None:
        tenant = session.get_one(Person, an).tenant_id
        plan_settings.decide(session, tenant, "deadline", "DC1-D1", {"due": "11-30"}, (an, MORNING))

    await world.db.write(later)
    keys = ["duty.DC2-D1.2026", "duty.DC1-D1.2026"]
    assert [each.key for each in of(await due(world, now=day("2026-11-20")), Kind.DUTY)] == keys
    await sent(world, an, "dc1", "cap_tren", date(2026, 11, 20))
    for when in ("2026-11-20", "2026-11-27", "2026-12-01"):
        assert [each.key for each in of(await due(world, now=day(when)), Kind.DUTY)] == keys[:1]


async def test_a_report_of_a_quarter_or_on_request_is_no_yearly_one(world: World) -> None:
    person = await world.person("So", unit="so_khcn", tenant="bac_ninh")
    for kind in ("quy", "dot_xuat", "nam"):
        for when in ("2026-11-25", "2026-12-01"):
            found = of(await due(world, "bac_ninh", day(when)), Kind.DUTY)
            assert "duty.BN-D1.2026" in {each.key for each in found}
        await sent(world, person, "bn", "bo_khcn", date(2026, 4, 5), kind)
    for when in ("2026-11-25", "2026-12-01"):
        found = of(await due(world, "bac_ninh", day(when)), Kind.DUTY)
        assert "duty.BN-D1.2026" not in {each.key for each in found}


async def test_steps_are_due_at_the_end_of_their_last_month(world: World) -> None:
    found = await due(world, "bac_giang", datetime(2023, 3, 20, 1, tzinfo=UTC))
    assert {each.key: each.due.day for each in of(found, Kind.STEP) if each.due.month == 3} == {
        "step.BG-I1.1": 31,
        "step.BG-III1.1": 31,
        "step.BG-III2.1": 31,
    }


def day(text: str) -> datetime:
    return datetime.fromisoformat(f"{text}T08:00+07:00")


async def test_goals_are_due_by_the_end_of_their_year_with_what_is_missing_and_stay_so_after_it(
    world: World,
) -> None:
    an = await world.person("An", unit="phong_vhxh")
    assert of(await due(world, now=day("2026-11-12")), Kind.GOAL) == []
    keys = {"goal.DC1-1.261231": (), "goal.DC1-5c.261231": (), "goal.DC2-14.261231": ("trung_tam_dvc",)}
    for when in ("2026-12-28", "2027-01-05"):
        found = of(await due(world, now=day(when)), Kind.GOAL)
        assert {each.key: each.units for each in found} == keys
        assert {each.due for each in found} == {date(2026, 12, 31)}
        text = texts().render(due_list(await due(world, now=day(when)), {an: "An"}), "en")
        assert "**Target DC1-1: People sent to productivity courses**" in text
        assert "0/20 attendances · 20 attendances to go" in text
    assert of(await due(world, now=day("2027-03-05")), Kind.GOAL) == []

    def attend(session: Session) -> None:
        tenant = session.get_one(Person, an).tenant_id
        fields = {"audience": {"can_bo": 15, "chu_co_so_sx": 5}, "organizer_level": "tinh"}
        fact = Fact(tenant_id=tenant, type="training_attendance", type_version=1, receipt="TH-1")
        fact.draft_key, fact.reporter_id, fact.status = "th", an, "confirmed"
        fact.fields = fields | {"subject": "kpi"}
        fact.occurred_from = fact.occurred_to = date(2026, 12, 20)
        fact.recorded_at = fact.confirmed_at = day("2026-12-20")
        session.add(fact)

    await world.db.write(attend)
    kept = {each.key for each in of(await due(world, now=day("2026-12-28")), Kind.GOAL)}
    assert kept == set(keys) - {"goal.DC1-1.261231"}


async def test_a_task_without_steps_is_due_by_its_own_last_day(world: World) -> None:
    found = of(await due(world, "bac_giang", day("2023-09-28")), Kind.TASK)
    assert {each.key: each.due for each in found} == {
        "task.BG-II1": date(2023, 9, 30),
        "task.BG-II2": date(2023, 9, 30),
    }


async def test_a_unit_dissolved_in_mid_year_leaves_its_work_to_the_one_in_its_place(world: World) -> None:
    known = catalogue()
    commune = known.tenants["dong_cuu"]
    changes: dict[str, dict[str, object]] = {
        "tram_y_te": {"until": date(2026, 6, 30), "successor": "phong_vhxh"},
        "mot_cua": {"until": date(2026, 6, 30)},
        "phong_kinh_te": {"since": date(2027, 1, 1)},
    }
    units = tuple(unit.model_copy(update=changes.get(unit.code, {})) for unit in commune.units)
    changed = {**known.tenants, "dong_cuu": commune.model_copy(update={"units": units})}
    an = await world.person("An", unit="tram_y_te")

    def read(session: Session) -> DueNow:
        found = find_tenant(session, "dong_cuu")
        assert found is not None
        for number, wanted in enumerate(([], ["tram_y_te", "mot_cua"])):
            row = SetDay(tenant_id=found.id, due=date(2026, 11, 20 + number), name="figures", units=wanted)
            row.set_by, row.set_at = an, MORNING
            session.add(row)
        session.flush()
        content = replace(known, tenants=changed)
        # a unit that begins after the day owes nothing of it, neither before it begins nor after
        then = read_due(session, content, found, "dong_cuu", day("2027-01-05"))
        assert not any(each.key == "date.1.phong_kinh_te" for each in then.matters)
        return read_due(session, content, found, "dong_cuu", MORNING)

    found = await world.db.write(read)
    dates = of(found, Kind.DATE)
    # of all units those that are no more are not asked; one that was named is answered for by its successor
    assert {each.units for each in dates if each.key.startswith("date.1.")} == {
        (unit.code,) for unit in units if unit.reports_weekly and unit.code not in changes
    }
    assert {each.units for each in dates if each.key.startswith("date.2.")} == {("phong_vhxh",), ("mot_cua",)}
    # who was in it works in the other one now; where there is no other, managers hear
    assert found.setting.staff.officers["phong_vhxh"] == (an,)


async def test_what_waits_for_an_answer_a_decision_or_each_unit_is_due(world: World) -> None:
    household = await world.person("Binh", role=Role.HOUSEHOLD, unit=None)
    an = await world.person("An", unit="phong_vhxh")

    def add(session: Session) -> None:
        tenant = session.get_one(Person, an).tenant_id
        request = Request(tenant_id=tenant, receipt="YC-1", key="k", asker_id=household, kind="question")
        request.subject, request.text, request.state = "", "a question", "new"
        request.opened_at, request.expected_by = MORNING - timedelta(days=2), MORNING
        report = Fact(tenant_id=tenant, type="instrument_listed", type_version=1, receipt="X-1")
        report.draft_key, report.reporter_id, report.fields, report.status = "x", household, {}, "pending"
        report.occurred_from = report.occurred_to = date(2026, 11, 10)
        report.recorded_at = MORNING - timedelta(days=2)
        wanted = SetDay(tenant_id=tenant, due=date(2026, 11, 20), name="figures", units=["mot_cua"])
        wanted.set_by, wanted.set_at = an, MORNING
        session.add_all([request, report, wanted])

    await world.db.write(add)
    found = await due(world)
    assert [(each.due.day, each.units) for each in of(found, Kind.REQUEST)] == [(12, ())]
    assert [each.due.day for each in of(found, Kind.PENDING)] == [12]
    assert [(each.key, each.due.day) for each in of(found, Kind.DATE)] == [("date.1.mot_cua", 20)]


async def test_the_list_prints_the_last_day_exactly_and_who_is_told_when(world: World) -> None:
    an = await world.person("An", unit="phong_vhxh")
    text = texts().render(due_list(await due(world), {an: "An"}), "en").splitlines()
    assert text[1].endswith(
        "**Yearly report to the higher level (DC1, 2026)**: before 15/11 (by the end of 14/11) · 2 days left"
    )
    assert text[2].endswith(": An")
    assert text[3].strip() == "told on: 13/11, 16/11, 16/11 managers, 17/11, 17/11 the level above"
    assert texts().render(due_list(await due(world), {an: "An"}, person=0), "en") == "Nothing is due."


async def ahead_of(world: World, now: datetime) -> Ahead:
    def read(session: Session) -> Ahead:
        found = find_tenant(session, "dong_cuu")
        assert found is not None
        return read_ahead(session, catalogue(), found, "dong_cuu", now)

    return await world.db.read(read)


async def test_a_yearly_report_whose_day_is_over_stays_in_the_calendar_until_it_is_sent(world: World) -> None:
    an, after = await world.person("An", unit="phong_vhxh"), MORNING + timedelta(days=6)
    ahead = await ahead_of(world, after)
    assert [each.key for each in ahead.overdue] == ["DC1-D1.2026", "DC2-D1.2026"]
    assert [each.key for each in ahead.deadlines] == ["DC1-D1.2027", "DC2-D1.2027"]
    assert "(DC1, 2026)**: trước 15/11 (hết ngày 14/11) · quá hạn 4 ngày" in texts().render(
        countdown(ahead), "vi"
    )
    await sent(world, an, "dc1", "cap_tren", date(2026, 11, 17))
    assert [each.key for each in (await ahead_of(world, after)).overdue] == ["DC2-D1.2026"]


async def test_steps_late_for_so_long_that_nobody_is_reminded_are_still_named_to_their_unit(
    world: World,
) -> None:
    mine = await world.person("An", unit="chi_cuc_tdc", tenant="bac_giang")
    other = await world.person("Chi", unit="phong_qltccl", tenant="bac_giang")
    found = await due(world, "bac_giang", datetime(2023, 12, 20, 1, tzinfo=UTC))
    told = {each.key for each in found.matters}
    codes = {f"step.{task.task.code}.{step.step.code}" for task, step in long_late(found)}
    assert "step.BG-I1.1" in codes
    assert not codes & told
    assert {task.task.owner for task, _ in long_late(found, mine)} == {"chi_cuc_tdc"}
    assert long_late(found, other) == ()


async def test_a_unit_is_as_ready_as_it_has_figures_and_reported_week_after_week(world: World) -> None:
    an = await world.person("An", unit="tram_y_te")
    for weeks in (1, 1, 2, 6):
        await world.reports(an, MORNING - timedelta(weeks=weeks))

    ahead = await ahead_of(world, MORNING)
    station = next(each for each in ahead.units if each.unit == "tram_y_te")
    assert (station.weeks_reported, station.weeks, station.score) == (2, 4, 60)
    assert [each.key for each in ahead.deadlines] == ["DC1-D1.2026", "DC2-D1.2026"]
    assert "before 15/11 (by the end of 14/11) · 2 days left" in texts().render(countdown(ahead), "en")
