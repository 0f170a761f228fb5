"""What is about a closed period waits, is never lost, and changes nothing that was told of that period."""

from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.locks import offered
from core.spans import Span
from storage.models import Fact, PeriodLock, UnlockRequest
from tests.handlers.village import Village

WORDS = "ngày 12/3 kiểm tra 23 cân chợ Ngụ, 2 cái không đạt"
OTHERS = "ngày 20/3 kiểm tra 9 cân chợ Ngăm, 1 cái không đạt"
QUARTER = "2026q1"


async def locks(village: Village) -> list[tuple[str, bool, bool]]:
    """Each lock: its days, whether it was opened, whether it was undone."""

    def read(session: Session) -> list[tuple[str, bool, bool]]:
        found = session.scalars(select(PeriodLock).order_by(PeriodLock.id))
        return [(Span(x.first, x.last).code, x.open_until is not None, x.ended_at is not None) for x in found]

    return await village.db.read(read)


async def decided(village: Village) -> list[bool | None]:
    def read(session: Session) -> list[bool | None]:
        return list(session.scalars(select(UnlockRequest.granted).order_by(UnlockRequest.id)))

    return await village.db.read(read)


async def late(village: Village, words: str = WORDS) -> Fact:
    await village.say("an", words)
    await village.say("an", "đúng")
    return (await village.facts(type="measuring_inspection"))[-1]


async def corrected(village: Village, fact: Fact, failed: str) -> Fact:
    await village.press("an", f"fix:{fact.id}")
    edit = next(b.token for b in village.last["demo-an"].buttons() if b.label == "✏️ Không đạt")
    await village.press("an", edit)
    for words in (failed, "đúng", "đếm lại"):
        await village.say("an", words)
    return (await village.facts(receipt=fact.receipt))[-1]


def test_periods_that_have_ended_may_be_closed_once() -> None:
    today = date(2026, 5, 14)
    year, first = Span.year(2025), Span.quarter(2026, 1)
    others = [Span.quarter(2025, nth) for nth in (4, 3, 2)]
    assert list(offered(today, [])) == [year, first, *others]
    assert list(offered(today, [year])) == [first]
    assert list(offered(today, [first, others[0]])) == [year, *others[1:]]
    assert all(span.last < date(2026, 1, 1) for span in offered(date(2026, 1, 1), []))


async def test_only_managers_close_and_open_and_nobody_decides_for_themselves(village: Village) -> None:
    for who in ("an", "binh", "nobody"):
        await village.press(who, f"kp:close:{QUARTER}")
    await village.press("dung", "kp:close:2026")
    assert await locks(village) == []
    for _ in range(2):
        await village.press("dung", f"kp:close:{QUARTER}")
    assert await locks(village) == [(QUARTER, False, False)]
    number = (await village.db.read(lambda session: session.scalars(select(PeriodLock.id)).all()))[0]
    for who in ("an", "binh", "em", "giang"):
        for what in ("open", "end"):
            await village.press(who, f"kp:{what}:{number}")
    for who in ("binh", "em", "giang"):
        await village.press(who, f"kp:ask:{number}")
        await village.say(who, "cho em mở")
    assert await decided(village) == []
    for _ in range(2):
        await village.press("dung", f"kp:ask:{number}")
        await village.say("dung", "biên bản về muộn")
    asked = (await village.db.read(lambda session: session.scalars(select(UnlockRequest.id)).all()))[0]
    for who in ("dung", "an", "giang"):
        await village.press(who, f"kp:yes:{asked}")
    assert await decided(village) == [None]
    await village.press("chi", f"kp:no:{asked}")
    await village.press("chi", f"kp:yes:{asked}")
    assert await decided(village) == [False]
    assert await locks(village) == [(QUARTER, False, False)]


async def test_what_comes_late_waits_and_changes_no_figure_told_before(village: Village) -> None:
    counted = await late(village)
    village.now += timedelta(days=1)
    then = await village.say("dung", "/tiendo dc2-18 14/5")
    await village.press("dung", f"kp:close:{QUARTER}")
    fact = await late(village, OTHERS)
    assert (fact.id != counted.id, fact.status) == (True, "pending")
    await village.press("dung", f"w+:{fact.id}")
    assert (await village.facts(id=fact.id))[0].status == "pending"
    await village.press("an", f"u:{counted.id}:mistake")
    held = await corrected(village, counted, "5")
    again = await corrected(village, counted, "6")
    statuses = [each.status for each in await village.facts(receipt=counted.receipt)]
    assert statuses == ["confirmed", "superseded", "pending"]
    number = (await village.db.read(lambda session: session.scalars(select(PeriodLock.id)).all()))[0]
    await village.press("dung", f"kp:open:{number}")
    for each in (held, again, again, fact):
        await village.press("dung", f"w+:{each.id}")
    statuses = [each.status for each in await village.facts(receipt=counted.receipt)]
    assert statuses == ["superseded", "superseded", "confirmed"]
    assert (await village.facts(id=fact.id))[0].status == "confirmed"
    assert await village.say("dung", "/tiendo dc2-18 14/5") == then


async def test_a_kept_correction_is_of_no_use_once_its_report_was_changed(village: Village) -> None:
    counted = await late(village)
    await village.press("dung", f"kp:close:{QUARTER}")
    held = await corrected(village, counted, "5")
    number = (await village.db.read(lambda session: session.scalars(select(PeriodLock.id)).all()))[0]
    await village.press("dung", f"kp:end:{number}")
    now = await corrected(village, counted, "7")
    assert now.status == "confirmed"
    await village.press("dung", f"w+:{held.id}")
    statuses = {each.id: each.status for each in await village.facts(receipt=counted.receipt)}
    assert statuses == {counted.id: "superseded", held.id: "pending", now.id: "confirmed"}


async def test_once_the_yearly_report_went_out_its_period_can_be_closed(village: Village) -> None:
    """Up to the day before it went out; an officer who notes that is offered nothing."""
    for who, day, offers in (("an", "hôm qua", False), ("dung", "hôm nay", True)):
        await village.press(who, "new:report_sent")
        for words in ("DC1", "2026", "cấp trên", day, "bỏ qua", "bỏ qua"):
            await village.say(who, words)
        assert "Đã ghi" in await village.say(who, "đúng")
        tokens = [button.token for button in village.last[f"demo-{who}"].buttons()]
        assert any("kp:new:20260101-20260513" in token for token in tokens) is offers
    await village.press("dung", "kp:close:20260101-20260513")
    assert await locks(village) == [("20260101-20260513", False, False)]
