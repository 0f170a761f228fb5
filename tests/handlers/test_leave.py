"""The days of a leave that somebody types, and those by which a year goes over into the next."""

from datetime import date, time

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.periods import moment_of
from storage.models import Absence
from tests.handlers.village import Village

ZONE = "Asia/Ho_Chi_Minh"
NOVEMBER, DECEMBER = date(2026, 11, 10), date(2026, 12, 28)


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
        (DECEMBER, "em nghỉ phép đến 3/1", ("28/12", "03/01/2027")),
        (DECEMBER, "em nghỉ phép từ 30/12 đến 3/1", ("30/12", "03/01/2027")),
        (DECEMBER, "nghỉ phép đến thứ 6", ("28/12", "01/01/2027")),
    ):
        village.now = moment_of(today, time(9, 30), ZONE)
        said = await village.say("an", words)
        assert (words, await leave(village)) == (words, days)
        assert ("Đã ghi: nghỉ" in said) is (days is not None)


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


async def test_a_deadline_of_next_year_needs_no_year(village: Village) -> None:
    village.now = moment_of(DECEMBER, time(9, 30), ZONE)
    for what, words, told in (("off", "4/1", "4/1"), ("add", "15/1 nộp số liệu", "16/1")):
        await village.press("chi", f"cl:{what}")
        assert told in await village.say("chi", words)
