"""An admin fills in what plans leave open: what is stored, what figures say then, what must not happen."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select

from core.catalogue.settled import DecidedTarget
from core.indicators.progress import State
from core.messages import Address
from storage.models import Audit, PlanSetting, RosterMember, SetDay
from tests.handlers.settling import (
    PRODUCTS,
    TODAY,
    add,
    decide,
    settings,
    stands,
    take_away,
    tap,
    target_now,
    token,
)
from tests.handlers.village import Village


@pytest.mark.parametrize("typed", ["3", "phong kinh te", "kinh tế"])
async def test_a_unit_is_chosen_by_number_or_by_name_and_owns_the_target_at_once(
    village: Village, typed: str
) -> None:
    await village.press("chi", "fo:owner:DC1-1")
    await village.say("chi", typed)
    assert await settings(village) == [("owner", "DC1-1", {"unit": "phong_kinh_te"})]
    assert (await target_now(village, "DC1-1")).owner == "phong_kinh_te"


async def test_a_unit_on_the_second_page_can_be_chosen(village: Village) -> None:
    await village.press("chi", "fo:owner:DC1-1")
    await tap(village, "fp:", "thon_cuu_son")
    assert (await target_now(village, "DC1-1")).owner == "thon_cuu_son"


async def test_a_unit_that_may_be_several_is_asked_about(village: Village) -> None:
    await village.press("chi", "fo:owner:DC1-1")
    await village.say("chi", "thon")
    assert await settings(village) == []
    await tap(village, "thon_bao_thap")
    assert (await target_now(village, "DC1-1")).owner == "thon_bao_thap"


async def test_a_later_decision_holds_and_the_earlier_stays_for_the_past(village: Village) -> None:
    for typed in ("vhxh", "kinh te"):
        await village.press("chi", "fo:owner:DC1-1")
        await village.say("chi", typed)
    between = village.now - timedelta(seconds=45)
    assert (await stands(village, "DC1-1", between)).target.owner == "phong_vhxh"
    assert (await stands(village, "DC1-1")).target.owner == "phong_kinh_te"


async def test_a_number_is_typed_and_confirmed(village: Village) -> None:
    await village.press("chi", "fo:parameter:DC1.nscl_issues_per_month")
    await village.say("chi", "2")
    assert await settings(village) == []
    await tap(village, ":confirm:yes")
    assert await settings(village) == [("parameter", "DC1.nscl_issues_per_month", {"value": "2"})]


@pytest.mark.parametrize("typed", ["0", "1,5", "-1", "32", "nhiều"])
async def test_a_number_that_the_parameter_does_not_take_is_asked_again(village: Village, typed: str) -> None:
    await village.press("chi", "fo:parameter:DC1.nscl_issues_per_month")
    await village.say("chi", typed)
    assert not any(":confirm:" in button.token for button in village.last["demo-chi"].buttons())
    await village.say("chi", "4")
    await tap(village, ":confirm:yes")
    assert [kept[2] for kept in await settings(village)] == [{"value": "4"}]


async def test_a_value_with_options_is_chosen_by_name(village: Village) -> None:
    await village.press("chi", "fo:parameter:DC1.done_stage")
    await village.say("chi", "da cong nhan")
    await village.say("chi", "đúng")
    assert await settings(village) == [("parameter", "DC1.done_stage", {"value": "cong_nhan"})]


async def test_a_stage_further_on_undoes_what_counted_as_done_but_not_in_past_figures(
    village: Village,
) -> None:
    site = {"site_type": "tram_y_te", "site": "tram_y_te", "tool": "5s", "stage": "trien_khai"}
    day = village.knowledge.catalogue.fact_types["model_site"].date_field().code
    await village.db.write(
        lambda session: village.knowledge.turns.record(
            session,
            Address("test", "demo-hoa"),
            "model_site",
            {**site, day: TODAY.isoformat()},
            ("model-1", village.now),
        )
    )
    before = village.now
    assert (await stands(village, "DC1-3")).state is State.REACHED
    await village.press("chi", "fo:parameter:DC1.done_stage")
    await tap(village, "fp:", ":choose:duy_tri", ":confirm:yes")
    assert (await stands(village, "DC1-3")).state is not State.REACHED
    assert (await stands(village, "DC1-3", before)).state is State.REACHED


async def test_a_target_that_does_not_apply_shows_why_and_is_counted_as_late_no_more(
    village: Village,
) -> None:
    before = village.now
    assert "no school has the staff" in await decide(village, "no", "31/12")
    assert (await stands(village, "DC2-3")).state is State.NOT_APPLICABLE
    assert (await stands(village, "DC2-3", before)).state is not State.NOT_APPLICABLE
    assert "no school has the staff" in await village.press("an", "tg:DC2-3")
    target = await target_now(village, "DC2-3")
    assert isinstance(target, DecidedTarget)
    assert target.condition_review == date(2026, 12, 31)


async def test_a_decision_is_listed_again_when_its_day_has_come(village: Village) -> None:
    await decide(village, "yes", "15/5/2026")
    await village.press("chi", "fl")
    assert not any("DC2-3" in button.token for button in village.last["demo-chi"].buttons())
    village.now += timedelta(days=1)
    await village.press("chi", "fl")
    assert token(village, "fo:condition:DC2-3")


async def test_a_reason_of_one_letter_is_asked_for_again(village: Village) -> None:
    await village.press("chi", "fo:condition:DC2-3")
    await tap(village, ":choose:no")
    await village.say("chi", "x")
    await village.say("chi", "x" * 301)
    await village.say("chi", "no staff")
    await tap(village, ":day:none", ":confirm:yes")
    assert (await settings(village))[0][2] == {"met": False, "reason": "no staff", "review": None}


async def test_a_second_press_on_save_stores_nothing_more(village: Village) -> None:
    await village.press("chi", "fo:parameter:DC1.nscl_issues_per_month")
    await village.say("chi", "2")
    save = token(village, ":confirm:yes")
    for _ in range(2):
        await village.press("chi", save)
    assert len(await settings(village)) == 1


async def test_a_button_of_an_earlier_step_or_point_changes_nothing(village: Village) -> None:
    await village.press("chi", "fo:parameter:DC1.done_stage")
    early = token(village, ":choose:dang_ky")
    await tap(village, ":choose:danh_gia")
    await village.press("chi", early)
    await tap(village, ":confirm:yes")
    await village.press("chi", "fo:owner:DC1-1")
    await village.press("chi", early)
    assert await settings(village) == [("parameter", "DC1.done_stage", {"value": "danh_gia"})]


async def test_back_leads_through_the_questions_and_leaving_changes_nothing(village: Village) -> None:
    await village.press("chi", "fo:condition:DC2-3")
    await tap(village, ":choose:no")
    await village.say("chi", "no staff")
    await tap(village, ":day:none", "fb:", "fb:")
    await village.say("chi", "no room")
    await tap(village, ":day:none", "fx:")
    assert await settings(village) == []
    assert token(village, "fo:condition:DC2-3")


@pytest.mark.parametrize(
    "forged",
    [
        "fo",
        "fo:owner",
        "fo:owner:NO-1",
        "fo:roster:none",
        "fo:parameter:DC1.none",
        "fo:x:y",
        "fl:x:y",
        "fa:1:2",
    ],
)
async def test_a_forged_button_gets_an_answer_and_changes_nothing(village: Village, forged: str) -> None:
    assert await village.press("chi", forged)
    assert await settings(village) == []


@pytest.mark.parametrize("who", ["an", "binh", "dung"])
@pytest.mark.parametrize("verb", ["fl", "go:settle", "fo:owner:DC1-1", "fo:roster:truong_hoc_xa"])
async def test_only_an_admin_gets_in(village: Village, who: str, verb: str) -> None:
    await village.press(who, verb)
    assert not [each for each in village.last[f"demo-{who}"].buttons() if each.token[:2] in ("fo", "fa")]
    assert await settings(village) == []


@pytest.mark.parametrize("verb", ["fl", "go:settle", "fo:owner:DC1-1", "fo:roster:truong_hoc_xa"])
async def test_the_admin_of_another_tenant_settles_only_its_own_plan(village: Village, verb: str) -> None:
    await village.press("giang", verb)
    tokens = [each.token for each in village.last["demo-giang"].buttons()]
    assert not [each for each in tokens if "DC" in each or "truong_hoc_xa" in each]
    assert await settings(village) == []


async def test_every_change_leaves_a_line_of_the_trail(village: Village) -> None:
    await village.press("chi", "fo:owner:DC1-1")
    await village.say("chi", "vhxh")
    await decide(village, "no", "31/12")
    await add(village, PRODUCTS, "gao nep")
    await take_away(village, PRODUCTS, "gao_nep", "1/6/2026")
    lines = await village.db.read(
        lambda session: session.scalars(
            select(Audit)
            .where(Audit.entity.in_([PlanSetting.__tablename__, RosterMember.__tablename__]))
            .order_by(Audit.id)
        ).all()
    )
    assert [line.action for line in lines] == [
        "settle-owner",
        "settle-condition",
        "roster-add",
        "roster-end",
    ]
    assert all(line.inbox_id is not None and line.actor_id is not None for line in lines)
    assert lines[3].old is not None
    assert lines[3].new is not None
    assert (lines[3].old["until"], lines[3].new["until"]) == (None, "2026-05-31")


async def test_the_form_of_an_officer_who_may_not_stays_open(village: Village) -> None:
    await village.press("an", "new:measuring_inspection")
    await village.press("an", "fl")
    assert any(each.token.startswith("f:") for each in village.last["demo-an"].buttons())


NOVEMBER = datetime(2026, 11, 10, 2, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("15/10/2027", "15/10/2027"),
        ("10/1/2027", "10/1/2027"),
        ("10/1", "10/1/202"),
        ("15/10", "15/10/202"),
        ("15/10/2026", "15/10/2026"),
        ("29/2", "29/2"),
        ("29/2/2028", "29/2"),
    ],
)
async def test_the_day_of_each_year_is_one_to_come_in_this_year(
    village: Village, typed: str, said: str
) -> None:
    village.now = NOVEMBER
    await village.press("chi", "cl:duty:DC1-D1")
    asked = await village.say("chi", typed)
    assert said in asked
    assert "10/11/2026" in asked or "28/2" in asked
    assert await settings(village) == []
    # it is still asked for, and the answer has the year
    assert "30/11/2026" in await village.say("chi", "30/11")
    assert await settings(village) == [("deadline", "DC1-D1", {"due": "11-30"})]


async def test_once_its_day_is_over_the_next_years_is_set_and_this_years_stays(village: Village) -> None:
    village.now = datetime(2026, 11, 20, 2, 30, tzinfo=UTC)
    asked = await village.press("chi", "cl:duty:DC1-D1.2027")
    assert "năm 2027" in asked
    assert "30/11/2026" in asked
    assert "31/12/2027" in await village.say("chi", "1/1/2028")
    assert "Báo cáo năm 2027 đến hết 30/11/2027" in await village.say("chi", "30/11")
    assert await settings(village) == [("deadline", "DC1-D1", {"due": "11-14", "moved": [2027, "11-30"]})]
    shown = await village.say("chi", "/lich")
    assert "(DC1, 2027)**: trước 1/12 (hết ngày 30/11)" in shown
    # more time for the report of this year is asked for by its year
    await village.press("chi", "cl:duty:DC1-D1.2027")
    assert "Báo cáo năm 2026 đến hết 25/11/2026" in await village.say("chi", "25/11/2026")


async def test_every_day_that_was_set_can_be_dropped_also_when_it_is_over(village: Village) -> None:
    village.now = NOVEMBER
    for number in range(10):
        await village.press("chi", "cl:add")
        await village.say("chi", f"{11 + number}/11 wanted {number}")
    village.now = NOVEMBER + timedelta(days=2)
    text = await village.press("chi", "go:calendar")
    assert "wanted 1" in text
    assert "wanted 0" not in text
    page = await village.press("chi", "cl:set:0") + await village.press("chi", "cl:set:1")
    assert [page.count(f"wanted {number}") for number in range(10)] == [1] * 10
    # a page that is no more is the first
    assert "wanted 0" in await village.press("chi", "cl:set:7")
    assert "wanted" not in await village.press("dung", "cl:set:0")
    offered = [each.token for each in village.last["demo-chi"].buttons()]
    await village.press("chi", next(each for each in offered if each.startswith("cl:drop")))
    dropped = select(SetDay.name).where(SetDay.dropped_at.is_not(None))
    assert await village.db.read(lambda session: session.scalars(dropped).all()) == ["wanted 0"]
