"""Owners who agreed hear of their instruments 30 and 7 days ahead, and the day before a verification day."""

from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from core.catalogue.plans import JobTime
from core.delivery import Drop, Later, Send
from core.periods import local_date
from scheduler.jobs import verification_due
from scheduler.occasion import Content
from storage.models import Consent, Fact, Instrument, MarketDay, Person, Place
from storage.repositories import organisations
from tests import shipped
from tests.scheduler.world import DAY, HOUR, LONG_AGO, MONDAY, World, catalogue

AFTERNOON = MONDAY + 8 * HOUR  # 16:30 in Vietnam
TODAY = date(2026, 5, 11)


@pytest.fixture
async def market(world: World) -> World:
    """With a market place, and the job on its way."""
    jobs = {verification_due.NAME: JobTime(at="16:30", late_hours=23)}
    world.content = Content(catalogue(jobs=jobs), shipped.texts())
    officer = await world.person("An")
    await world.reports(officer, MONDAY)

    def add(session: Session) -> None:
        tenant = session.get_one(Person, officer).tenant_id
        session.add(Place(tenant_id=tenant, code="cho_ngu", kind="cho", name="Ngu"))

    await world.db.write(add)
    return world


async def owner(
    world: World, name: str, *due_on: date | None, agrees: bool = True, shop: bool = False
) -> int:
    """A household with scales at the market that are valid until these days."""
    number = await world.person(name, role="household", unit=None)

    def add(session: Session) -> None:
        person, place = session.get_one(Person, number), session.scalars(select(Place)).one()
        fact = session.scalars(select(Fact).limit(1)).one()
        if agrees:
            session.add(Consent(person_id=number, purpose="reminders", version="1", given_at=LONG_AGO))
        if shop:
            org = organisations.added(session, person.tenant_id, name, (number, LONG_AGO))
            assert org is not None
            org.place_id = place.id
            organisations.speaks_for(session, number, org, LONG_AGO)
        for index, day in enumerate(due_on):
            scale = {"key": f"{name}{index}", "kind": "can_dong_ho", "owner": name, "stall": str(index)}
            session.add(
                Instrument(
                    **scale,
                    tenant_id=person.tenant_id,
                    place_id=place.id,
                    owner_id=number,
                    serial="",
                    serial_key="",
                    status="in_use",
                    since=TODAY,
                    valid_until=day,
                    due_on=day,
                    fact_id=fact.id,
                )
            )

    await world.db.write(add)
    return number


async def announced(world: World, day: date, at: datetime = LONG_AGO) -> int:
    def add(session: Session) -> int:
        person = session.scalars(select(Person).where(Person.name == "An")).one()
        place = session.scalars(select(Place)).one()
        row = MarketDay(tenant_id=person.tenant_id, place_id=place.id, day=day, announced_at=at)
        row.announced_by = person.id
        session.add(row)
        session.flush()
        return row.id

    return await world.db.write(add)


async def told(world: World, days: int) -> dict[int, list[int]]:
    """Who got messages on which days (from today, 0), by the job run twice each day."""
    found: dict[int, list[int]] = {}
    for number in range(days):
        before = len(await world.outbox(verification_due.NAME))
        for moment in (AFTERNOON + number * DAY, AFTERNOON + number * DAY + HOUR):
            await world.scheduler().tick(moment)
        new = (await world.outbox(verification_due.NAME))[before:]
        if new:
            found[number] = sorted(row.person_id or 0 for row in new)
    return found


async def test_an_owner_hears_once_thirty_and_seven_days_before(market: World) -> None:
    late = TODAY + timedelta(days=32)
    tu = await owner(market, "Tu", late, late, TODAY + timedelta(days=9), TODAY, None)
    await owner(market, "Sau", late, agrees=False)
    await announced(market, date(2026, 6, 20))
    assert await told(market, 30) == {2: [tu, tu], 25: [tu]}
    month, week, _ = await market.messages(verification_due.NAME)
    assert [text.count("can_dong_ho") for text in (month.text, week.text)] == [2, 1]
    assert ["12/6/2026" in month.text, "20/5/2026" in week.text, "20/6/2026" in week.text] == [True] * 3
    assert [button.token for row in month.rows for button in row] == ["go:instruments", "go:menu"]


async def test_the_day_before_a_verification_day_all_there_hear_of_it(market: World) -> None:
    scale = await owner(market, "Tu", date(2028, 1, 1))
    shop = await owner(market, "Bay", shop=True)
    both = await owner(market, "Ba", None, date(2028, 1, 1), shop=True)
    await owner(market, "Sau", None, agrees=False, shop=True)
    await owner(market, "Nam")
    await announced(market, TODAY + timedelta(days=2))
    # announced on the very day before: who is there heard of it then
    await announced(market, TODAY + timedelta(days=4), AFTERNOON + 3 * DAY - HOUR)
    assert await told(market, 6) == {1: [scale, shop, both]}


async def test_what_has_changed_meanwhile_is_not_sent(market: World) -> None:
    tu = await owner(market, "Tu", date(2028, 1, 1))
    day = await announced(market, TODAY + timedelta(days=1))
    await told(market, 1)
    (row,) = await market.outbox(verification_due.NAME)
    assert await market.recheck(row, AFTERNOON) == Send()
    assert isinstance(await market.recheck(row, AFTERNOON + 6 * HOUR), Later)
    assert local_date(row.useless_after or MONDAY, "UTC") == TODAY + timedelta(days=1)

    async def change(table: type[MarketDay] | type[Consent], **values: datetime | None) -> None:
        await market.db.write(lambda session: session.execute(update(table).values(**values)))

    await change(MarketDay, called_off_at=AFTERNOON)
    assert isinstance(await market.recheck(row, AFTERNOON), Drop)
    await change(MarketDay, called_off_at=None)
    await change(Consent, withdrawn_at=AFTERNOON)
    assert isinstance(await market.recheck(row, AFTERNOON), Drop)
    assert (row.person_id, (row.recheck or {})["day"]) == (tu, day)


async def test_what_was_missed_is_told_later_once_as_of_the_day_it_is_read_on(market: World) -> None:
    month = TODAY + timedelta(days=30)
    tu = await owner(market, "Tu", month)
    await announced(market, TODAY + DAY)
    night = AFTERNOON + 5 * HOUR
    await market.scheduler().tick(night)
    rows = await market.outbox(verification_due.NAME)
    assert [(row.person_id, row.not_before) for row in rows] == [(tu, MONDAY + 22.5 * HOUR)] * 2
    runs_out, today = (message.text for message in await market.messages(verification_due.NAME))
    assert ["Còn 29 ngày" in runs_out, "Hôm nay 12/5/2026" in today] == [True, True]
    for later in (AFTERNOON + DAY, AFTERNOON + 2 * DAY):
        await market.scheduler().tick(later)
    assert len(await market.outbox(verification_due.NAME)) == 2


async def test_days_on_which_the_bot_stood_still_are_made_up_for_while_it_is_of_use(market: World) -> None:
    await market.scheduler().tick(AFTERNOON)
    for name, days in (("Tu", 8), ("Ba", 9), ("Nam", 32)):
        await owner(market, name, TODAY + timedelta(days=days))
    await announced(market, TODAY + 2 * DAY)
    await announced(market, TODAY + 3 * DAY)
    # back on the third morning: the day of today can still be gone to, that of yesterday is over
    await market.scheduler().tick(MONDAY + 3 * DAY)
    texts = [message.text for message in await market.messages(verification_due.NAME)]
    ran_out = [text.split(",")[0] for text in texts if "hết hạn" in text]
    assert sorted(ran_out) == ["⏳ Còn 29 ngày", "⏳ Còn 5 ngày", "⏳ Còn 6 ngày"]
    assert sum("Hôm nay 14/5/2026" in text for text in texts) == 3
    assert not [text for text in texts if "13/5/2026" in text or "Ngày mai" in text]


async def test_a_verification_day_is_told_as_today_where_that_is_when_it_goes_out(market: World) -> None:
    await owner(market, "Tu", date(2028, 1, 1))
    await announced(market, TODAY + DAY)
    await told(market, 1)
    (row,) = await market.outbox(verification_due.NAME)
    again = await market.recheck(row, MONDAY + DAY)
    assert isinstance(again, Send)
    assert again.message is not None
    assert "Hôm nay 12/5/2026" in again.message.text
    # after noon of the day nobody is sent there any more
    assert row.useless_after == MONDAY + DAY + 3.5 * HOUR
