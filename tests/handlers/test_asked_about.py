"""What is far from a unit's own reports is asked about; the answer is kept, and shown to the manager."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from storage.models import Fact, Person
from tests.handlers.village import Village

WORDS = "hôm nay kiểm tra {} cân chợ Ngụ, 2 cái không đạt"


async def busy_half_year(village: Village) -> None:
    """Inspections of the unit of one officer, each of about twenty scales."""

    def store(session: Session) -> None:
        officer = session.scalars(select(Person).where(Person.name == "Trần An")).one()
        for number, checked in enumerate((20, 22, 23, 25, 21, 24)):
            day = datetime(2026, 4, 1, 3, tzinfo=UTC) + timedelta(days=number)
            said = {"place": "cho_ngam", "instrument_kind": "can", "date": day.date().isoformat()}
            session.add(
                Fact(
                    tenant_id=officer.tenant_id,
                    type="measuring_inspection",
                    type_version=1,
                    receipt=f"KT-04{number:02}-01",
                    draft_key=f"before-{number}",
                    occurred_from=day.date(),
                    occurred_to=day.date(),
                    unit_id=officer.unit_id,
                    reporter_id=officer.id,
                    fields={**said, "checked": checked, "failed": 2, "team": "xa"},
                    status="confirmed",
                    recorded_at=day,
                )
            )

    await village.db.write(store)


async def test_a_figure_far_from_all_before_is_asked_about_and_the_manager_reads_that(
    village: Village,
) -> None:
    await busy_half_year(village)
    await village.say("an", WORDS.format(230))
    question = await village.say("an", "đúng")
    assert "khoảng 23" in question
    assert (await village.facts(type="measuring_inspection"))[-1].fields["checked"] != 230
    sure = next(button.token for button in village.last["demo-an"].buttons() if button.main)
    await village.press("an", sure)
    fact = (await village.facts(type="measuring_inspection"))[-1]
    assert (fact.fields["checked"], fact.status) == (230, "confirmed")
    await village.press("dung", "go:pending")
    labels = [button.label for button in village.last["demo-dung"].buttons()]
    assert any(fact.receipt in label for label in labels)
    assert "khoảng 23" in await village.press("dung", f"rep:{fact.id}")
    for who in ("binh", "hoa", "giang", "an"):
        await village.press(who, f"rk:read:{fact.id}")
    await village.press("dung", "go:pending")
    assert any(fact.receipt in button.label for button in village.last["demo-dung"].buttons())
    await village.press("dung", f"rk:read:{fact.id}")
    await village.press("dung", "go:pending")
    assert not any(fact.receipt in button.label for button in village.last["demo-dung"].buttons())
    assert "khoảng 23" in await village.press("dung", f"rep:{fact.id}")


async def test_what_is_as_ever_is_not_asked_about(village: Village) -> None:
    await busy_half_year(village)
    await village.say("an", WORDS.format(40))
    assert "Đã ghi" in await village.say("an", "đúng")
    fact = (await village.facts(type="measuring_inspection"))[-1]
    await village.press("an", f"fix:{fact.id}")
    await village.say("an", "3 cái không đạt")
    await village.say("an", "đúng")
    assert "Đã sửa" in await village.say("an", "đếm lại")
    await village.press("dung", "go:pending")
    assert not any(fact.receipt in button.label for button in village.last["demo-dung"].buttons())
