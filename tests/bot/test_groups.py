"""Summaries in group chats, from the update that Telegram sends to the message that the group reads."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage.db import Database, open_database
from tests.bot.groups_office import GroupsOffice, groups_office
from tests.emulators.telegram import Group
from tests.shipped import knowledge

TITLE = "Tổ tiêu chuẩn đo lường"
#: as people name groups who mean no good
LONG = "<b>Nhóm</b> & \u202e &amp; " + "ă" * 200
YES, NO = "Đúng, gửi vào nhóm", "Không gửi"


@pytest.fixture
async def office(sqlite_url: str, tmp_path: Path) -> AsyncIterator[GroupsOffice]:
    db = await open_database(sqlite_url, exclusive=True)
    async with groups_office(db, knowledge(), tmp_path) as office:
        yield office
    await db.close()


async def linked(office: GroupsOffice, number: int = -4001, title: str = TITLE) -> Group:
    """A group into which Chi, the administrator, has put the bot and said yes."""
    group, chi = office.telegram.group(number, title), office.people["chi"]
    await office.did(group.takes_bot(chi))
    await office.did(chi.press(chi.chat[-1], YES))
    return group


async def test_a_group_reads_the_summary_once_a_manager_said_so(db: Database, tmp_path: Path) -> None:
    async with groups_office(db, knowledge(), tmp_path) as office:
        chi, dung, an, giang = (office.people[who] for who in ("chi", "dung", "an", "giang"))
        group = office.telegram.group(-4001, TITLE)
        await office.did(group.takes_bot(chi))
        assert f"vào nhóm {TITLE}?" in chi.chat[-1].text
        assert group.chat == []
        asked = chi.chat[-1]
        await office.did(chi.press(asked, YES))
        (hello,) = group.chat
        assert "Từ nay em gửi tóm tắt của" in hello.text
        # a second tap, and what is written there to everybody
        await office.did(chi.press_data(asked, "gr:ok:1"), group.say(an, "Họp lúc 8 giờ nhé"))
        assert "đang nhận tóm tắt rồi" in chi.chat[-1].text
        assert len(group.chat) == 1

        run = await office.friday(0)
        assert run is not None
        assert run.counts == {"summaries": 2, "groups": 1}
        summary = group.chat[-1]
        assert summary.file is not None
        assert summary.text.startswith("Tuần 20 (11/5-17/5)")
        assert "đơn vị chưa báo cáo" in summary.text
        assert summary.labels == ["🔎 Xem chi tiết (tin riêng)"]
        private = dung.chat[-1]
        names = private.text.split("Chưa báo cáo: ")[1].split("\n")[0].split(", ")
        assert not [name for name in names if name in summary.text]
        assert "Chờ anh/chị duyệt" not in summary.text

        presses = [group.press(each, summary, summary.labels[0]) for each in (dung, an, giang)]
        stranger = office.people["stranger"]
        await office.did(*presses, group.press(stranger, summary, summary.labels[0]))
        assert dung.chat[-1].text.startswith("Tuần 20")
        assert "🏢 Các đơn vị" in dung.chat[-1].labels
        assert "DC1" in an.chat[-1].text
        assert "của đơn vị khác" in giang.chat[-1].text
        assert stranger.chat == []
        assert {*dung.opened, *stranger.opened} == {"https://t.me/tiendo_bot?start=nhom"}
        assert len(group.chat) == 2
        await office.did(dung.say("/start nhom"))
        assert "Chào" in dung.chat[-1].text


async def test_nobody_but_who_may_links_a_group_and_only_where_they_are(office: GroupsOffice) -> None:
    people = office.people
    chi, dung, an, giang = (people[who] for who in ("chi", "dung", "an", "giang"))
    group = office.telegram.group(-4001, TITLE)
    for who in ("an", "stranger"):
        await office.did(group.takes_bot(people[who]))
        assert people[who].chat == []
    await office.did(group.say(an, "/nhom@tiendo_bot"))
    assert "chưa được giao quyền" in an.chat[-1].text
    await office.becomes("dung", status="suspended")
    await office.did(group.takes_bot(dung))
    assert dung.chat == []
    await office.becomes("dung", status="active")
    # with forged buttons: of a group where they are not, of one that was offered to somebody else
    await office.did(dung.say("/menu"))
    await office.did(dung.press_data(dung.chat[-1], "gr:here:-4001"))
    assert "Chưa có nhóm chat nào" in dung.chat[-1].text
    await office.did(group.say(chi, "/nhom@tiendo_bot"))
    await office.did(dung.press_data(dung.chat[-1], "gr:ok:1"), dung.press_data(dung.chat[-1], "gr:no:1"))
    assert "đã cũ" in dung.chat[-1].text
    assert [(each.tenant_id, each.offered_at is None) for each in await office.groups()] == [(None, False)]
    # too late
    asked = chi.chat[-1]
    office.clock.move(25 * 3600)
    await office.did(chi.press(asked, YES))
    assert "đã cũ" in chi.chat[-1].text
    # no, then yes; then somebody of another tenant
    await office.did(group.say(chi, "@tiendo_bot nhóm chat"))
    await office.did(chi.press(chi.chat[-1], NO))
    await office.did(group.say(dung, "/nhom@tiendo_bot"))
    await office.did(dung.press(dung.chat[-1], YES))
    await office.did(group.say(giang, "/nhom@tiendo_bot"))
    assert "của đơn vị khác" in giang.chat[-1].text
    for data in ("gr:off:1", "gr:end:1", "gr:ok:1", "gr:ok:9", "gr:x", "gr"):
        await office.did(giang.press_data(giang.chat[-1], data))
    assert len(group.chat) == 1
    (row,) = await office.groups()
    assert row.tenant_id is not None
    # any manager of the tenant sees it and takes it off
    await office.did(chi.say("/nhom"))
    assert f"• {TITLE} · từ " in chi.chat[-1].text
    await office.did(chi.press(chi.chat[-1], f"Thôi gửi: {TITLE}"))
    await office.did(chi.press(chi.chat[-1], "Đúng, thôi gửi"))
    assert "Em thôi gửi" in group.chat[-1].text
    await office.friday(0)
    assert len(group.chat) == 2


async def test_a_group_that_cannot_be_written_to_is_left_alone_and_its_linker_told_once(
    office: GroupsOffice,
) -> None:
    chi, dung = office.people["chi"], office.people["dung"]
    thrown_out = await linked(office)
    told_of, mute = [await linked(office, -number, f"Nhóm {number}") for number in (2, 3)]
    no_pictures = await linked(office, -4, LONG)
    # as it is written, but for what turns its letters round
    assert f"vào nhóm {LONG[:39]}…".replace("\u202e", "") in chi.chat[-1].text
    thrown_out.throws_bot_out(dung, told=False)
    mute.takes_text = mute.takes_photos = False
    no_pictures.takes_photos = False
    await office.did(told_of.throws_bot_out(dung), told_of.throws_bot_out(dung))
    await office.friday(0)
    news = [message.text for message in chi.chat if "không còn gửi được" in message.text]
    # groups are written to side by side: whichever is found out first is told of first
    assert [sum(name in text for text in news) for name in (TITLE, "Nhóm 2", "Nhóm 3")] == [1, 1, 1]
    assert len(news) == 3
    assert not [message for message in dung.chat if "không còn gửi được" in message.text]
    assert (no_pictures.chat[-1].file, no_pictures.chat[-1].labels) == (None, ["🔎 Xem chi tiết (tin riêng)"])
    tried = len(office.telegram.calls("sendMessage")) + len(office.telegram.calls("sendPhoto"))
    run = await office.friday(1)
    assert run is not None
    assert run.counts["groups"] == 1
    sent = len(office.telegram.calls("sendMessage")) + len(office.telegram.calls("sendPhoto"))
    assert sent == tried + run.counts["summaries"] + 2
    assert sum("không còn gửi được" in message.text for message in chi.chat) == 3
    # seen in the list; put into it again, it is asked about anew
    await office.did(chi.say("nhóm chat"))
    assert chi.chat[-1].text.count("⚠️ không gửi được từ") == 3
    await office.did(thrown_out.takes_bot(dung))
    assert len(thrown_out.chat) == 1
    await office.did(dung.press(dung.chat[-1], YES))
    run = await office.friday(2)
    assert run is not None
    assert run.counts["groups"] == 2
    # the linker is gone: the other managers hear of it
    await office.becomes("dung", status="blocked")
    await office.did(thrown_out.throws_bot_out(chi))
    assert sum("không còn gửi được" in message.text for message in chi.chat) == 4


@pytest.mark.parametrize("hears", ["of it", "of it when it sends", "of the new one first"])
async def test_a_group_that_becomes_a_supergroup_keeps_its_link(office: GroupsOffice, hears: str) -> None:
    chi = office.people["chi"]
    group = await linked(office)
    before = office.telegram.updates.allowed
    if hears == "of it when it sends":
        office.telegram.updates.allowed = frozenset({"callback_query"})
    new = group.upgrade(chi)
    if hears == "of it":
        await office.did(None, None)
    office.telegram.updates.allowed = before
    if hears == "of the new one first":
        await office.did(None, None, new.takes_bot(chi))
    await office.friday(0)
    assert [message.text[:7] for message in new.chat] == ["Tuần 20"]
    await office.friday(1)
    assert [message.text[:7] for message in new.chat] == ["Tuần 20", "Tuần 21"]
    assert len(group.chat) == 1
    linked_now = [row.chat for row in await office.groups() if row.tenant_id is not None]
    assert linked_now == [str(new.id)]
    assert not [message for message in chi.chat if "không còn gửi được" in message.text]
