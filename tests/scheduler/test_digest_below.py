"""People of the level above hear of all their communes in one message, the worst first, of nothing twice."""

from dataclasses import replace
from datetime import date, datetime, time
from functools import partial

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.seed import bring_in
from core.delivery import Drop, Send
from core.due.answers import Replied, Reply
from core.messages import Outbound
from core.periods import moment_of
from scheduler.jobs import READING_BELOW
from scheduler.occasion import Content
from storage.db import Database
from storage.models import DueTold, Outbox, Person, SetDay, Tenant
from storage.repositories import told
from tests.scheduler.world import LONG_AGO, World
from tests.shipped import catalogue, texts

ZONE = "Asia/Ho_Chi_Minh"
DC1 = "duty.DC1-D1.2026"
#: beside the shipped commune
OTHERS = tuple(f"xa{number}" for number in range(1, 8))


def at(day: int, clock: str = "08:00") -> datetime:
    return moment_of(date(2026, 11, day), time.fromisoformat(clock), ZONE)


@pytest.fixture
async def province(db: Database) -> World:
    """Eight communes whose yearly reports were due on 14/11, each with an officer; a manager above them.

    In one of them figures were wanted a day before.
    """
    shipped = catalogue()
    spec = shipped.tenants["dong_cuu"]
    more = {code: spec.model_copy(update={"code": code, "name": code}) for code in OTHERS}
    tenants = {**shipped.tenants, **more}
    tenants["bac_ninh"] = tenants["bac_ninh"].model_copy(update={"plans": ()})
    jobs = {name: time for name, time in shipped.schedule.jobs.items() if name in READING_BELOW}
    schedule = shipped.schedule.model_copy(update={"jobs": jobs})
    known = replace(shipped, tenants=tenants, schedule=schedule)
    await db.write(lambda session: bring_in(session, known))
    world = World(db, Content(known, texts()))
    for code in ("dong_cuu", *OTHERS):
        await world.person(f"An-{code}", unit="phong_vhxh", tenant=code)
    await world.person("Giang", role="manager", unit="so_khcn", tenant="bac_ninh")

    def want(session: Session) -> None:
        tenant = session.scalars(select(Tenant.id).where(Tenant.code == "xa7")).one()
        row = SetDay(tenant_id=tenant, due=date(2026, 11, 13), name="số liệu sơ kết", units=["phong_vhxh"])
        row.set_by, row.set_at = 1, LONG_AGO
        session.add(row)

    await db.write(want)
    return world


async def giangs(world: World) -> list[Outbox]:
    """The digests to the manager above."""

    def read(session: Session) -> list[Outbox]:
        giang = select(Person.id).where(Person.name == "Giang").scalar_subquery()
        mine = select(Outbox).where(Outbox.person_id == giang, Outbox.dedupe_key.startswith("digest"))
        return list(session.scalars(mine.order_by(Outbox.id)))

    return await world.db.read(read)


async def test_one_message_tells_of_all_communes_and_nothing_of_it_comes_again(province: World) -> None:
    for moment in (at(16), at(17), at(17, "14:00"), at(18)):
        await province.scheduler().tick(moment)
    (row,) = await giangs(province)
    message = Outbound.from_json(row.payload)
    assert row.not_before == at(17)
    assert len(message.text) < 1_500
    # what is due for longest is told first; five are named, the others counted
    lines = message.text.splitlines()
    assert "17 việc quá hạn ở 8 xã, phường" in lines[0]
    named = [line for line in lines if line.startswith("**")]
    assert (len(named), named[0]) == (5, "**xa7**: 3 việc, lâu nhất quá hạn 4 ngày")
    assert "… và 6 việc ở 3 xã, phường khác" in lines
    labels = [button.label for button in message.buttons()]
    assert labels[0] == "xa7 (3)"
    assert len(labels) == 7
    told_of = await province.db.read(
        lambda s: s.scalars(select(DueTold.matter).where(DueTold.person_id == row.person_id)).all()
    )
    assert len(told_of) == len(set(told_of)) == 17 + 1


async def test_of_few_communes_more_is_told_and_what_is_their_own_comes_first(province: World) -> None:
    shipped = catalogue()
    many = province.content.catalogue
    tenants = {**shipped.tenants, "xa7": many.tenants["xa7"]}
    known = replace(shipped, tenants=tenants, schedule=many.schedule)
    few = World(province.db, Content(known, texts()))
    await few.scheduler().tick(at(17))
    (row,) = await giangs(few)
    text = Outbound.from_json(row.payload).text
    assert text.index("việc cần anh/chị") < text.index("Ở 2 xã, phường có 5 việc quá hạn")
    for line in (
        "• số liệu sơ kết: quá hạn 4 ngày · Phòng Văn hóa - Xã hội",
        "• Báo cáo năm gửi cấp trên (DC1, 2026): quá hạn 3 ngày · Phòng Văn hóa - Xã hội",
    ):
        assert line in text


async def test_a_commune_that_cannot_be_read_stops_no_other_and_is_told_of_later(province: World) -> None:
    await province.sets_zone("xa7", "Nowhere/None")
    await province.scheduler().tick(at(17))
    await province.sets_zone("xa7", ZONE)
    await province.scheduler().tick(at(17, "14:00"))
    told_of = [Outbound.from_json(row.payload).text for row in await giangs(province)]
    assert ["14 việc quá hạn ở 7 xã" in told_of[0], "3 việc quá hạn ở 1 xã" in told_of[1]] == [True, True]


async def test_what_was_done_meanwhile_is_left_out_when_it_goes_out_late(province: World) -> None:
    await province.scheduler().tick(at(17))
    (row,) = await giangs(province)
    assert await province.recheck(row, at(17)) == Send()
    assert await province.recheck(row, at(17, "09:00")) == Send()
    people = await province.db.read(lambda s: {each.name: each.id for each in s.scalars(select(Person))})
    done = [("xa7", "date.1.phong_vhxh"), ("xa7", DC1), ("xa7", "duty.DC2-D1.2026"), ("xa1", DC1)]
    for code, key in done:
        said = Replied(people[f"An-{code}"], key, Reply.DONE, at(17, "08:30"))
        await province.db.write(partial(told.keep_reply, replied=said))
    again = await province.recheck(row, at(17, "09:00"))
    assert isinstance(again, Send)
    assert again.message is not None
    assert "xa7" not in again.message.text
    assert "13 việc quá hạn ở 7 xã, phường" in again.message.text
    # the day after it tells of the day it goes out on
    late = await province.recheck(row, at(18))
    assert isinstance(late, Send)
    assert late.message is not None
    assert "quá hạn 4 ngày" in late.message.text
    for code in ("dong_cuu", *OTHERS):
        for key in (DC1, "duty.DC2-D1.2026"):
            said = Replied(people[f"An-{code}"], key, Reply.DONE, at(18, "08:30"))
            await province.db.write(partial(told.keep_reply, replied=said))
    assert await province.recheck(row, at(18, "09:00")) == Drop("done meanwhile")
