"""Data that are only kept: nobody is reminded or written to by them, no file names whose they are."""

from collections.abc import Callable
from functools import partial

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from core.broadcasts.audience import Audience, Group
from core.catalogue.fact_types import Role
from storage.models import Broadcast, Outbox, Person, Request, Tenant, Unit
from storage.queries.audience import Here, reach
from storage.queries.people import restricted
from storage.queries.recipients import find_recipient
from tests.handlers.broadcasting import go, got, newest, run
from tests.handlers.requests_office import tokens_shown
from tests.handlers.test_incidents import opened
from tests.handlers.test_what_leaves import HOUSEHOLD, SHOWN, api, export, told
from tests.handlers.village import Village

ADMIN = "chi"


async def asked_for(village: Village, who: str, right: str = "restrict") -> int:
    """The number of the request by which somebody wants their data restricted, or deleted."""
    await village.press(who, f"dt:yes:{right}")
    query = select(Request.id).order_by(Request.id.desc()).limit(1)
    return await village.db.read(lambda s: s.scalars(query).one())


async def since(village: Village, who: str) -> object:
    number = await village.person_id(who)
    return await village.db.read(lambda s: s.get_one(Person, number).restricted_at)


def households(village: Village, session: Session) -> int:
    tenant = session.scalars(select(Tenant.id).where(Tenant.code == "dong_cuu")).one()
    here = Here(tenant, "Asia/Ho_Chi_Minh", village.now.date(), village.now)
    return reach(session, Audience((Group(role=(Role.HOUSEHOLD,)),)), here).reached


async def test_who_asked_is_written_to_no_more_and_lifts_it_by_a_press(village: Village) -> None:
    binh = await village.person_id("binh")
    number = await asked_for(village, "binh")
    before = await village.db.read(partial(households, village))
    for stranger in ("binh", "an", "em", "giang"):
        await village.press(stranger, f"dt:restrict:{number}")
    assert await since(village, "binh") is None
    await village.press(ADMIN, f"dt:limit:{number}")
    await village.press(ADMIN, f"dt:restrict:{number}")
    await village.press(ADMIN, f"dt:restrict:{number}")
    assert await since(village, "binh") is not None
    assert await village.db.read(partial(households, village)) == before - 1
    assert await village.db.read(lambda s: find_recipient(s, binh)) is None
    assert await village.db.read(lambda s: find_recipient(s, binh, by_law=True)) is not None
    assert await village.db.read(lambda s: restricted(s, [binh])) == {binh}
    last = select(Outbox.payload).where(Outbox.chat == "demo-binh").order_by(Outbox.id.desc()).limit(1)
    assert "đang hạn chế" in str(await village.db.read(lambda s: s.scalars(last).one()))
    assert "Đang hạn chế" in await village.say("binh", "/dulieu")
    await village.press("em", f"dt:lift:{binh}")
    assert await since(village, "binh") is not None
    await village.press("binh", "dt:lift")
    assert await since(village, "binh") is None


@pytest.mark.parametrize("out", [export, api])
async def test_no_file_names_them_or_holds_their_words_but_their_report_stays(
    village: Village, out: Callable[[Village, str, Session], str]
) -> None:
    fact = await told(village)
    number = await asked_for(village, "binh")
    await village.press(ADMIN, f"dt:restrict:{number}")
    found = await village.db.read(partial(out, village, "dong_cuu"))
    assert fact.receipt in found
    assert HOUSEHOLD not in found
    assert SHOWN not in found


async def test_one_admin_is_left_whom_the_bot_may_write_to(village: Village) -> None:
    dung = await village.person_id("dung")
    await village.db.write(lambda s: setattr(s.get_one(Person, dung), "role", Role.ADMIN.value))
    for asks, does in (("dung", ADMIN), (ADMIN, "dung")):
        await village.press(does, f"dt:restrict:{await asked_for(village, asks)}")
    assert await since(village, "dung") is not None
    assert await since(village, ADMIN) is None
    chi = await village.person_id(ADMIN)
    assert "quản trị cuối cùng" in await village.press("dung", f"pe:do:{chi}:role:manager:admin")
    await village.press(ADMIN, f"pe:do:{dung}:role:manager:admin")
    assert await village.db.read(lambda s: s.get_one(Person, dung).role) == Role.MANAGER


async def test_who_may_change_a_person_may_lift_it(village: Village) -> None:
    number = await asked_for(village, "an")
    await village.press(ADMIN, f"dt:restrict:{number}")
    an = await village.person_id("an")
    assert "hạn chế từ" in await village.press(ADMIN, f"pe:card:{an}")
    await village.press(ADMIN, f"dt:lift:{an}")
    assert await since(village, "an") is None


@pytest.mark.parametrize(("right", "does"), [("restrict", "limit"), ("delete", "for")])
async def test_the_manager_of_one_unit_decides_nothing_about_the_data_of_another(
    village: Village, right: str, does: str
) -> None:
    an, dung = await village.person_id("an"), await village.person_id("dung")

    def of_another_unit(session: Session) -> None:
        own = session.get_one(Person, an).unit_id
        session.get_one(Person, dung).unit_id = session.scalars(select(Unit.id).where(Unit.id != own)).first()

    await village.db.write(of_another_unit)
    number = await asked_for(village, "an", right)
    await village.press("dung", f"rq:card:{number}")
    assert f"dt:{does}:{number}" not in tokens_shown(village, "dung")
    for forged in ("restrict", "forget"):
        await village.press("dung", f"dt:{forged}:{number}")
    assert await since(village, "an") is None
    assert await village.db.read(lambda s: s.get_one(Person, an).status) == "active"
    await village.press(ADMIN, f"rq:card:{number}")
    assert f"dt:{does}:{number}" in tokens_shown(village, ADMIN)


async def test_of_an_incident_they_are_told_and_what_follows_reaches_them(village: Village) -> None:
    await village.press(ADMIN, f"dt:restrict:{await asked_for(village, 'binh')}")
    row = await opened(village)
    await village.press(ADMIN, f"sc:step:{row.id}:people")
    assert f"tb:new:{row.id}" in tokens_shown(village, ADMIN)
    await village.press(ADMIN, f"tb:new:{row.id}")
    await village.say(ADMIN, "Danh sách số điện thoại của chợ đã lộ, cẩn thận cuộc gọi lạ")
    told = await newest(village)
    for press in ("ba:all:{}:officers", "ba:clear:{}", "ba:all:{}:households"):
        shown = await village.press(ADMIN, press.format(told.id))
    assert "luật cho họ quyền được biết" in shown
    assert "Người nhận: **1**" in shown
    await go(village, ADMIN, told.id, 1)
    await run(village)
    assert list((await got(village, told.id)).values()) == [1]
    await village.press(ADMIN, f"tb:fix:{told.id}")
    await village.say(ADMIN, "Chỉ lộ số điện thoại")
    fixed = await newest(village)
    await go(village, ADMIN, fixed.id, 1)
    await run(village)
    assert list((await got(village, fixed.id)).values()) == [1]


async def test_nobody_is_written_to_for_an_incident_of_others_or_one_they_do_not_keep(
    village: Village,
) -> None:
    row = await opened(village)
    for who in ("an", "giang"):
        await village.press(who, f"tb:new:{row.id}")
        assert "luật cho họ" not in await village.say(who, "Xin chào")
    assert await village.db.read(lambda s: s.scalars(select(Broadcast)).all()) == []
