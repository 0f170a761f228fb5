"""An admin says who is on the rosters of a plan, and from when to when."""

from datetime import date

from tests.handlers.settling import PRODUCTS, SCHOOLS, TODAY, add, members, stands, take_away, tap
from tests.handlers.village import Village


async def test_names_that_were_typed_are_members_from_the_day_on(village: Village) -> None:
    await add(village, PRODUCTS, "gao nep\n- mat ong; tuong", "1/3/2026")
    assert await members(village, PRODUCTS, date(2026, 2, 28)) == []
    found = await members(village, PRODUCTS, date(2026, 3, 1))
    assert [(each.code, each.name) for each in found] == [
        ("gao_nep", "gao nep"),
        ("mat_ong", "mat ong"),
        ("tuong", "tuong"),
    ]


async def test_who_is_there_already_is_not_added_twice(village: Village) -> None:
    await add(village, PRODUCTS, "gao nep, mat ong")
    await add(village, PRODUCTS, "GAO NEP, tuong")
    assert [each.code for each in await members(village, PRODUCTS, TODAY)] == ["gao_nep", "mat_ong", "tuong"]


async def test_different_names_that_look_alike_without_marks_get_codes_of_their_own(village: Village) -> None:
    await add(village, PRODUCTS, "b\u00e1nh cu\u1ed1n, b\u00e0nh cu\u1ed1n")
    assert [each.code for each in await members(village, PRODUCTS, TODAY)] == ["banh_cuon", "banh_cuon_2"]


async def test_who_leaves_counts_until_the_day_before(village: Village) -> None:
    await add(village, PRODUCTS, "gao nep, mat ong", "1/1/2026")
    known_before = village.now
    await take_away(village, PRODUCTS, "gao_nep", "1/5/2026")
    last, gone = date(2026, 4, 30), date(2026, 5, 1)
    assert [each.code for each in await members(village, PRODUCTS, last)] == ["mat_ong", "gao_nep"]
    assert [each.code for each in await members(village, PRODUCTS, gone)] == ["mat_ong"]
    assert len(await members(village, PRODUCTS, gone, known_before)) == 2


async def test_who_leaves_on_the_first_day_was_never_there(village: Village) -> None:
    await add(village, PRODUCTS, "gao nep, mat ong", "1/3/2026")
    await take_away(village, PRODUCTS, "gao_nep", "1/3/2026")
    for day in (date(2026, 2, 1), date(2026, 3, 1), TODAY):
        assert "gao_nep" not in [each.code for each in await members(village, PRODUCTS, day)]


async def test_a_member_of_the_content_can_leave_and_come_back_and_is_never_there_twice(
    village: Village,
) -> None:
    code = "truong_thcs_dong_cuu"
    await take_away(village, SCHOOLS, code, "1/3/2026")
    assert code not in [each.code for each in await members(village, SCHOOLS, TODAY)]
    await add(village, SCHOOLS, "THCS Dong Cuu", "1/2/2026")
    for day in (date(2025, 9, 1), date(2026, 2, 15), date(2026, 3, 1), TODAY):
        there = [each.code for each in await members(village, SCHOOLS, day)]
        assert there.count(code) == 1
        assert len(there) == 5


async def test_a_member_of_the_content_can_be_taken_away_for_all_time(village: Village) -> None:
    code = "truong_mn_dong_cuu"
    await take_away(village, SCHOOLS, code, "1/1/2000")
    for day in (date(2001, 1, 1), TODAY):
        assert code not in [each.code for each in await members(village, SCHOOLS, day)]


async def test_places_are_ticked_or_typed_and_those_of_the_same_kind_come_first(village: Village) -> None:
    await take_away(village, SCHOOLS, "truong_mn_dong_cuu", "14/5/2026")
    await village.press("chi", f"fo:roster:{SCHOOLS}")
    await tap(village, ":choose:add")
    assert village.last["demo-chi"].buttons()[0].token.endswith(":names:truong_mn_dong_cuu")
    await tap(village, ":names:cho_ngu", ":names:truong_mn_dong_cuu", ":names:cho_ngu", ":names:done")
    await tap(village, f":day:{TODAY.isoformat()}", ":confirm:yes")
    codes = [each.code for each in await members(village, SCHOOLS, TODAY)]
    assert ("truong_mn_dong_cuu" in codes, "cho_ngu" in codes) == (True, False)


async def test_a_place_that_is_unknown_is_named_and_the_others_stay_ticked(village: Village) -> None:
    await village.press("chi", f"fo:roster:{SCHOOLS}")
    await tap(village, ":choose:add")
    assert "somewhere else" in await village.say("chi", "cho ngu, somewhere else")
    await tap(village, ":names:done")
    await tap(village, f":day:{TODAY.isoformat()}", ":confirm:yes")
    assert "cho_ngu" in [each.code for each in await members(village, SCHOOLS, TODAY)]


async def test_more_members_make_a_share_smaller_and_past_figures_stay(village: Village) -> None:
    before = village.now
    was = (await stands(village, "DC1-4")).measure.denominator
    await add(village, SCHOOLS, "cho ngu")
    now = (await stands(village, "DC1-4")).measure.denominator
    assert [was, now] == [5, 6]
    assert (await stands(village, "DC1-4", before)).measure.denominator == 5
