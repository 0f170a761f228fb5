"""What the summary tells a manager: five lines below a picture, in one message, and the pages behind."""

from dataclasses import replace
from datetime import date
from functools import partial
from io import BytesIO

import pytest
from PIL import Image

from core.catalogue import Catalogue
from core.catalogue.plans import Duty
from core.dialogue.rendering import rendered
from core.errors import TiendoError
from core.indicators.facts import Moment
from core.markup import plain
from core.messages import Made, Outbound
from core.rounds import Every, Round
from core.texts import Label
from reports.summary.chart import made, maker, pictures
from reports.summary.message import MOST_CHARACTERS, summary_message
from reports.summary.pages import targets_page, units_page
from reports.summary.reading import Summary, read_summary
from storage.db import Database
from storage.repositories.nudges import Reachable
from tests.scheduler.world import DAY, LONG_AGO, MONDAY, SUMMARY, WEEK, World, catalogue, target

NUDGE, UNITS = "+wk:n:week-20260511", "+wk:u:week-20260511"
#: why the target that the summary names first stands as it does
WHY = "+tw:DC1-1"


@pytest.fixture
async def world(db: Database) -> World:
    return await World.create(db)


async def summary(world: World, known: Catalogue | None = None, every: Every = Every.WEEK) -> Summary:
    """The summary of Đông Cứu on Friday at four."""
    content = known or world.content.catalogue
    when = Round.at(every, SUMMARY, "Asia/Ho_Chi_Minh")
    return await world.db.read(lambda session: read_summary(session, content, "dong_cuu", SUMMARY, when))


async def message(
    world: World, known: Catalogue | None = None, locale: str = "vi", every: Every = Every.WEEK
) -> Outbound:
    found = await summary(world, known, every)
    return rendered(world.content.texts, summary_message(found, world.content.texts, locale), locale)


async def test_with_no_facts_at_all_it_still_says_so(world: World) -> None:
    text = (await message(world)).text
    assert text.startswith("**Tuần 20 (11/5-17/5) · xã Đông Cứu**\n🔴 3 cần anh/chị")
    assert "Trong tuần: chưa có báo cáo nào" in text
    assert "Chưa báo cáo: Phòng Kinh tế, Phòng Văn hóa" in text
    assert "Ban quản lý chợ" not in text


async def test_it_names_the_goal_that_needs_somebody_with_its_figure(world: World) -> None:
    sorted_out = catalogue(
        (
            target("DC1-1", None, "Đủ rồi", goal=3),
            target("DC1-2", None, "Còn thiếu nhiều", goal=100),
            target("DC1-3", None, "Đúng nhịp", goal=8),
        )
    )
    await world.reports(await world.person("An"), MONDAY, people=3)
    lines = (await message(world, sorted_out)).text.splitlines()
    assert lines[1] == "✅ 1 đạt · 🟢 1 đúng nhịp · 🔴 1 cần anh/chị"
    assert lines[2] == "🔴 **Cần anh/chị:** Còn thiếu nhiều: 3/100 lượt"
    assert lines[3] == "🎉 **Mới đạt:** Đủ rồi: 3/3 lượt"


async def test_it_counts_the_reports_of_this_week_only(world: World) -> None:
    an = await world.person("An")
    chi = await world.person("Chi", unit="kinh_te")
    for moment in (MONDAY, MONDAY + DAY, MONDAY - 3 * DAY, MONDAY + WEEK):
        await world.reports(an, moment)
    await world.reports(chi, MONDAY, status="withdrawn")
    text = (await message(world)).text
    assert "Trong tuần: 2 báo cáo (Cử đi tập huấn: 2)" in text
    assert "Chưa báo cáo: Phòng Kinh tế" in text


async def test_when_every_unit_has_reported_none_is_called_silent(world: World) -> None:
    for unit in ("van_hoa", "kinh_te"):
        await world.reports(await world.person(unit, unit=unit), MONDAY)
    told = await message(world)
    assert "Các đơn vị đều đã báo cáo" in told.text
    assert NUDGE not in [button.token for button in told.buttons()]


async def test_a_unit_that_was_dissolved_within_the_year_is_not_silent(world: World) -> None:
    await world.dissolves("kinh_te", date(2026, 5, 12))
    assert (
        "Chưa báo cáo: Phòng Văn hóa · 1 đơn vị chưa có ai dùng bot\n" in f"{(await message(world)).text}\n"
    )


async def test_a_report_of_somebody_without_a_unit_is_counted_apart(world: World) -> None:
    await world.reports(await world.person("Bình", role="household", unit=None), MONDAY)
    activity = (await summary(world)).activity
    when = (await summary(world)).round
    both = frozenset({"van_hoa", "kinh_te"})
    page = units_page(when, activity.silent, activity.units, Reachable(both, frozenset({"van_hoa"})), True)
    text = world.content.texts.render(page.text, "vi")
    assert "• không thuộc đơn vị nào: 1 báo cáo" in text
    assert "• Phòng Kinh tế · chưa từng báo cáo\n" in text
    assert "• Phòng Văn hóa · chưa từng báo cáo · hôm nay đã nhắc" in text
    assert [option.token for option in page.rows[0]] == ["wk:n:week-20260511"]


async def test_what_waits_for_the_manager_is_one_tap_away(world: World) -> None:
    await world.reports(await world.person("An"), LONG_AGO, status="pending")
    for name in ("Chi", "Dung"):
        await world.person(name, status="pending")
    told = await message(world)
    assert "Chờ anh/chị duyệt: 1 báo cáo, 2 người mới" in told.text
    assert [button.token for button in told.buttons()] == [
        "+wk:t:0",
        WHY,
        NUDGE,
        "+go:pending",
        "+go:members",
        UNITS,
    ]


async def test_when_nothing_waits_no_button_offers_it(world: World) -> None:
    told = await message(world)
    assert "Chờ anh/chị duyệt" not in told.text
    assert [button.token for button in told.buttons()] == ["+wk:t:0", WHY, UNITS]


@pytest.mark.parametrize("locale", ["vi", "en"])
async def test_forty_targets_with_long_names_fit_below_a_picture_and_fill_pages(
    world: World, locale: str
) -> None:
    long = "Phấn đấu " + "rất nhiều " * 30
    many = catalogue(tuple(target(f"DC1-{n}", None, f"{n} {long}") for n in range(40)))
    for name in ("An" * 100, "Bình", "Chi"):
        await world.reports(await world.person(name), MONDAY)
    told = await message(world, many, locale)
    assert len(plain(told.text)) <= MOST_CHARACTERS
    assert told.text.count("Phấn đấu") == 3
    assert "37 nữa" in told.text or "37 more" in told.text
    assert told.made == Made("summary-chart", ("dong_cuu", "2026-05-15", SUMMARY.isoformat(), "0", locale))
    found = await summary(world, many)
    assert pictures(found.targets) == 5
    pages = [world.content.texts.render(targets_page(found.targets, n).text, locale) for n in range(6)]
    assert [page.count("Phấn đấu") for page in pages] == [8] * 6
    assert pages[5] == pages[0]
    assert max(len(page) for page in pages) < 2000
    assert [option.token for row in targets_page(found.targets, 4).rows for option in row][-5:] == [
        "wk:p:4",
        "wk:t:0",
        "go:progress",
        "go:summary",
        "go:menu",
    ]


async def test_a_picture_of_every_page_can_be_made_as_it_was_told(world: World) -> None:
    many = catalogue(tuple(target(f"DC1-{n}", None, "Ỷ ỡ Ặ " * 40) for n in range(9)))
    moment = Moment(date(2026, 5, 15), SUMMARY)
    for page in (0, 1):
        of = made("dong_cuu", moment, page, "vi").of
        draw = await world.db.read(partial(maker, of=of, catalogue=many, texts=world.content.texts))
        file = draw()
        assert Image.open(BytesIO(file.content)).width == 720


async def test_a_tenant_with_a_name_of_two_hundred_letters_and_thirty_silent_units_fits(world: World) -> None:
    await world.renames("dong_cuu", "xã " + "Đ" * 200)
    await world.adds_units(30, "Đơn vị " + "rất dài " * 25)
    text = (await message(world)).text
    assert len(plain(text)) <= MOST_CHARACTERS
    assert "nữa" in text


@pytest.mark.parametrize(
    ("every", "title", "reports"),
    [
        (Every.DAY, "**Ngày 15/5/2026 · xã Đông Cứu**", "Trong ngày: chưa có báo cáo nào"),
        (Every.MONTH, "**Tháng 5/2026 · xã Đông Cứu**", "Trong tháng: 2 báo cáo"),
        (Every.QUARTER, "**Quý 2/2026 · xã Đông Cứu**", "Trong quý: 3 báo cáo"),
    ],
)
async def test_it_can_be_of_a_day_a_month_or_a_quarter(
    world: World, every: Every, title: str, reports: str
) -> None:
    an = await world.person("An")
    for moment in (MONDAY, MONDAY - WEEK, MONDAY - 4 * WEEK):
        await world.reports(an, moment)
    told = await message(world, every=every)
    assert told.text.startswith(title)
    assert reports in told.text
    assert ("Chưa báo cáo" in told.text) == (every is not Every.DAY)
    assert not [button for button in told.buttons() if "wk:n" in button.token]


@pytest.mark.parametrize(
    ("due", "told"),
    [
        ("11-14", "Còn 183 ngày: Báo cáo năm (DC1), hạn cuối 14/11"),
        ("05-15", "Hôm nay là ngày cuối: Báo cáo năm (DC1)"),
        ("05-07", "🔴 Quá hạn 8 ngày: Báo cáo năm (DC1), hạn cuối 7/5"),
    ],
)
async def test_the_next_report_on_a_plan_is_counted_down_to_and_a_late_one_is_late(
    world: World, due: str, told: str
) -> None:
    content = world.content.catalogue
    plan = content.plans["DC1"]
    yearly = Duty(code="DC1-B1", name=Label(vi="Báo cáo năm", en="Yearly"), due=due)
    known = replace(content, plans={"DC1": plan.model_copy(update={"duties": (yearly,)})})
    assert (await message(world, known)).text.splitlines()[-1] == told
    # a summary of a month that is over tells the days that are left today, too
    before, texts = Round.at(Every.MONTH, SUMMARY, "Asia/Ho_Chi_Minh").before, world.content.texts
    found = await world.db.read(lambda s: read_summary(s, known, "dong_cuu", SUMMARY, before))
    assert rendered(texts, summary_message(found, texts, "vi"), "vi").text.splitlines()[-1] == told
    old = await world.db.read(lambda s: read_summary(s, known, "dong_cuu", SUMMARY, before.before))
    assert told not in rendered(texts, summary_message(old, texts, "vi"), "vi").text


async def test_of_several_late_reports_the_first_is_named_and_the_others_are_counted(world: World) -> None:
    content = world.content.catalogue
    duties = tuple(
        Duty(code=f"DC1-B{day}", name=Label(vi=f"Báo cáo {day}", en="Yearly"), due=f"05-0{day}")
        for day in (7, 8)
    )
    known = replace(content, plans={"DC1": content.plans["DC1"].model_copy(update={"duties": duties})})
    last = (await message(world, known)).text.splitlines()[-1]
    assert last == "🔴 Quá hạn 8 ngày: Báo cáo 7 (DC1), hạn cuối 7/5 · 1 báo cáo khác cũng quá hạn"


async def test_an_unknown_tenant_is_an_error_that_names_it(world: World) -> None:
    with pytest.raises(TiendoError, match="nowhere"):
        await world.db.read(
            lambda session: read_summary(session, world.content.catalogue, "nowhere", SUMMARY)
        )
