"""Whoever leaves hands over all that waited for them: nothing is left with nobody."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from storage.models import Audit, Broadcast, ChatGroup, Inspection, Person, Place, Request
from storage.repositories.duties import Held, held
from tests.handlers.broadcasting import go
from tests.handlers.requests_office import answer, ask, told
from tests.handlers.village import Village, send_inspection


async def test_all_that_waited_for_one_moves_and_nothing_is_left_with_nobody(village: Village) -> None:
    an, hoa, chi = [await village.person_id(who) for who in ("an", "hoa", "chi")]
    first = (await ask(village)).id
    await answer(village, first, "an")
    second = (await ask(village, "hoa")).id
    await village.press("an", f"rq:take:{second}")
    await village.press("an", "tb:new")
    await village.say("an", "Họp lúc 8h")
    fact = await send_inspection(village, "an")
    await village.press("dung", f"sb:{fact.id}:4")
    await village.say("dung", "xem lại số cân")
    await village.db.write(lambda session: _opened(session, an, village))
    await village.press("an", "new:training_attendance")
    shown = await village.press("chi", f"pe:hand:{an}:{hoa}")
    for line in ("1 yêu cầu đang chờ", "1 câu đã trả lời", "1 đợt kiểm tra"):
        assert line in shown
    assert "1 thông báo" in shown
    assert "1 nhóm chat" in shown
    done = await village.press("chi", f"pe:over:{an}:{hoa}")
    assert "Đã bàn giao việc" in done
    left = await village.db.read(lambda session: held(session, an))
    assert left == Held([], [], [], [], [], [], [fact.receipt])
    taken = await village.db.read(lambda session: held(session, hoa))
    assert [len(each) for each in (taken.requests, taken.answered, taken.raised)] == [1, 1, 0]
    assert [len(each) for each in (taken.inspections, taken.broadcasts, taken.groups)] == [1, 1, 0]
    # an officer may link no group, so who hands over is told of it
    linked = await village.db.read(lambda session: session.scalars(select(ChatGroup.linked_by)).all())
    assert linked == [chi]
    assert "Nhóm & <họp>" in await told(village, "hoa")
    assert "bản nháp chưa gửi" in await told(village, "an")
    # reports that were sent back are for those who may correct them
    assert f"1 báo cáo bị trả lại chưa sửa: {fact.receipt}" in await told(village, "dung")
    assert "không còn việc nào" in await village.press("chi", f"pe:over:{an}:{hoa}")
    lines = await village.db.read(lambda session: session.scalars(select(Audit)).all())
    moved = {line.entity for line in lines if line.action in ("hand-over-request", "hand-over-duty")}
    assert moved == {"request", "inspection", "broadcast", "chat_group"}
    assert "Thông báo" in await village.press("hoa", f"tb:card:{taken.broadcasts[0].id}")


async def test_who_may_hears_of_a_message_on_its_way_and_of_what_was_passed_up(village: Village) -> None:
    dung, chi = await village.person_id("dung"), await village.person_id("chi")
    await village.press("chi", f"rq:up:{(await ask(village)).id}")
    await village.press("chi", "tb:new")
    await village.say("chi", "Mai họp")
    number = (await village.db.read(lambda session: session.scalars(select(Broadcast)).one())).id
    await village.press("chi", f"ba:all:{number}:officers")
    await go(village, "chi", number, 2)
    await village.press("chi", f"pe:do:{dung}:role:admin:manager")
    await village.press("dung", f"pe:over:{chi}:{dung}")
    raised = select(Request.asker_id).where(Request.raised_from_id.is_not(None))
    assert await village.db.read(lambda session: session.scalars(raised).all()) == [dung]
    one = await village.db.read(lambda session: session.get_one(Broadcast, number))
    assert (one.written_by, one.released_by) == (dung, dung)


def _opened(session: Session, person_id: int, village: Village) -> None:
    """An inspection that is open, and a group that was linked."""
    person = session.get_one(Person, person_id)
    place = session.scalars(select(Place).where(Place.tenant_id == person.tenant_id)).first()
    assert place is not None
    common = {"tenant_id": person.tenant_id}
    session.add(
        Inspection(
            **common,
            place_id=place.id,
            day=date(2026, 5, 14),
            status="open",
            opened_by=person_id,
            opened_at=village.now,
        )
    )
    group = ChatGroup(**common, channel="test", chat="-1", title="Nhóm & <họp>", seen_at=village.now)
    group.linked_by, group.linked_at = person_id, village.now
    session.add(group)
