"""A message to many from the first word to the last answer: who may do what, who gets it, what is told."""

from collections.abc import Sequence
from datetime import timedelta
from functools import partial

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from core.broadcasts.states import BroadcastState, Fate
from core.catalogue.retention import Kept
from core.messages import Address, Attachment, AttachmentKind, Inbound
from reports.made import makers
from scheduler.broadcasts import SLICE
from storage.db import Database
from storage.models import Broadcast, Outbox
from storage.queries.broadcasts import tally
from storage.repositories.broadcasts import in_state, on_the_way
from storage.repositories.purging import purge
from tests import shipped
from tests.handlers.broadcasting import add, content, crowd, go, got, newest, run, send, tick
from tests.handlers.requests_office import button
from tests.handlers.village import Village

MANY = 2 * SLICE + 30


@pytest.fixture
async def village(db: Database) -> Village:
    return await Village(db, shipped.knowledge()).build()


async def test_an_officer_proposes_an_admin_releases_and_people_answer(village: Village) -> None:

    await village.db.write(lambda session: crowd(session, village))
    await village.say("an", "/thongbao")
    await village.press("an", "tb:new")
    await village.say("an", "Họp lúc 8h **thứ Hai** <b>nhé</b> =1+1")
    one = await newest(village)
    narrowed = await village.press("an", f"ba:add:{one.id}:i")
    assert await village.press("an", f"ba:pick:{one.id}:i") == narrowed
    assert narrowed != await village.press("an", f"ba:who:{one.id}")
    assert "Người nhận: **3**" in await village.press("an", f"ba:all:{one.id}:officers")
    refused = await go(village, "an", one.id, 3)
    assert "quyền" in refused or "Anh/chị" in refused
    assert "Đã đề nghị 1 quản trị" in await village.press("an", f"tb:propose:{one.id}")
    await village.press("an", f"tb:propose:{one.id}")
    stored = await village.db.read(lambda session: len(in_state(session, BroadcastState.PROPOSED)))
    assert stored == 1
    for stranger in ("em", "giang", "binh", "hoa"):  # another tenant's two, a household, an officer
        for token in (f"tb:card:{one.id}", f"tb:look:{one.id}", f"tb:go:{one.id}:3", f"bn:ok:{one.id}"):
            assert "8h" not in await village.press(stranger, token)
    await village.press("chi", f"tb:no:{one.id}")
    await village.say("chi", "chưa đúng giờ")
    assert "chưa đúng giờ" in await village.press("an", f"tb:card:{one.id}")
    await village.press("an", f"tb:propose:{one.id}")
    looked = await village.press("chi", f"tb:look:{one.id}")
    assert "∗∗thứ Hai∗∗ <b>nhé</b> =1+1" in looked
    assert "Silent S" not in looked
    assert "Bắt đầu gửi tới 3 người" in await go(village, "chi", one.id, 3)
    await go(village, "chi", one.id, 3)
    await run(village)
    assert await got(village, one.id) == {"Trần An": 1, "Lê Hoà": 1}
    result = await village.db.read(lambda session: tally(session, one.id))
    assert result.fates == {Fate.SENT: 2, Fate.BLOCKED: 1, Fate.NEVER: 1}
    told = await village.db.read(lambda session: [row.payload["text"] for row in _to(session, "head h")])
    assert "Blocked B" in told[0]
    assert "Silent S" in told[0]
    assert "Cảm ơn" in await village.press("an", f"bn:ok:{one.id}")
    await village.press("an", f"bn:ok:{one.id}")
    assert "không ghi gì" in await village.press("chi", f"bn:ok:{one.id}")
    card = await village.press("chi", f"tb:card:{one.id}")
    assert "Đã bấm Đã nhận: 1/2" in card


async def test_what_its_author_changed_since_it_was_looked_at_is_shown_again_before_it_goes_out(
    village: Village,
) -> None:
    await village.press("an", "tb:new")
    await village.say("an", "Họp lúc 8h")
    number = (await newest(village)).id
    await village.press("an", f"ba:all:{number}:officers")
    await village.press("an", f"tb:propose:{number}")
    await village.press("chi", f"tb:look:{number}")
    looked_at = button(village, "chi", "tb:go")
    await village.press("an", f"tb:words:{number}")
    await village.say("an", "Họp lúc 9h, mang tiền mặt")
    again = await village.press("chi", looked_at)
    assert "mang tiền mặt" in again
    assert "Trần An đã sửa tin này sau lần anh/chị xem và chưa đề nghị gửi lại" in again
    assert (await newest(village)).state == BroadcastState.DRAFT
    await village.press("an", f"tb:propose:{number}")
    assert "đã được sửa sau lần anh/chị xem" in await village.press("chi", looked_at)
    assert "Bắt đầu gửi tới 2 người" in await village.press("chi", button(village, "chi", "tb:go"))


async def test_what_went_out_is_reminded_of_corrected_and_taken_back(village: Village) -> None:
    await village.press("chi", "tb:new")
    await village.say("chi", "Họp lúc 8h")
    one = await newest(village)
    await village.press("chi", f"ba:all:{one.id}:officers")
    await go(village, "chi", one.id, 2)
    await run(village)
    await village.press("an", f"bn:ok:{one.id}")
    await village.press("chi", f"tb:again:{one.id}")
    again = await newest(village)
    await go(village, "chi", again.id, 1)
    await run(village)
    assert await got(village, again.id) == {"Lê Hoà": 1}
    await village.press("chi", f"tb:fix:{one.id}")
    await village.say("chi", "Họp lúc 9h")
    fixed = await newest(village)
    await go(village, "chi", fixed.id, 2)
    await run(village)
    assert await got(village, fixed.id) == {"Trần An": 1, "Lê Hoà": 1}
    texts = await village.db.read(lambda session: [row.payload["text"] for row in _to(session, "demo-hoa")])
    assert texts[-1].startswith("📣 **Đính chính** thông báo ngày 14/5/2026")
    hoa = await village.person_id("hoa")
    await village.press("chi", f"pe:do:{hoa}:status:suspended:active")
    await village.press("chi", f"tb:recall:{one.id}")
    await village.press("chi", f"tb:recall:{one.id}:yes")
    await village.press("chi", f"tb:recall:{one.id}:yes")
    await run(village)
    recalled = await village.db.read(lambda session: [row.payload for row in _to(session, "demo-an")])
    assert recalled[-1]["edits"].startswith("m")
    assert "thu hồi" in recalled[-1]["text"]
    await _is_told_how_far_a_recall_is(village, one.id)
    suspended = await village.db.read(lambda session: [row.payload for row in _to(session, "demo-hoa")])
    assert "thu hồi" in suspended[-1]["text"]
    before = await village.db.read(lambda session: tally(session, one.id))
    later = village.now + timedelta(days=400)
    tenant = await village.db.read(lambda session: session.get_one(Broadcast, one.id).tenant_id)
    await village.db.write(lambda session: purge(session, tenant, Kept.SENT, later))
    assert await village.db.read(lambda session: tally(session, one.id)) == before
    written = makers(content().catalogue, content().texts)["broadcast"]
    made = await village.db.read(lambda session: written(session, (str(one.id), "dong_cuu")))
    assert made().content[:2] == b"PK"


async def _is_told_how_far_a_recall_is(village: Village, of: int) -> None:
    told = await village.db.read(lambda session: [row.payload["text"] for row in _to(session, "demo-chi")])
    assert f"↩️ Thu hồi thông báo {of}: em bắt đầu ngay bây giờ, 2 người." in told
    assert not [text for text in told if ": 0/" in text]


def _to(session: Session, chat: str) -> Sequence[Outbox]:
    return session.scalars(select(Outbox).where(Outbox.chat == chat).order_by(Outbox.id)).all()


async def test_many_are_written_to_in_slices_and_stopping_loses_nobody(village: Village) -> None:
    def crowd(session: Session) -> None:
        for number in range(MANY):
            add(session, village, f"Many {number}")

    await village.db.write(crowd)
    await village.press("chi", "tb:new")
    await village.say("chi", "Mai nghỉ")
    one = await newest(village)
    shown = await village.press("chi", f"ba:all:{one.id}:households")
    count = MANY + 1  # and the household of the sample
    assert f"Người nhận: **{count}**" in shown
    await village.press("chi", f"tb:look:{one.id}")
    assert "Chưa gửi" in await village.say("chi", "46")
    await village.db.write(lambda session: add(session, village, "Late L"))
    assert "vừa đổi từ" in await village.say("chi", str(count))
    await village.press("chi", f"tb:look:{one.id}")
    assert f"gửi tới {count + 1} người" in await village.say("chi", str(count + 1))
    assert await tick(village) == SLICE
    assert await tick(village) == SLICE
    waiting = partial(on_the_way, number=one.id)
    assert await village.db.read(waiting) == 2 * SLICE
    assert await tick(village) == 0  # enough waits
    assert "Đã dừng" in await village.press("chi", f"tb:stop:{one.id}")
    await village.db.write(lambda session: send(session, village))
    assert await got(village, one.id) == {}
    assert await tick(village) == 0
    assert "gửi tiếp" in await village.press("chi", f"tb:go-on:{one.id}")
    await run(village)
    found = await got(village, one.id)
    assert len(found) == count + 1
    assert set(found.values()) == {1}
    assert (await newest(village)).state == BroadcastState.DONE


async def test_what_is_repeated_goes_out_again_and_what_missed_its_hour_does_not(village: Village) -> None:
    await village.press("chi", "tb:new")
    await village.say("chi", "Nộp số liệu tuần")
    one = await newest(village)
    await village.press("chi", f"ba:all:{one.id}:officers")
    await village.press("chi", f"tb:when:{one.id}:at")
    assert "chưa rõ giờ" in await village.say("chi", "hôm qua 8h")
    assert "Gửi lúc: 08:00 15/5/2026" in await village.say("chi", "8h mai")
    await village.press("chi", f"tb:when:{one.id}:weekly")
    assert "Ngày cuối" in await village.say("chi", "14/5")
    assert "hằng tuần đến hết 30/5/2026" in await village.say("chi", "30/5")
    assert "đến giờ em gửi" in await go(village, "chi", one.id, 2)
    await run(village)
    assert await got(village, one.id) == {}
    village.now += timedelta(days=1)
    await run(village)
    assert len(await got(village, one.id)) == 2
    village.now += timedelta(days=7, hours=8)
    await run(village)
    states = await village.db.read(
        lambda session: session.execute(
            select(Broadcast.state, Broadcast.start_at).order_by(Broadcast.id)
        ).all()
    )
    assert [state for state, _ in states] == ["done", "missed", "scheduled"]
    village.now += timedelta(days=30)
    await run(village)
    assert len(await village.db.read(lambda session: session.execute(select(Broadcast.id)).all())) == 3
    session_says = await village.db.read(
        lambda session: [row.payload["text"] for row in _to(session, "demo-chi")]
    )
    assert any("lỡ giờ" in text for text in session_says)


async def test_the_hours_an_admin_set_hold_it_up_and_who_releases_it_may_let_it_go_at_once(
    village: Village,
) -> None:
    await village.press("chi", "cl:hour:quiet")
    await village.say("chi", "17:00 đến 7:45")
    await village.press("chi", "tb:new")
    await village.say("chi", "Cân ở chợ Ngụ bị thu hồi")
    one = await newest(village)
    await village.press("chi", f"ba:all:{one.id}:officers")
    village.now = village.now.replace(hour=11)  # 18:00 there
    assert "Chờ tới 07:45 15/5/2026" in await village.press("chi", f"tb:look:{one.id}")
    assert "Bắt đầu gửi tới 2 người" in await go(village, "chi", one.id, 2, "n")
    await run(village)
    assert len(await got(village, one.id)) == 2


async def test_nobody_is_written_to_at_night_or_into_an_open_form(village: Village) -> None:
    await village.press("chi", "tb:new")
    await village.say("chi", "Mai họp")
    one = await newest(village)
    await village.press("chi", f"ba:all:{one.id}:officers")
    village.now = village.now.replace(hour=14)  # 21:00 there
    assert "Chờ tới 07:00 15/5/2026 hay gửi ngay" in await village.press("chi", f"tb:look:{one.id}")
    assert "07:00 15/5/2026 hết giờ nghỉ" in await go(village, "chi", one.id, 2)
    await run(village)
    assert await got(village, one.id) == {}
    village.now += timedelta(hours=11)
    await village.press("an", "go:report")
    await village.press("an", "new:training_attendance")
    await run(village)
    assert set(await got(village, one.id)) == {"Lê Hoà"}
    village.now += timedelta(hours=1)
    await run(village)
    assert set(await got(village, one.id)) == {"Lê Hoà", "Trần An"}


async def test_a_picture_goes_out_with_its_words_and_a_question_is_answered_once(village: Village) -> None:
    await village.press("chi", "tb:new")
    assert "4000" in (await village.say("chi", "a" * 4_000)).replace(".", "")
    photo = Attachment(AttachmentKind.PHOTO, stored="0" * 64, mime="image/jpeg")
    await village.send(Inbound(Address("test", "demo-chi"), text="Ai đi?", attachments=(photo,)))
    one = await newest(village)
    await village.press("chi", f"ba:all:{one.id}:everybody")
    await village.press("chi", f"tb:ask:{one.id}:question")
    shown = await village.press("chi", f"tb:card:{one.id}")
    assert "📎" in shown
    await go(village, "chi", one.id, 5)
    await run(village)
    assert len(await got(village, one.id)) == 5
    sent = await village.db.read(lambda session: [row.payload for row in _to(session, "demo-binh")])
    assert sent[-1]["file"][0] == "0" * 64
    await village.press("binh", f"bn:say:{one.id}")
    assert "tối đa" in await village.say("binh", "b" * 4_000)
    assert "=HYPERLINK" in await village.say("binh", "=HYPERLINK(1)")
    assert "không ghi gì" in await village.press("binh", f"bn:pick:{one.id}:0")
    assert "không ghi gì" in await village.press("em", f"bn:say:{one.id}")
    assert "Đã trả lời: 1/5" in await village.press("chi", f"tb:card:{one.id}")


async def test_what_was_written_is_thrown_away_only_after_a_second_tap(village: Village) -> None:
    await village.press("chi", "tb:new")
    await village.say("chi", "Mai nghỉ")
    one = await newest(village)
    assert "không giữ lại" in await village.press("chi", f"tb:cancel:{one.id}")
    assert (await newest(village)).state == BroadcastState.DRAFT
    await village.say("chi", "đúng")
    assert (await newest(village)).state == BroadcastState.CANCELLED


async def test_where_a_group_has_nobody_the_way_to_another_one_is_told(village: Village) -> None:
    assert "Chưa có ai trong nhóm này" in await village.say("chi", "gửi hộ kd chợ Ngăm: mai họp 8h")
    assert "Người nhận: **1**" in await village.say("chi", "gửi hộ kd chợ Ngụ: mai họp 8h")
