"""Whoever waits, was refused or is suspended has the rights of everybody over what is kept of them."""

from functools import partial

import orjson
import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from reports.made import makers
from reports.own_data import NAME
from storage.models import Outbox, Person, Request
from tests.handlers.test_joining import join
from tests.handlers.village import Village


async def person_of(village: Village, who: str) -> Person:
    number = await village.person_id(who)
    return await village.db.read(lambda session: session.get_one(Person, number))


async def become(village: Village, who: str, status: str) -> None:
    number = await village.person_id(who)
    change = update(Person).where(Person.id == number).values(status=status)
    await village.db.write(lambda session: session.execute(change))


@pytest.mark.parametrize("refused", [False, True])
async def test_a_candidate_sees_copies_and_deletes_what_is_kept(village: Village, refused: bool) -> None:
    await join(village, "moi")
    waiting = await person_of(village, "moi")
    if refused:
        await village.press("chi", f"m-:{waiting.id}")
    shown = await village.say("moi", "/dulieu")
    assert "Vũ Minh" in shown
    assert "Lấy bản sao" in str(village.last["demo-moi"].rows)
    await village.press("moi", "dt:file")
    made = makers(village.knowledge.catalogue, village.knowledge.texts)[NAME]
    whole = await village.db.read(partial(made, of=(str(waiting.id), "json")))
    assert orjson.loads(whole().content)["person"]["name"] == "Vũ Minh"
    assert "không phải chờ ai" in await village.press("moi", "dt:ask:delete")
    assert "Em đã xóa" in await village.press("moi", "dt:erase")
    assert (await village.db.read(lambda s: s.get_one(Person, waiting.id))).name == "–"
    assert "chưa biết anh/chị là ai" in await village.say("moi", "/dulieu")


async def test_who_is_suspended_sees_asks_and_is_answered_and_does_nothing_else(village: Village) -> None:
    await become(village, "an", "suspended")
    assert "Tắt nhắc việc" in str((await village.say("an", "/dulieu"), village.last["demo-an"].rows))
    await village.press("an", "dt:yes:correct")
    await village.press("an", "dt:stop:work-reminders")
    assert "đã tắt" in await village.say("an", "/dulieu")
    (asked,) = await village.db.read(lambda s: s.scalars(select(Request)).all())
    await village.press("chi", f"rq:say:{asked.id}")
    await village.say("chi", "Đã sửa tên cho anh rồi ạ")
    assert "Đã sửa tên" in await village.db.read(partial(_last_to, chat="demo-an"))
    await village.press("an", "dt:erase")
    assert (await person_of(village, "an")).status == "suspended"
    assert "tạm dừng" in await village.say("an", "/baocao")


async def test_a_stranger_is_told_that_nothing_bears_their_name(village: Village) -> None:
    for token in ("go:data", "dt:file", "dt:erase", "dt:yes:delete", "dt:agree:location", "dt:forget:1"):
        assert "chưa biết anh/chị là ai" in await village.press("nobody", token)


def _last_to(session: Session, chat: str) -> str:
    row = session.scalars(select(Outbox).where(Outbox.chat == chat).order_by(Outbox.id.desc())).first()
    return str(row.payload) if row else ""
