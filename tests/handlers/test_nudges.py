"""A manager has the units reminded that reported nothing this week."""

from datetime import datetime, time, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.periods import moment_of
from core.rounds import Every, Round
from core.week import Week
from storage.models import Outbox
from storage.repositories import told
from storage.repositories.nudges import NAME
from tests.handlers.village import Village, send_inspection

ZONE = "Asia/Ho_Chi_Minh"


def token(village: Village, weeks_ago: int = 0) -> str:
    """The button of a summary."""
    when = Round.at(Every.WEEK, village.now - weeks_ago * timedelta(days=7), ZONE)
    return f"+wk:n:{when.code}"


async def nudges(village: Village) -> list[int]:
    """Whom the reminders that were written are for."""

    def read(session: Session) -> list[int]:
        rows = session.scalars(select(Outbox).where(Outbox.dedupe_key.startswith(f"{NAME}:")))
        return sorted(row.person_id for row in rows if row.person_id)

    return await village.db.read(read)


async def test_officers_of_silent_units_are_reminded_once_a_day_whoever_presses(village: Village) -> None:
    an, hoa = await village.person_id("an"), await village.person_id("hoa")
    receipt = await village.press("dung", token(village))
    assert "Đã nhắc 2 đơn vị: Phòng Kinh tế (1 người), Phòng Văn hóa - Xã hội (1 người)" in receipt
    for who in ("dung", "chi"):
        again = await village.press(who, token(village))
        assert "Hôm nay đã nhắc rồi" in again
        assert "Đã nhắc 2" not in again
    assert await nudges(village) == sorted([an, hoa])


async def test_one_unit_alone_is_reminded_when_it_is_named(village: Village) -> None:
    asked = await village.say("dung", "nhắc phòng kinh tế nộp báo cáo")
    assert "Phòng Kinh tế" in asked
    assert await nudges(village) == []
    receipt = await village.say("dung", "đồng ý")
    assert "Đã nhắc 1 đơn vị: Phòng Kinh tế (1 người)" in receipt
    assert await nudges(village) == [await village.person_id("an")]
    await send_inspection(village, "an")
    assert "đã có báo cáo" in await village.press("dung", f"{token(village)}:phong_kinh_te")


async def test_who_was_reminded_by_the_clock_hears_it_again_in_the_next_half_day_only(
    village: Village,
) -> None:
    an, hoa = await village.person_id("an"), await village.person_id("hoa")
    week = Week.of(village.now, ZONE)
    await village.db.write(lambda session: told.note_silent(session, an, week, village.now))
    receipt = await village.press("dung", token(village))
    assert "Đã nhắc 1 đơn vị: Phòng Văn hóa - Xã hội (1 người)" in receipt
    assert "12:00" in receipt
    assert "em nhắc thêm 1 đơn vị: Phòng Kinh tế" in receipt

    def moments(session: Session) -> dict[int | None, datetime]:
        rows = session.scalars(select(Outbox).where(Outbox.dedupe_key.startswith(f"{NAME}:")))
        return {row.person_id: row.not_before for row in rows}

    noon = moment_of(village.now.date(), time(12), ZONE)
    assert await village.db.read(moments) == {hoa: village.now, an: noon}
    assert "Hôm nay đã nhắc rồi" in await village.press("dung", token(village))
    assert await nudges(village) == sorted([an, hoa])


async def test_who_has_reported_and_who_is_on_leave_are_left_alone(village: Village) -> None:
    hoa, today = await village.person_id("hoa"), village.now.date()
    await send_inspection(village, "an")
    await village.db.write(lambda session: told.take_leave(session, hoa, today, today, village.now))
    receipt = await village.press("dung", token(village))
    assert "Cả đơn vị đang nghỉ: Phòng Văn hóa - Xã hội" in receipt
    assert "Phòng Kinh tế" not in receipt
    assert await nudges(village) == []


async def test_of_a_week_that_is_over_and_by_an_officer_nobody_is_reminded(village: Village) -> None:
    assert "đã qua, em không nhắc nữa" in await village.press("dung", token(village, weeks_ago=1))
    assert "chưa được giao quyền" in await village.press("an", token(village))
    assert await nudges(village) == []
