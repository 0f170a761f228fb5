"""An incident is seen by who leads its tenant, closed by two where there are two, and put into minutes."""

from datetime import timedelta
from functools import partial
from io import BytesIO

import pytest
from docx import Document
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from core.incidents import Step
from reports.incident_minutes import NAME
from reports.made import makers
from storage.models import Incident, IncidentStep, Outbox, Person, Request
from tests.handlers.requests_office import button
from tests.handlers.village import Village

ADMIN, MANAGER = "chi", "dung"


async def opened(village: Village, who: str = ADMIN) -> Incident:
    """An incident by the form, found an hour ago."""
    await village.say(who, "/suco")
    await village.press(who, "sc:new")
    key = village.last[f"demo-{who}"].rows[0][0].token.split(":")[2]
    for value in ("leaked", "hour", "phone", "name", "name", "next", "unknown", "file"):
        await village.press(who, f"sc:pick:{key}:{value}")
    await village.say(who, "gửi tệp danh sách cho người lạ")
    await village.press(who, f"sc:open:{key}")
    await village.press(who, f"sc:open:{key}")
    (row,) = await village.db.read(lambda s: s.scalars(select(Incident)).all())
    return row


async def every(village: Village) -> list[Incident]:
    return await village.db.read(lambda s: list(s.scalars(select(Incident))))


async def test_an_incident_is_opened_once_from_presses_and_one_sentence(village: Village) -> None:
    row = await opened(village)
    assert (row.kind, row.data, row.people, row.place) == ("leaked", ["phone"], None, "file")
    assert row.opened_at - row.found_at > timedelta(hours=1)
    assert "incident" in {each.recheck["name"] for each in await _waiting(village) if each.recheck}


async def test_a_number_in_the_words_is_hidden_by_a_press_and_an_answer_can_be_given_again(
    village: Village,
) -> None:
    await village.press(ADMIN, "sc:new")
    key = village.last[f"demo-{ADMIN}"].rows[0][0].token.split(":")[2]
    for value in ("leaked", "hour", "back", "back", "lost", "phone", "next"):
        await village.press(ADMIN, f"sc:pick:{key}:{value}")
    await village.say(ADMIN, "1.200")
    await village.press(ADMIN, f"sc:pick:{key}:file")
    asked = await village.say(ADMIN, "người lạ 0912 345 678 gọi vay tiền")
    assert "có số điện thoại" in asked
    assert "1.200 người" in asked
    assert "091•••••78" in await village.press(ADMIN, f"sc:pick:{key}:hide")
    await village.press(ADMIN, f"sc:open:{key}")
    (row,) = await every(village)
    assert (row.kind, row.people, row.text) == ("lost", 1200, "người lạ 091•••••78 gọi vay tiền")


async def test_what_somebody_told_is_opened_once_by_whoever_is_first(village: Village) -> None:
    await village.press("binh", "st:ask")
    await village.say("binh", "danh sách số điện thoại bị lộ")
    number = await village.db.read(lambda s: s.scalars(select(Request.id)).one())
    for who in (ADMIN, MANAGER):
        await village.press(who, f"sc:from:{number}")
        key = button(village, who, "sc:pick").split(":")[2]
        for value in ("leaked", "phone", "next", "unknown", "file"):
            await village.press(who, f"sc:pick:{key}:{value}")
        shown = await village.press(who, f"sc:open:{key}")
    assert "đã có người mở sự cố" in shown
    assert len(await every(village)) == 1


async def test_who_does_not_lead_that_tenant_sees_and_does_nothing(village: Village) -> None:
    row = await opened(village)
    for stranger in ("an", "binh", "em"):
        for press in ("go:incidents", "sc:new", f"sc:card:{row.id}", f"sc:done:{row.id}:contain"):
            assert row.receipt not in await village.press(stranger, press)
    # giang leads another tenant, and may open incidents there
    for press in ("card", "step", "done", "skip", "close", "shut", "on", "minutes"):
        assert row.receipt not in await village.press("giang", f"sc:{press}:{row.id}:contain")
    assert not await village.db.read(lambda s: s.scalars(select(IncidentStep)).all())


async def test_one_who_proposed_to_close_cannot_confirm_it(village: Village) -> None:
    row = await opened(village)
    for step in Step:
        await village.press(ADMIN, f"sc:close:{row.id}")
        await village.press(ADMIN, f"sc:done:{row.id}:{step}")
    await village.press(ADMIN, f"sc:shut:{row.id}")
    await village.press(ADMIN, f"sc:shut:{row.id}")
    assert (await every(village))[0].closed_at is None
    await village.press(MANAGER, f"sc:card:{row.id}")
    looked_at = button(village, MANAGER, "sc:shut")
    await village.press(ADMIN, f"sc:undo:{row.id}:block")
    await village.press(ADMIN, f"sc:skip:{row.id}:block")
    await village.say(ADMIN, "không có tài khoản nào lộ")
    await village.press(ADMIN, f"sc:close:{row.id}")
    assert "ghi lại khác" in await village.press(MANAGER, looked_at)
    assert (await every(village))[0].closed_at is None
    await village.press(MANAGER, f"sc:undo:{row.id}:people")
    await village.press(MANAGER, f"sc:shut:{row.id}")
    assert (await every(village))[0].closing_at is None
    await village.press(MANAGER, f"sc:done:{row.id}:people")
    await village.press(MANAGER, f"sc:close:{row.id}")
    await village.press(ADMIN, f"sc:card:{row.id}")
    await village.press(ADMIN, button(village, ADMIN, "sc:shut"))
    admin = await village.person_id(ADMIN)
    assert (await every(village))[0].closed_by == admin
    assert "✅" in await village.press(ADMIN, f"sc:undo:{row.id}:people")


async def test_one_who_is_alone_closes_it_after_being_asked(village: Village) -> None:
    row = await opened(village)
    manager = await village.person_id(MANAGER)
    gone = update(Person).where(Person.id == manager).values(status="suspended")
    await village.db.write(lambda s: s.execute(gone))
    for step in Step:
        await village.press(ADMIN, f"sc:done:{row.id}:{step}")
    await village.press(ADMIN, f"sc:close:{row.id}")
    assert (await every(village))[0].closed_at is None
    await village.press(ADMIN, f"sc:shut:{row.id}")
    assert (await every(village))[0].closed_at is not None


@pytest.mark.parametrize(
    "odd", ["sc", "sc:card", "sc:step:1:x", "sc:pick:x:y", "sc:from:99", "st:send", "st:x"]
)
async def test_an_odd_button_is_answered(village: Village, odd: str) -> None:
    assert await village.press(ADMIN, odd)


async def test_what_anybody_tells_is_a_request_once_and_opens_nothing(village: Village) -> None:
    await village.say("binh", "nhà tôi bị lộ số điện thoại rồi")
    (send,) = [each.token for row in village.last["demo-binh"].rows for each in row if each.main]
    await village.press("binh", send)
    await village.press("binh", send)
    asked = await village.db.read(lambda s: s.scalars(select(Request)).all())
    assert [(one.kind, one.flags) for one in asked] == [("data", ["incident"])]
    assert asked[0].receipt not in await village.press("em", send)
    assert not await every(village)


async def test_the_minutes_tell_what_was_done_and_what_was_not(village: Village) -> None:
    row = await opened(village)
    await village.press(ADMIN, f"sc:skip:{row.id}:block")
    await village.say(ADMIN, "không lộ mật khẩu nào")
    made = makers(village.knowledge.catalogue, village.knowledge.texts)[NAME]
    write = await village.db.read(partial(made, of=(str(row.id),)))
    document = Document(BytesIO(write().content))
    told = "\n".join(each.text for each in document.paragraphs)
    cells = [cell.text for table in document.tables for line in table.rows for cell in line.cells]
    assert row.receipt in told
    assert "72 giờ" in told
    assert "Không cần. không lộ mật khẩu nào" in cells
    assert cells.count("Chưa thực hiện") == len(Step) - 1


async def _waiting(village: Village) -> list[Outbox]:
    def read(session: Session) -> list[Outbox]:
        return list(session.scalars(select(Outbox).where(Outbox.recheck.is_not(None))))

    return await village.db.read(read)
