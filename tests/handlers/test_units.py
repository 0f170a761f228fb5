"""Units are merged by a day with their history kept, and what an admin said stays after a restart."""

from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.seed import bring_in
from core.rounds import Every, Round
from scheduler.jobs import carry_over
from scheduler.occasion import Content, Occasion
from storage.models import Outbox, Person, Unit
from storage.queries.settled import settled_catalogue
from storage.queries.silent import silent_units
from storage.queries.weekly import find_tenant
from storage.repositories.due import DueTenant
from tests.handlers.village import START, Village, send_inspection

OLD, NEW = "phong_kinh_te", "phong_vhxh"
DAY = timedelta(days=1)


async def unit(village: Village, code: str) -> Unit:
    query = select(Unit).where(Unit.code == code)
    return await village.db.read(lambda session: session.scalars(query).one())


async def test_a_merger_by_a_day_keeps_history_and_moves_people_when_the_day_has_passed(
    village: Village,
) -> None:
    fact = await send_inspection(village, "an")
    old, new = await unit(village, OLD), await unit(village, NEW)
    last = (START + 10 * DAY).date()
    token = f"un:end:{old.id}:{new.id}:{last.isoformat()}"
    assert "chưa được giao quyền" in await village.press("dung", token)
    assert "không thấy đơn vị" in await village.press("giang", token)
    assert "Đã ghi" in await village.press("chi", token)
    assert await unit_of(village, "Trần An") == old.id
    assert await job(village, 10 * DAY) == {"people": 0, "requests": 0}
    late = 11 * DAY + timedelta(hours=14)
    assert await job(village, late) == {"people": 1, "requests": 0}
    assert await job(village, 11 * DAY) == {"people": 0, "requests": 0}
    assert await unit_of(village, "Trần An") == new.id
    (row,) = await told(village)
    # half an hour before midnight nobody is written to
    assert row.not_before == START + late + timedelta(hours=7, minutes=30)
    assert row.useless_after == row.not_before + 7 * DAY
    assert (await village.facts(id=fact.id))[0].unit_id == old.id
    assert fact.receipt not in await village.press("hoa", f"rep:{fact.id}")
    village.now = START + 11 * DAY
    assert fact.receipt in await village.press("hoa", f"rep:{fact.id}")
    await village.db.write(lambda session: bring_in(session, village.knowledge.catalogue))
    again = await unit(village, OLD)
    assert (again.valid_to, again.successor_id) == (last, new.id)
    assert [await silent(village, days) for days in (-70 * DAY, 8 * DAY, 15 * DAY)] == [True, True, False]

    def known(session: Session) -> list[date | None]:
        found = []
        for moment in (START - DAY, START + DAY):
            catalogue = settled_catalogue(session, village.knowledge.catalogue, "dong_cuu", moment)
            found.append(next(each.until for each in catalogue.tenants["dong_cuu"].units if each.code == OLD))
        return found

    assert await village.db.read(known) == [None, last]


async def test_what_would_lose_a_unit_is_refused(village: Village) -> None:
    old, new = await unit(village, OLD), await unit(village, NEW)
    today = START.date()
    refused = {
        f"un:end:{old.id}:{old.id}:{today}": "không thấy đơn vị",
        f"un:end:{old.id}:999999:{today}": "không thấy đơn vị",
        f"un:end:{old.id}:{new.id}:{today - 2 * DAY}": "Ngày này không được",
        f"un:end:{old.id}:{new.id}:2099-01-01": "Ngày này không được",
        f"un:end:{old.id}:{new.id}:2027-02-29": "Phụ trách",
        f"un:keep:{old.id}": "không thấy đơn vị",
        f"un:yes:{old.id}": "Câu hỏi ấy đã qua",
        "un:yes:0": "Câu hỏi ấy đã qua",
    }
    for token, said in refused.items():
        assert said in await village.press("chi", token), token
    end = (today + 30 * DAY).isoformat()
    assert "Đã ghi" in await village.press("chi", f"un:end:{old.id}:{new.id}:{end}")
    assert "Ngày này không được" in await village.press("chi", f"un:end:{new.id}:{old.id}:{end}")
    earlier = (today + 20 * DAY).isoformat()
    assert "lại kết thúc vào" in await village.press("chi", f"un:end:{new.id}:{old.id}:{earlier}")
    assert "không kết thúc nữa" in await village.press("chi", f"un:keep:{old.id}")
    assert (await unit(village, OLD)).valid_to is None


async def job(village: Village, after: timedelta) -> dict[str, int]:
    """What the job of that morning moves."""

    def run(session: Session) -> dict[str, int]:
        tenant = find_tenant(session, "dong_cuu")
        assert tenant is not None
        due = DueTenant(tenant.id, "dong_cuu", tenant.zone, START)
        content = Content(village.knowledge.catalogue, village.knowledge.texts)
        moment = START + after
        return dict(carry_over.run(session, Occasion("carry_over", due, moment, moment, moment, content)))

    return await village.db.write(run)


async def silent(village: Village, after: timedelta) -> bool:
    """Whether the old unit counts as silent in that week."""

    def read(session: Session) -> bool:
        tenant = find_tenant(session, "dong_cuu")
        assert tenant is not None
        when = Round.at(Every.WEEK, START + after, tenant.zone)
        return OLD in {each.code for each in silent_units(session, tenant.id, when)}

    return await village.db.read(read)


async def unit_of(village: Village, name: str) -> int | None:
    query = select(Person.unit_id).where(Person.name == name)
    return await village.db.read(lambda session: session.scalar(query))


async def told(village: Village) -> list[Outbox]:
    query = select(Outbox).where(Outbox.dedupe_key.like("carry_over:%"))
    return await village.db.read(lambda session: list(session.scalars(query)))
