"""A province writes to the people of its communes; no commune to those of another, or of the province."""

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from core.broadcasts.audience import READY_BELOW, Audience, Group
from core.messages import Address
from core.periods import local_date
from storage.db import Database
from storage.models import Outbox, Person, Tenant, Unit
from storage.queries.audience import Here, by_commune, reach
from storage.queries.broadcasts import received
from storage.repositories import conversations
from tests import shipped
from tests.handlers.broadcasting import go, got, newest, run
from tests.handlers.village import Village, send_inspection

ALL = READY_BELOW["all-levels"]


@pytest.fixture
async def village(db: Database) -> Village:
    village = await Village(db, shipped.knowledge()).build()
    await db.write(lambda session: province(session, village))
    return village


def province(session: Session, village: Village) -> None:
    """An admin and an officer of the province above the sample commune."""
    above = session.scalars(select(Tenant).where(Tenant.code == "bac_ninh")).one()
    desk = session.scalars(select(Unit).where(Unit.tenant_id == above.id)).first()
    for name, role in (("tỉnh", "admin"), ("sở", "officer")):
        person = Person(tenant_id=above.id, name=name, role=role, status="active", joined_at=village.now)
        person.unit_id = desk.id if desk and role == "officer" else None
        session.add(person)
        session.flush()
        address = Address("test", f"demo-{name}")
        conversations.assign(session, conversations.speaker(session, address, village.now), person.id)


async def told(village: Village, chat: str) -> list[str]:
    query = select(Outbox).where(Outbox.chat == chat).order_by(Outbox.id)
    return await village.db.read(lambda session: [row.payload["text"] for row in session.scalars(query)])


async def test_a_province_writes_to_its_communes_and_their_admins_hear_of_it_once(village: Village) -> None:
    await village.press("tỉnh", "tb:new")
    assert "Cán bộ các xã" not in await village.say("tỉnh", "Thứ Sáu nộp số liệu")
    one = await newest(village)
    card = await village.press("tỉnh", f"ba:all:{one.id}:all-levels")
    assert "Người nhận: **7**" in card
    assert "Trong đó 5 người ở 1 xã, phường" in card
    assert "xã Đông Cứu" in await village.press("tỉnh", f"tb:look:{one.id}")
    await go(village, "tỉnh", one.id, 7)
    await run(village)
    found = await got(village, one.id)
    assert set(found.values()) == {1}
    assert len(found) == 7
    assert {"em", "giang"}.isdisjoint(found)
    news = [text for text in await told(village, "demo-chi") if "để anh/chị biết" in text]
    assert len(news) == 1
    assert "tỉnh Bắc Ninh đang gửi một thông báo tới 5 người của xã Đông Cứu" in news[0]
    assert not [text for text in await told(village, "demo-an") if "để anh/chị biết" in text]
    assert "Cảm ơn" in await village.press("an", f"bn:ok:{one.id}")
    assert "Đã nhận: 1/7" in await village.press("tỉnh", f"tb:card:{one.id}")
    rows = await village.db.read(lambda session: list(received(session, one.id)))
    assert {each.unit.rpartition(", ")[2] for each in rows if each.name in ("Trần An", "tỉnh")} == {
        "xã Đông Cứu",
        "",
    }
    # who follows up reaches the same people, and no more
    await village.press("tỉnh", f"tb:fix:{one.id}")
    assert "Người nhận: **7**" in await village.say("tỉnh", "Thứ Năm")
    assert "5 người ở 1 xã" in await village.press("tỉnh", f"tb:look:{(await newest(village)).id}")


async def test_communes_are_picked_one_by_one_and_those_that_reported_fall_out(village: Village) -> None:
    text = await village.say("tỉnh", "gửi cán bộ các xã: nộp báo cáo")
    assert "cán bộ · ở mọi xã, phường" in text
    one = await newest(village)
    await village.press("tỉnh", f"ba:clear:{one.id}")
    await village.press("tỉnh", f"ba:all:{one.id}:quiet-below")
    assert "xã chưa có báo cáo nào tuần này" in await village.press("tỉnh", f"tb:card:{one.id}")
    assert "Người nhận: **4**" in await village.press("tỉnh", f"tb:card:{one.id}")
    await send_inspection(village, "an")
    assert "Chưa có ai" in await village.press("tỉnh", f"tb:card:{one.id}")
    await village.press("tỉnh", f"ba:clear:{one.id}")
    await village.press("tỉnh", f"ba:add:{one.id}:i")
    await village.press("tỉnh", f"ba:t:{one.id}:i:commune:all")
    await village.press("tỉnh", f"ba:t:{one.id}:i:commune:dong_cuu")
    shown = await village.press("tỉnh", f"ba:pick:{one.id}:i")
    assert "Gửi cho: xã Đông Cứu" in shown
    # a unit or a place of the province is nothing to pick a commune's people by
    assert not [each for each in village.last["demo-tỉnh"].buttons() if "Đơn vị" in each.label]


async def test_no_commune_reaches_people_of_another_whatever_it_presses(village: Village) -> None:
    for who in ("chi", "sở"):
        await village.press(who, "tb:new")
        await village.say(who, "Xin chào")
        one = await newest(village)
        for token in (
            "all:{}:all-levels",
            "all:{}:heads-below",
            "t:{}:i:commune:all",
            "t:{}:i:commune:dong_cuu",
        ):
            await village.press(who, f"ba:{token.format(one.id)}")
        assert not Audience.from_json((await newest(village)).audience).goes_below


async def test_an_audience_that_names_others_is_nobody_of_theirs(village: Village) -> None:
    def reached(session: Session, code: str, *below: str) -> list[int]:
        tenant = session.scalars(select(Tenant).where(Tenant.code == code)).one()
        day = local_date(village.now, tenant.timezone)
        here = Here(tenant.id, tenant.timezone, day, village.now, below)
        role = ("officer", "admin", "manager", "household")
        asked = [Group(commune=(each,), role=role) for each in ("bac_ninh", "dong_cuu", "other", "*")]
        assert set(by_commune(session, ALL, here)) <= set(
            session.scalars(select(Tenant.id).where(Tenant.code.in_(below)))
        )
        return [reach(session, Audience((group,)), here).reached for group in asked]

    db = village.db
    assert await db.read(lambda session: reached(session, "dong_cuu")) == [0, 0, 0, 0]
    assert await db.read(lambda session: reached(session, "bac_ninh", "dong_cuu")) == [0, 5, 0, 5]
    households = Audience(ALL.groups, (Group(role=("household",)),))
    assert await db.read(lambda session: _roles(session, village, households)) == 6


def _roles(session: Session, village: Village, audience: Audience) -> int:
    above = session.scalars(select(Tenant).where(Tenant.code == "bac_ninh")).one()
    here = Here(above.id, above.timezone, local_date(village.now, above.timezone), village.now, ("dong_cuu",))
    return reach(session, audience, here).reached
