"""One message a half-day of what is due: to those in charge, then up; never twice, never to who is away."""

from datetime import UTC, date, datetime, time, timedelta
from functools import partial

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.seed import bring_in
from core.delivery import Decision, Drop, Later, Send
from core.due.answers import Replied, Reply
from core.periods import moment_of
from scheduler.occasion import Content
from scheduler.rechecks import recheck_digest
from storage.db import Database
from storage.models import DueTold, Outbox, Person, SetDay
from storage.repositories import told
from tests.scheduler.world import LONG_AGO, World
from tests.shipped import catalogue, texts

ZONE = "Asia/Ho_Chi_Minh"
#: of the report on plan DC1, in buttons and rows
DC1 = "duty.DC1-D1.2026"


def at(day: str, clock: str = "08:00") -> datetime:
    return moment_of(date.fromisoformat(day), time.fromisoformat(clock), ZONE)


@pytest.fixture
async def world(db: Database) -> World:
    """The shipped commune with two officers in charge of the yearly reports, and a manager."""
    await db.write(lambda session: bring_in(session, catalogue()))
    world = World(db, Content(catalogue(), texts()))
    for name in ("An", "Binh"):
        await world.person(name, unit="phong_vhxh", joined=LONG_AGO)
    await world.person("Dung", role="manager", unit="ubnd_xa")
    return world


async def ticks(world: World, *moments: datetime) -> list[str]:
    """Who was written a digest at each moment, as "day: name and how many things"."""
    found: list[str] = []
    names = await world.db.read(lambda s: {each.id: each.name for each in s.scalars(select(Person))})
    for moment in moments:
        before = {row.id for row in await world.outbox("digest")}
        await world.scheduler().tick(moment)
        for row in await world.outbox("digest"):
            if row.id not in before:
                name = names[row.person_id or 0]
                things = len((row.recheck or {})["matters"])
                found.append(f"{moment.astimezone(UTC) + timedelta(hours=7):%d/%m}: {name} {things}")
    return found


async def test_those_in_charge_then_the_manager_then_the_level_above_each_once(world: World) -> None:
    await world.person("Giang", role="manager", unit="so_khcn", tenant="bac_ninh")
    days = [at("2026-11-06") + timedelta(days=number) for number in range(14)]
    # a day off moves to the working day before or after; the province has a report of its own on its mind
    by_day = ["06/11", "11/11", "13/11", "16/11", "17/11"]
    in_charge = [f"{day}: {who} 2" for day in by_day for who in ("An", "Binh")]
    others = ["06/11: Giang 1", "13/11: Giang 1", "16/11: Dung 2", "17/11: Giang 2"]
    assert sorted(await ticks(world, *days)) == sorted([*in_charge, *others])


async def test_the_officer_reads_the_last_day_and_who_will_be_told(world: World) -> None:
    await ticks(world, at("2026-11-13"))
    message = (await world.messages("digest"))[0]
    assert "15/11" in message.text
    assert "14/11" in message.text
    assert "16/11" in message.text
    assert [button.token for button in message.buttons()][:2] == [f"+dv:{DC1}", "+dv:duty.DC2-D1.2026"]
    assert max(map(len, message.text.splitlines())) < 160


async def test_a_restart_a_second_process_and_a_clock_that_jumps_back_repeat_nothing(world: World) -> None:
    assert len(await ticks(world, at("2026-11-13"))) == 2
    again = [at("2026-11-13", "08:01"), at("2026-11-11"), at("2026-11-12"), at("2026-11-13", "14:00")]
    assert await ticks(world, *again) == []


async def test_down_over_the_deadline_the_yearly_report_is_still_told_and_what_is_too_late_is_counted(
    world: World,
) -> None:
    def add(session: Session) -> None:
        tenant = session.scalars(select(Person)).first()
        assert tenant is not None
        row = SetDay(tenant_id=tenant.tenant_id, due=date(2026, 11, 10), name="x", units=["phong_vhxh"])
        row.set_by, row.set_at = tenant.id, at("2026-11-01")
        session.add(row)

    await world.db.write(add)
    assert "20/11: An 3" in await ticks(world, at("2026-11-20", "09:30"))
    rows = await world.db.read(lambda s: s.scalars(select(DueTold).where(DueTold.job == "duty")).all())
    assert {row.outcome for row in rows} == {"told"}


async def test_who_is_on_leave_hears_nothing_until_they_are_back(world: World) -> None:
    an, binh = (await world.addressed("none")) or (1, 2)
    day = date(2026, 11, 11)
    await world.db.write(lambda s: told.take_leave(s, an, day, date(2026, 11, 12), at("2026-11-11", "07:30")))
    assert await ticks(world, at("2026-11-11")) == ["11/11: Binh 2"]
    await world.db.write(
        lambda s: told.take_leave(s, binh, day, date(2026, 11, 13), at("2026-11-11", "09:00"))
    )
    assert await ticks(world, at("2026-11-12"), at("2026-11-13")) == ["13/11: An 2"]


async def test_who_objects_is_reminded_of_nothing_nor_written_what_waits_and_the_manager_still_hears(
    world: World,
) -> None:
    assert await ticks(world, at("2026-11-13")) == ["13/11: An 2", "13/11: Binh 2"]
    written = await world.outbox("digest")
    await world.objects("Binh")
    for row, stays in zip(written, (True, False), strict=True):
        again = await world.recheck(row, at("2026-11-13", "08:30"))
        assert isinstance(again, Drop) is not stays
    assert await ticks(world, at("2026-11-16")) == ["16/11: An 2", "16/11: Dung 2"]


async def test_while_the_manager_is_on_leave_an_admin_hears_and_so_above(world: World) -> None:
    for name, role, unit, tenant in (
        ("Chi", "admin", "ubnd_xa", "dong_cuu"),
        ("Giang", "manager", "so_khcn", "bac_ninh"),
        ("Hoa", "admin", "so_khcn", "bac_ninh"),
    ):
        await world.person(name, role=role, unit=unit, tenant=tenant)
    names = await world.db.read(lambda s: {each.name: each.id for each in s.scalars(select(Person))})
    for name in ("Dung", "Giang"):
        leave = partial(told.take_leave, person_id=names[name], since=date(2026, 11, 16))
        await world.db.write(partial(leave, until=date(2026, 11, 30), now=at("2026-11-15")))
    heard = await ticks(world, at("2026-11-16"), at("2026-11-17"))
    assert {"16/11: Chi 2", "17/11: Hoa 2"} <= set(heard)
    assert not [each for each in heard if each.split()[1] in {"Dung", "Giang"}]


async def test_put_off_to_a_day_it_comes_on_that_day_once(world: World) -> None:
    await ticks(world, at("2026-11-06"))
    put_off = Replied(1, DC1, Reply.LATER, at("2026-11-06", "09:00"), date(2026, 11, 9))
    await world.db.write(lambda s: told.keep_reply(s, put_off))
    moments = [at("2026-11-09"), at("2026-11-09", "14:00"), at("2026-11-10")]
    assert await ticks(world, *moments) == ["09/11: An 1"]


async def test_on_days_off_nobody_is_told(world: World) -> None:
    assert await ticks(world, at("2026-11-14"), at("2026-11-15"), at("2026-11-24")) == []


async def test_the_weekly_reminder_is_the_message_of_its_half_day(world: World) -> None:
    friday = at("2026-11-13", "14:00")
    await ticks(world, friday)
    assert len(await world.outbox("weekly_reminder")) == 2
    assert await world.outbox("digest") == []
    assert len(await ticks(world, at("2026-11-16"))) == 3


async def test_just_before_it_goes_out_what_was_done_is_left_out_and_nothing_is_sent_in_vain(
    world: World,
) -> None:
    await ticks(world, at("2026-11-13"))
    row: Outbox = (await world.outbox("digest"))[0]
    assert await world.recheck(row, at("2026-11-13", "08:00")) == Send()
    assert isinstance(await world.recheck(row, at("2026-11-13", "21:00")), Later)
    for key, one_left in ((DC1, True), ("duty.DC2-D1.2026", False)):
        nothing = Replied(1, key, Reply.DONE, at("2026-11-13", "08:30"))
        await world.db.write(partial(told.keep_reply, replied=nothing))
        decided = await world.recheck(row, at("2026-11-13", "09:00"))
        assert isinstance(decided, Send if one_left else Drop)
        if isinstance(decided, Send):
            assert decided.message is not None
            assert "DC2" in decided.message.text
            assert "DC1" not in decided.message.text


async def test_of_digests_that_waited_for_days_the_newest_tells_all_of_it_as_of_today(world: World) -> None:
    await ticks(world, at("2026-11-06"), at("2026-11-11"), at("2026-11-13"))
    now = at("2026-11-14")

    def decided(session: Session) -> list[Decision]:
        mine = select(Outbox).where(Outbox.person_id == 1, Outbox.dedupe_key.startswith("digest"))
        found: list[Decision] = []
        for row in session.scalars(mine.order_by(Outbox.id)).all():
            found.append(recheck_digest(world.content, session, row, now))
            row.status = "sent"
            session.flush()
        return found

    *older, newest = await world.db.write(decided)
    assert older == [Drop("a newer one tells of it")] * 2
    assert isinstance(newest, Send)
    assert newest.message is not None
    assert "ngày 14/11" in newest.message.text
    assert "còn" not in newest.message.text
