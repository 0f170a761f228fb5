"""The list of what is due: its pages, and whose each thing is."""

from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.messages import Button
from storage.models import DueTold, Person, Tenant
from storage.repositories import told
from tests.handlers.province import WHO, enter
from tests.handlers.village import Village


async def test_all_of_a_long_list_is_on_its_pages_and_a_manager_reads_whose_it_is(village: Village) -> None:
    village.now = datetime(2026, 11, 10, 2, 30, tzinfo=UTC)
    for number in range(5):
        await village.press("chi", "cl:add")
        await village.say("chi", f"{11 + number}/11 task {number}")
    first = await village.press("dung", "go:dues")
    tokens = [button.token for button in village.last["demo-dung"].buttons()]
    assert "go:dues:1" in tokens
    assert "go:dues:0" not in tokens
    assert first.count("Phụ trách:") >= 7
    second = await village.press("dung", "go:dues:1")
    tokens = [button.token for button in village.last["demo-dung"].buttons()]
    assert "9. " in second
    assert "go:dues:0" in tokens
    # a page that is no more, or never was, is the last or the first one
    last = await village.press("dung", "go:dues:999")
    assert "go:dues:1000" not in [button.token for button in village.last["demo-dung"].buttons()]
    assert last
    assert await village.press("dung", "go:dues:x") == first


async def test_a_manager_above_opens_what_is_late_in_a_commune_they_were_told_of(village: Village) -> None:
    await enter(village, "bac_ninh", datetime(2026, 11, 17, 2, 30, tzinfo=UTC))
    assert "chưa báo anh/chị việc" in await village.press(WHO, "du:all")
    assert "du:all" not in {button.token for button in await pressed(village, "go:dues")}

    def tell(session: Session) -> int:
        son = session.scalars(select(Person.id).where(Person.name == "Son")).one()
        tenant = session.scalars(select(Tenant.id).where(Tenant.code == "dong_cuu")).one()
        for plan in ("DC1", "DC2"):
            key = told.key_below(tenant, f"duty.{plan}-D1.2026")
            row = DueTold(job="duty", person_id=son, matter=key, due_at=village.now, at=village.now)
            row.outcome = told.TOLD
            session.add(row)
        return tenant

    tenant = await village.db.write(tell)
    assert "du:all" in {button.token for button in await pressed(village, "go:dues")}
    places = {button.token: button.label for button in await pressed(village, "du:all")}
    assert places[f"du:at:{tenant}"] == "xã Đông Cứu (2)"
    late = await village.press(WHO, f"du:at:{tenant}")
    assert "còn 2 việc quá hạn" in late
    assert late.count("quá hạn 3 ngày · Phòng Văn hóa - Xã hội") == 2
    # what they may not see is as if it were not there
    for token in ("du:at:999999", f"du:at:{tenant}x", "du:at:"):
        assert "chưa báo anh/chị việc" in await village.press(WHO, token)
    for who in ("dung", "an"):
        assert "quá hạn" not in (await village.press(who, f"du:at:{tenant}")).replace("việc quá hạn nào", "")


async def test_who_has_nothing_due_soon_still_reads_of_steps_that_are_late_for_long(village: Village) -> None:
    await enter(village, "bac_giang", datetime(2026, 5, 14, 1, 30, tzinfo=UTC))
    told = await village.press(WHO, "go:dues")
    assert "Không có việc nào sắp đến hạn." in told
    assert "26 bước đã trễ quá 60 ngày" in told
    assert "26 bước đã trễ" in await village.press(WHO, village.last[f"demo-{WHO}"].buttons()[0].token)


async def pressed(village: Village, token: str) -> tuple[Button, ...]:
    """The buttons that the manager above has then."""
    await village.press(WHO, token)
    return village.last[f"demo-{WHO}"].buttons()
