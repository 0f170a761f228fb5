"""From a sent form to a stored fact, and what may be done with it afterwards."""

from datetime import timedelta

from sqlalchemy import select

from storage.models import Audit
from tests.handlers.village import Village, send_inspection


async def test_a_sent_form_is_one_fact_with_all_its_answers(village: Village) -> None:
    fact = await send_inspection(village, "an")
    assert (fact.fields["checked"], fact.fields["failed"], fact.fields["passed"]) == (21, 2, 19)
    assert (fact.status, fact.occurred_from.isoformat()) == ("confirmed", "2026-05-14")


async def test_pressing_send_twice_stores_one_fact_and_shows_the_same_receipt(village: Village) -> None:
    fact = await send_inspection(village, "an")
    again = await village.press("an", f"ok:{fact.draft_key}")
    assert fact.receipt in again
    assert len(await village.facts(type="measuring_inspection", reporter_id=fact.reporter_id)) == 2


async def test_receipt_numbers_of_a_day_count_up(village: Village) -> None:
    first = await send_inspection(village, "an")
    await village.press("an", f"u:{first.id}")
    second = await send_inspection(village, "an")
    assert (first.receipt, second.receipt) == ("KT-0514-01", "KT-0514-02")


async def test_an_undone_report_no_longer_counts(village: Village) -> None:
    fact = await send_inspection(village, "an")
    await village.press("an", f"u:{fact.id}")
    assert [one.id for one in await village.facts(status="withdrawn")] == [fact.id]


async def test_after_ten_minutes_there_is_no_undo(village: Village) -> None:
    fact = await send_inspection(village, "an")
    village.now += timedelta(minutes=11)
    answer = await village.press("an", f"u:{fact.id}")
    assert "quá 10 phút" in answer
    assert (await village.facts(id=fact.id))[0].status == "confirmed"


async def test_nobody_undoes_the_report_of_somebody_else(village: Village) -> None:
    fact = await send_inspection(village, "an")
    await village.press("chi", f"u:{fact.id}")
    assert (await village.facts(id=fact.id))[0].status == "confirmed"


async def test_a_correction_takes_the_place_of_the_old_fact_and_keeps_its_receipt(village: Village) -> None:
    fact = await send_inspection(village, "an")
    await correct(village, "an", fact.id, "3")
    old, new = (await village.facts(receipt=fact.receipt))[-2:]
    assert (old.status, new.status, new.supersedes_id) == ("superseded", "confirmed", old.id)
    assert (old.fields["failed"], new.fields["failed"], new.reason) == (2, 3, "biên bản ghi 3")


async def test_a_manager_may_correct_and_the_report_stays_the_officers(village: Village) -> None:
    fact = await send_inspection(village, "an")
    await correct(village, "dung", fact.id, "3")
    assert (await village.facts(receipt=fact.receipt))[-1].reporter_id == fact.reporter_id


async def test_a_report_corrected_meanwhile_is_not_corrected_twice(village: Village) -> None:
    fact = await send_inspection(village, "an")
    await village.press("dung", f"fix:{fact.id}")
    await correct(village, "an", fact.id, "3")
    key = f"{village.turns:x}"
    assert "bản sửa mới hơn" in await village.press("dung", f"fix:{fact.id}"), key
    assert len(await village.facts(supersedes_id=fact.id)) == 1


async def test_every_change_leaves_a_line_of_the_trail(village: Village) -> None:
    fact = await send_inspection(village, "an")
    await village.press("an", f"u:{fact.id}")
    query = select(Audit.action).where(Audit.entity == "fact", Audit.entity_id == fact.id).order_by(Audit.id)
    assert await village.db.read(lambda session: list(session.scalars(query))) == ["report", "withdraw"]


async def test_a_very_long_text_is_refused_with_how_long_it_may_be(village: Village) -> None:
    await village.press("an", "new:measuring_inspection")
    answer = await village.say("an", "x" * 5000)
    assert "⚠️" in answer
    assert "Kiểm tra ở đâu" in answer


async def correct(village: Village, who: str, fact_id: int, failed: str) -> None:
    await village.press(who, f"fix:{fact_id}")
    key = f"{await inbox_id(village):x}"
    await village.press(who, f"e:{key}:4")
    await village.say(who, failed)
    await village.press(who, f"ok:{key}")
    await village.say(who, "biên bản ghi 3")


async def inbox_id(village: Village) -> int:
    """The row of the last message: it names the form that was opened by it."""
    return village.turns
