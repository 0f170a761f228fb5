"""What the weekly summary tells a manager, and that it fits one message."""

import pytest

from core.catalogue import Catalogue
from core.errors import TiendoError
from core.messages import Outbound
from reports.weekly import MOST_CHARACTERS, read_week, weekly_message, weekly_summary
from storage.db import Database
from tests.scheduler.world import DAY, LONG_AGO, MONDAY, SUMMARY, WEEK, World, catalogue, target


@pytest.fixture
async def world(db: Database) -> World:
    return await World.create(db)


async def message(world: World, known: Catalogue | None = None, locale: str = "vi") -> Outbound:
    """The summary of Đông Cứu on Friday at four."""
    content = known or world.content.catalogue
    figures = await world.db.read(lambda session: read_week(session, content, "dong_cuu", SUMMARY))
    return weekly_message(figures, content, world.content.texts, locale)


async def test_with_no_facts_at_all_it_still_says_so(world: World) -> None:
    text = (await message(world)).text
    assert text.startswith("**Tuần 20 · xã Đông Cứu** (11/5-17/5)\n🔴 3 cần anh/chị")
    assert "Tuần này: chưa có báo cáo nào" in text
    assert "Chưa báo cáo: Phòng Kinh tế, Phòng Văn hóa" in text
    assert "Ban quản lý chợ" not in text


async def test_it_names_value_and_goal_of_each_target_with_those_needing_attention_first(
    world: World,
) -> None:
    sorted_out = catalogue(
        (
            target("DC1-1", None, "Đủ rồi", goal=3),
            target("DC1-2", None, "Còn thiếu nhiều", goal=100),
            target("DC1-3", None, "Đúng nhịp", goal=8),
        )
    )
    await world.reports(await world.person("An"), MONDAY, people=3)
    lines = (await message(world, sorted_out)).text.splitlines()
    assert lines[1] == "🟢 2 đúng nhịp · 🔴 1 cần anh/chị"
    named = [line.split("**")[1] for line in lines[3:] if "**" in line]
    assert named == ["Còn thiếu nhiều", "Đúng nhịp", "Đủ rồi"]
    assert "3/100 lượt" in lines[4]


async def test_it_counts_the_reports_of_this_week_only(world: World) -> None:
    an = await world.person("An")
    chi = await world.person("Chi", unit="kinh_te")
    for moment in (MONDAY, MONDAY + DAY, MONDAY - 3 * DAY, MONDAY + WEEK):
        await world.reports(an, moment)
    await world.reports(chi, MONDAY, status="withdrawn")
    text = (await message(world)).text
    assert "Tuần này: 2 báo cáo (Cử đi tập huấn: 2)" in text
    assert "Đã báo cáo: Phòng Văn hóa (2)" in text
    assert "Chưa báo cáo: Phòng Kinh tế" in text


async def test_when_every_unit_has_reported_none_is_called_silent(world: World) -> None:
    for unit in ("van_hoa", "kinh_te"):
        await world.reports(await world.person(unit, unit=unit), MONDAY)
    assert "Các đơn vị đều đã báo cáo" in (await message(world)).text


async def test_a_report_of_somebody_without_a_unit_is_counted_apart(world: World) -> None:
    await world.reports(await world.person("Bình", role="household", unit=None), MONDAY)
    text = (await message(world)).text
    assert "không thuộc đơn vị nào (1)" in text


async def test_what_waits_for_the_manager_is_one_tap_away(world: World) -> None:
    await world.reports(await world.person("An"), LONG_AGO, status="pending")
    for name in ("Chi", "Dung"):
        await world.person(name, status="pending")
    told = await message(world)
    assert "Chờ anh/chị duyệt: 1 báo cáo, 2 người mới" in told.text
    assert [button.token for button in told.buttons()] == ["+go:progress", "+go:pending", "+go:members"]


async def test_when_nothing_waits_no_button_offers_it(world: World) -> None:
    told = await message(world)
    assert "Chờ anh/chị duyệt" not in told.text
    assert [button.token for button in told.buttons()] == ["+go:progress"]


@pytest.mark.parametrize("locale", ["vi", "en"])
async def test_forty_targets_with_long_names_fit_one_message_that_counts_the_rest(
    world: World, locale: str
) -> None:
    long = "Phấn đấu " + "rất nhiều " * 30
    many = catalogue(tuple(target(f"DC1-{n}", None, f"{n} {long}") for n in range(40)))
    for name in ("An" * 100, "Bình", "Chi"):
        await world.reports(await world.person(name), MONDAY)
    text = (await message(world, many, locale)).text
    shown = sum("Phấn đấu" in line for line in text.splitlines() if line.startswith("•"))
    assert len(text) <= MOST_CHARACTERS
    assert shown == 6
    assert f"{40 - shown} chỉ tiêu khác" in text or f"{40 - shown} more targets" in text


async def test_a_tenant_with_a_name_of_two_hundred_letters_and_thirty_silent_units_fits(world: World) -> None:
    await world.renames("dong_cuu", "xã " + "Đ" * 200)
    await world.adds_units(30, "Đơn vị " + "rất dài " * 25)
    text = (await message(world)).text
    assert len(text) <= MOST_CHARACTERS
    assert "và 20 nữa" in text


async def test_on_demand_it_is_the_same_text(world: World) -> None:
    told = await message(world)
    speech = await world.db.read(
        lambda session: weekly_summary(session, world.content.catalogue, "dong_cuu", SUMMARY)
    )
    assert world.content.texts.render(speech, "vi") == told.text


async def test_an_unknown_tenant_is_an_error_that_names_it(world: World) -> None:
    with pytest.raises(TiendoError, match="nowhere"):
        await world.db.read(
            lambda session: weekly_summary(session, world.content.catalogue, "nowhere", SUMMARY)
        )
