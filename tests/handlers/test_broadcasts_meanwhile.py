"""What happens while a message to many is on its way: two admins press at once, people and units change."""

import asyncio
from collections import Counter
from datetime import timedelta

import pytest
from sqlalchemy import Update, func, select, update
from sqlalchemy.orm import Session
from sqlalchemy.util import await_only

from core.broadcasts.audience import Audience, Group
from core.broadcasts.states import BroadcastKind, BroadcastState
from core.dialogue.tokens import token
from core.messages import Address, Inbound, InboundKind
from core.periods import local_date
from storage.db import Database, open_database
from storage.models import Audit, Broadcast, Person, Tenant, Unit
from storage.queries.audience import Here, reach
from tests import shipped
from tests.handlers.broadcasting import add, crowd, go, got, mark, newest, run, tick
from tests.handlers.test_units import NEW, OLD
from tests.handlers.village import Village


@pytest.fixture
async def village(db: Database) -> Village:
    village = await Village(db, shipped.knowledge()).build()
    dung = await village.person_id("dung")
    await db.write(lambda session: session.execute(_role(dung, "admin")))
    return village


def _role(person: int, role: str) -> Update:
    return update(Person).where(Person.id == person).values(role=role)


async def written(village: Village, who: str = "chi", to: str = "officers") -> int:
    await village.press(who, "tb:new")
    await village.say(who, "Họp lúc 8h")
    number = (await newest(village)).id
    await village.press(who, f"ba:all:{number}:{to}")
    return number


async def actions(village: Village) -> Counter[str]:
    """How often the trail tells of what was done about messages to many."""
    query = select(Audit.action, func.count()).where(Audit.entity == "broadcast").group_by(Audit.action)
    return await village.db.read(lambda session: Counter({row[0]: row[1] for row in session.execute(query)}))


async def test_what_two_admins_press_at_once_is_done_once(village: Village) -> None:
    number = await written(village)
    for pressed, action in (
        (f"tb:go:{{}}:2:{await mark(village, 'chi', number)}", "broadcast-released"),
        ("tb:stop:{}", "broadcast-stopped"),
        ("tb:go-on:{}", "broadcast-went-on"),
        ("tb:recall:{}:yes", "broadcast-recalled"),
    ):
        await asyncio.gather(*(village.press(who, pressed.format(number)) for who in ("chi", "dung")))
        assert (await actions(village))[action] == 1, action
        await tick(village)
        if action == "broadcast-went-on":
            await run(village)
    await run(village)
    assert set((await got(village, number)).values()) == {1}
    recalls = select(func.count()).select_from(Broadcast).where(Broadcast.kind == BroadcastKind.RECALL)
    assert await village.db.read(lambda session: session.scalar(recalls)) == 1


@pytest.mark.parametrize(("who", "says"), [("dung", "để tuần sau"), ("an", "Họp lúc 9h")])
async def test_what_is_released_at_the_same_instant_is_neither_refused_nor_changed(
    postgres_url: str, who: str, says: str
) -> None:
    db = await open_database(postgres_url)
    village = await Village(db, shipped.knowledge()).build()
    dung = await village.person_id("dung")
    await db.write(lambda session: session.execute(_role(dung, "admin")))
    number = await written(village, "an")
    await village.press("an", f"tb:propose:{number}")
    await village.press("dung", f"tb:no:{number}")
    await village.press("an", f"tb:words:{number}")
    looked_at = token("tb", "go", number, 2, await mark(village, "chi", number))
    released, finish = asyncio.Event(), asyncio.Event()

    def releases(session: Session) -> None:
        press = Inbound(Address("test", "demo-chi"), InboundKind.PRESS, press=looked_at)
        village.handle(session, [press])
        released.set()
        await_only(finish.wait())

    first = asyncio.create_task(db.write(releases))
    await released.wait()
    second = asyncio.create_task(village.say(who, says))
    await asyncio.sleep(0.3)  # it has read the message as it was, and waits for it
    finish.set()
    await asyncio.gather(first, second)
    one = await newest(village)
    assert (one.state, one.text) == (BroadcastState.SCHEDULED, "Họp lúc 8h")
    await db.close()


async def test_who_is_no_admin_any_more_releases_and_stops_nothing(village: Village) -> None:
    number = await written(village, "dung")
    dung = await village.person_id("dung")
    await village.press("chi", f"pe:do:{dung}:role:manager:admin")
    assert "quyền" in await go(village, "dung", number, 2)
    assert (await newest(village)).state == BroadcastState.DRAFT
    await go(village, "chi", number, 2)
    await tick(village)
    assert "quyền" in await village.press("dung", f"tb:stop:{number}")
    await run(village)
    assert len(await got(village, number)) == 2


async def test_who_leaves_or_moves_meanwhile_gets_it_once_or_not_at_all(village: Village) -> None:
    await village.db.write(lambda session: crowd(session, village))
    await village.db.write(lambda session: [add(session, village, f"Many {number}") for number in range(40)])
    number = await written(village, to="everybody")
    count = (await village.press("chi", f"tb:card:{number}")).split("Người nhận: **")[1].split("**")[0]
    await go(village, "chi", number, int(count))
    assert await tick(village)
    an, hoa = await village.person_id("an"), await village.person_id("hoa")
    elsewhere = await village.db.read(lambda session: session.scalar(select(Unit.id).where(Unit.code == NEW)))
    unit = await village.db.read(lambda session: session.get_one(Person, an).unit_id)
    await village.press("chi", f"pe:do:{an}:unit:{elsewhere}:{unit}")
    await village.press("chi", f"pe:do:{hoa}:status:suspended:active")
    last = await village.db.write(_last_suspended)
    await village.press("binh", "dt:yes:delete")
    await run(village)
    found = await got(village, number)
    assert set(found.values()) == {1}
    assert "Trần An" in found
    assert {"Lê Hoà", last}.isdisjoint(found)
    assert (await newest(village)).state == BroadcastState.DONE


def _last_suspended(session: Session) -> str:
    """Who would have been written to last is suspended before it came to them."""
    person = session.scalars(
        select(Person).where(Person.name.startswith("Many")).order_by(Person.id.desc())
    ).first()
    assert person is not None
    person.status = "suspended"
    return person.name


async def test_a_unit_that_ended_means_the_one_that_carries_it_on(village: Village) -> None:
    def reached(session: Session, code: str) -> int:
        tenant = session.scalars(select(Tenant).where(Tenant.code == "dong_cuu")).one()
        here = Here(tenant.id, tenant.timezone, local_date(village.now, tenant.timezone), village.now)
        return reach(
            session, Audience((Group(unit=(code,)), Group(unit=(code,), role=("officer",)))), here
        ).reached

    def merged(session: Session) -> None:
        old, new = (session.scalars(select(Unit).where(Unit.code == code)).one() for code in (OLD, NEW))
        old.valid_to, old.successor_id = local_date(village.now, "UTC") - timedelta(days=1), new.id
        new.valid_to, new.successor_id = old.valid_to, old.id
        session.execute(update(Person).where(Person.unit_id == old.id).values(unit_id=new.id))

    assert await village.db.read(lambda session: reached(session, OLD)) == 1
    await village.db.write(merged)
    # each once, though two of the groups are theirs, and the two units carry on each other
    assert await village.db.read(lambda session: reached(session, OLD)) == 2
