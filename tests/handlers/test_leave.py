"""The days of a leave that somebody types, and those by which a year goes over into the next."""

from datetime import date, time

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.periods import moment_of
from storage.models import Absence
from tests.handlers.village import Village

ZONE = "Asia/Ho_Chi_Minh"
NOVEMBER, DECEMBER = date(2026, 11, 10), date(2026, 12, 28)
FRIDAY = date(2026, 11, 13)


async def leave(village: Village) -> tuple[str, str] | None:
    """The days of the leave somebody is on or goes on; it ends with this."""

    def read(session: Session) -> tuple[str, str] | None:
        row = session.scalars(select(Absence).where(Absence.ended_at.is_(None))).one_or_none()
        return (f"{row.since:%d/%m}", f"{row.until:%d/%m/%Y}") if row else None

    found = await village.db.read(read)
    await village.press("an", "lv:end")
    return found


async def test_both_days_of_a_leave_are_kept_and_told(village: Village) -> None:
    for today, words, days in (
        (NOVEMBER, "em nghỉ phép từ 20/11 đến 25/11", ("20/11", "25/11/2026")),
        (NOVEMBER, "nghỉ phép 20-25/11", ("20/11", "25/11/2026")),
        (NOVEMBER, "em nghỉ phép từ 20 đến hết 25/11", ("20/11", "25/11/2026")),
        (NOVEMBER, "em nghỉ phép từ mai đến thứ 6", ("11/11", "13/11/2026")),
        (NOVEMBER, "em nghỉ phép từ 9/11 đến 12/11", ("10/11", "12/11/2026")),
        (NOVEMBER, "nghỉ phép ngày mai", ("11/11", "11/11/2026")),
        (NOVEMBER, "nghỉ phép việc nhà đến 20/11", ("10/11", "20/11/2026")),
        (NOVEMBER, "nghỉ phép từ 25/11 đến 20/11", None),
        (NOVEMBER, "nghỉ phép 1/11/2026", None),
        (NOVEMBER, "nghỉ phép thứ tư", ("11/11", "11/11/2026")),
        (NOVEMBER, "nghi phep thu tu", ("11/11", "11/11/2026")),
        (NOVEMBER, "tuần sau em xin nghỉ phép", ("16/11", "22/11/2026")),
        (NOVEMBER, "mai tui nghi phep nhe", ("11/11", "11/11/2026")),
        (NOVEMBER, "nghỉ phép tuần sau", ("16/11", "22/11/2026")),
        (NOVEMBER, "anh Bình tuần sau nghỉ phép", None),
        (FRIDAY, "nghỉ phép đến thứ 6", ("13/11", "20/11/2026")),
        (FRIDAY, "em nghỉ phép từ hôm nay đến hết thứ 6", ("13/11", "20/11/2026")),
        (FRIDAY, "nghỉ phép từ thứ 2 đến thứ 6", ("16/11", "20/11/2026")),
        (FRIDAY, "nghỉ phép đến hôm nay", ("13/11", "13/11/2026")),
        (DECEMBER, "em nghỉ phép đến 3/1", ("28/12", "03/01/2027")),
        (DECEMBER, "em nghỉ phép từ 30/12 đến 3/1", ("30/12", "03/01/2027")),
        (DECEMBER, "nghỉ phép đến thứ 6", ("28/12", "01/01/2027")),
    ):
        village.now = moment_of(today, time(9, 30), ZONE)
        said = await village.say("an", words)
        assert (words, await leave(village)) == (words, days)
        assert ("Đã ghi: nghỉ" in said) is (days is not None)


async def test_days_by_their_number_and_weeks_by_their_name(village: Village) -> None:
    """The first of them a Friday: working days go on after the weekend."""
    for words, days in (
        ("em nghỉ phép 3 ngày", ("13/11", "17/11/2026")),
        ("xin nghi phep ba ngay a", ("13/11", "17/11/2026")),
        ("em nghỉ phép 2 ngày từ 20/11", ("20/11", "23/11/2026")),
        ("nghỉ phép từ thứ 3 một tuần", ("17/11", "23/11/2026")),
        ("em nghỉ phép 3 ngày 20, 21, 22/11", ("20/11", "22/11/2026")),
        ("nghỉ phép thứ 3 ngày 17/11", ("17/11", "17/11/2026")),
        ("em nghỉ phép cả tuần sau", ("16/11", "22/11/2026")),
        ("tuần tới em nghỉ phép", ("16/11", "22/11/2026")),
    ):
        village.now = moment_of(FRIDAY, time(9, 30), ZONE)
        said = await village.say("an", words)
        assert (words, said, await leave(village)) == (words, said, days)


async def test_words_that_need_days_to_say_leave(village: Village) -> None:
    for words, days in (
        ("em nghỉ từ 28/12 đến 5/1", ("28/12", "05/01/2027")),
        ("mai em nghỉ", ("14/11", "14/11/2026")),
        ("nghỉ 2 ngày", ("13/11", "16/11/2026")),
        ("tuần sau em xin nghỉ", ("16/11", "22/11/2026")),
        ("em nghi den het 20/11", ("13/11", "20/11/2026")),
        ("em nghỉ ốm hôm nay", ("13/11", "13/11/2026")),
        ("em nghĩ đến hết 20/11", None),
        ("em nghỉ việc", None),
        ("chợ nghỉ từ mai", None),
        ("nghỉ tết", None),
    ):
        village.now = moment_of(FRIDAY, time(9, 30), ZONE)
        said = await village.say("an", words)
        assert (words, said, await leave(village)) == (words, said, days)


async def test_a_leave_told_earlier_stays_but_for_days_told_anew(village: Village) -> None:
    village.now = moment_of(FRIDAY, time(9, 30), ZONE)
    await village.say("an", "em nghỉ phép từ 28/12 đến 5/1")
    assert "đã báo trước vẫn giữ: từ 28/12/2026 đến hết 5/1/2027" in await village.say(
        "an", "nghỉ ốm hôm nay"
    )
    assert "vẫn giữ: từ 28/12" in await village.say("an", "em đi làm lại")
    await village.say("an", "em nghỉ phép từ 30/12 đến 8/1")
    assert await leave(village) == ("30/12", "08/01/2027")
    assert "đang không nghỉ" in await village.say("an", "đi làm lại")


async def test_the_last_day_that_was_asked_for(village: Village) -> None:
    village.now = moment_of(DECEMBER, time(9, 30), ZONE)
    for words, days in (
        ("3/1", ("28/12", "03/01/2027")),
        ("từ 30/12 đến 3/1", ("30/12", "03/01/2027")),
        ("hủy", None),
        ("menu", None),
    ):
        await village.say("an", "nghỉ phép")
        said = await village.say("an", words)
        assert (said, await leave(village)) == (said, days)


async def test_from_a_day_on_is_asked_until_when(village: Village) -> None:
    village.now = moment_of(FRIDAY, time(9, 30), ZONE)
    for words, answers, days in (
        ("nghỉ phép từ 20/11", ("lv:days:2026-11-20:2026-11-20",), ("20/11", "20/11/2026")),
        ("em nghỉ phép từ thứ 4", ("lv:days:2026-11-18:2026-11-22",), ("18/11", "22/11/2026")),
        ("nghỉ phép từ 20/11", ("thứ 6",), ("20/11", "20/11/2026")),
        ("nghỉ phép từ 20/11", ("thứ 4", "lv:days:2026-11-20:2026-11-22"), ("20/11", "22/11/2026")),
        ("nghỉ phép từ 20/11", ("25/11",), ("20/11", "25/11/2026")),
        ("nghỉ phép từ 20/11", ("chưa biết", "đến 24/11"), ("20/11", "24/11/2026")),
        ("nghỉ phép từ mai", ("hủy",), None),
        ("nghỉ phép", ("từ 20/11", "lv:days:2026-11-20:2026-11-22"), ("20/11", "22/11/2026")),
        ("nghỉ phép từ 20/11", ("lv:days:2026-11-20:2026-11-10",), None),
    ):
        said = await village.say("an", words)
        for answer in answers:
            act = village.press if answer.startswith("lv:") else village.say
            said = await act("an", answer)
        assert (words, answers, said, await leave(village)) == (words, answers, said, days)


async def test_words_of_leaving_are_no_day_in_the_calendar(village: Village) -> None:
    for press in ("cl:add", "cl:off", "cl:duty:DC1-D1", "cl:hour:digest_morning"):
        await village.press("chi", press)
        said = await village.say("chi", "hủy")
        assert (press, "☰ Menu" in [each.label for each in village.last["demo-chi"].buttons()]) == (
            press,
            True,
        )
        # and a day typed afterwards answers nothing any more
        assert (press, "Đã thêm" in await village.say("chi", "20/12 gửi số liệu"), said) == (
            press,
            False,
            said,
        )


async def test_a_deadline_of_next_year_needs_no_year(village: Village) -> None:
    village.now = moment_of(DECEMBER, time(9, 30), ZONE)
    for what, words, told in (("off", "4/1", "4/1"), ("add", "15/1 nộp số liệu", "16/1")):
        await village.press("chi", f"cl:{what}")
        assert told in await village.say("chi", words)


async def test_who_is_back_says_so(village: Village) -> None:
    village.now = moment_of(NOVEMBER, time(9, 30), ZONE)
    await village.say("an", "mai em nghỉ phép")
    await village.say("an", "em đi làm lại rồi ạ")
    assert await leave(village) is None
