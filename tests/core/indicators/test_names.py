"""Combinations of what facts name, values that occur often enough, and sets compared with each other."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.catalogue.plans import Member
from core.indicators.facts import FactRow
from core.indicators.names import member_called
from tests.core.indicators.plan_world import measure as in_plan
from tests.core.indicators.world import fact, measure


def test_combinations_of_fields_are_counted_once_each() -> None:
    rows = (
        fact(1, note="An", level="low"),
        fact(2, note="An", level="high"),
        fact(3, note="An", level="low"),
    )
    found = measure("distinct(visit.(note, level))", *rows)
    assert [found.value, found.facts] == [2, (1, 2, 3)]


def test_every_combination_of_what_one_fact_names_counts() -> None:
    row = fact(1, names=["An", "Binh"], topics=["a", "b"])
    assert measure("distinct(visit.(names, topics))", row).value == 4


def test_a_part_nobody_filled_in_is_an_empty_part_and_nothing_at_all_is_nothing() -> None:
    rows = fact(1, note="An"), fact(2, note="An", level="low"), fact(3, number=5), fact(4, note="", names=[])
    assert measure("distinct(visit.(note, level))", *rows).value == 2
    assert measure("distinct(visit.(names, topics))", *rows).value == 0


def test_names_typed_in_different_ways_are_one_in_each_part() -> None:
    rows = (
        fact(1, note="Trần An", names=["Bình"]),
        fact(2, note="tran an", names=["binh"]),
        fact(3, note="Trần An", names=["Bính"]),
    )
    assert measure("distinct(visit.(note, names))", *rows).value == 2


def test_the_year_it_happened_may_be_a_part() -> None:
    days = date(2025, 12, 31), date(2026, 1, 1), date(2026, 6, 30)
    rows = [fact(number, note="An", day=day) for number, day in enumerate(days, start=1)]
    assert measure("distinct(visit.(note, year))", *rows).value == 2
    assert measure("distinct(visit.year)", *rows).value == 2


def test_a_field_called_year_goes_before_the_year_it_happened() -> None:
    rows = [fact(number, "prize", org="An", year=2020 + number) for number in (1, 2, 3)]
    assert in_plan("distinct(prize.(org, year))", *rows).value == 3


def test_a_condition_on_a_part_is_asked_of_that_part_alone() -> None:
    row = fact(1, names=["An", "Guest"], topics=["a", "b"])
    assert measure("distinct(visit.(names, topics) where names in roster(team))", row).value == 2
    assert measure("distinct(visit.(names, topics) where not topics = a)", row).value == 2
    assert measure("distinct(visit.(names, level) where topics = a)", row).value == 2


def test_only_the_last_fact_of_each_key_is_looked_at() -> None:
    rows = fact(1, note="An", level="high"), fact(2, note="An", level="low", day=date(2026, 5, 15))
    assert measure("distinct(visit.(note, stage) latest by note where level = high)", *rows).value == 0


def test_a_value_must_occur_often_enough() -> None:
    rows = fact(1, names=["An", "an"]), fact(2, names=["Binh"]), fact(3, names=["BINH"])
    found = measure("distinct(visit.names having count >= 2)", *rows)
    assert [found.value, found.facts] == [1, (2, 3)]


def test_a_value_must_come_with_enough_different_others() -> None:
    rows = (
        fact(1, note="An", level="low"),
        fact(2, note="An", level="low"),
        fact(3, note="Binh", level="low"),
        fact(4, note="binh", level="high"),
    )
    assert measure("distinct(visit.note having distinct(level) >= 2)", *rows).value == 1
    assert measure("distinct(visit.note having distinct(level) < 2)", *rows).value == 1
    assert measure("distinct(visit.(note, level) having count >= 2)", *rows).value == 1
    assert measure("distinct(visit.note having distinct(level) >= 2 where level = low)", *rows).value == 0


def test_what_is_common_and_what_is_in_either_is_found_by_name() -> None:
    rows = (
        fact(1, names=["Hùng", "An"], level="high"),
        fact(2, names=["hung", "Chi"], level="low"),
        fact(3, names=["Dung"], level="middle"),
    )
    high, low = "distinct(visit.names where level = high)", "distinct(visit.names where level = low)"
    both = measure(f"common({high}, {low})", *rows)
    assert [both.value, both.facts] == [1, (1, 2)]
    assert measure(f"union({high}, {low})", *rows).value == 3
    assert measure(f"common({high}, union({low}, distinct(visit.names)))", *rows).value == 2


def test_common_combinations_need_every_part_alike() -> None:
    rows = (
        fact(1, note="An", level="low", stage="done"),
        fact(2, note="An", level="high", stage="begun"),
        fact(3, note="an", level="high", stage="done"),
    )
    sets = [f"distinct(visit.(note, level) where stage = {stage})" for stage in ("begun", "done")]
    assert measure(f"common({', '.join(sets)})", *rows).value == 1


def test_without_facts_sets_are_empty() -> None:
    names = "distinct(visit.names), distinct(visit.names having count >= 2)"
    assert [measure(f"{word}({names})").value for word in ("common", "union")] == [0, 0]


def test_a_share_of_a_roster_may_be_of_a_union() -> None:
    rows = fact(1, names=["An"], level="high"), fact(2, names=["Bình", "Guest"], level="low")
    either = "union(distinct(visit.names where level = high), distinct(visit.names where level = low))"
    found = measure(f"ratio({either}, roster(team))", *rows)
    assert [found.numerator, found.denominator, found.facts] == [2, 2, (1, 2)]


def test_a_share_of_combinations_counts_those_the_whole_names() -> None:
    rows = (
        fact(1, note="An", level="low", stage="begun"),
        fact(2, note="Binh", level="low", stage="begun"),
        fact(3, note="an", level="low", stage="done"),
        fact(4, note="an", level="high", stage="done"),
    )
    done, begun = (f"distinct(visit.(note, level) where stage = {stage})" for stage in ("done", "begun"))
    assert measure(f"ratio({done}, {begun})", *rows).value == Decimal("0.5")


def test_a_share_that_is_closed_is_of_the_roster_of_its_last_day() -> None:
    row = fact(1, names=["An", "Chi"], day=date(2026, 2, 1))
    found = measure("ratio(distinct(visit.names from 2026-01-01 to 2026-03-31), roster(team))", row)
    assert [found.numerator, found.denominator] == [2, 3]


def test_what_waits_may_be_what_is_missing_for_often_enough() -> None:
    waiting = replace(fact(2, note="An"), status="pending", confirmed_at=None)
    found = measure("distinct(visit.note having count >= 2)", fact(1, note="An"), waiting)
    assert [found.value, found.pending] == [0, 1]


_NAMES = st.lists(st.sampled_from(["An", "an", "Bình", "binh", "Chi"]), max_size=3)


@pytest.mark.parametrize("field", ["names", "(names, topics)"])
@given(st.lists(st.tuples(_NAMES, st.sampled_from(["low", "high"])), max_size=5))
def test_a_union_is_both_sets_with_what_is_common_once(field: str, said: list[tuple[list[str], str]]) -> None:
    rows: list[FactRow] = [
        fact(number, names=names, level=level, topics=["a"]) for number, (names, level) in enumerate(said, 1)
    ]
    one, two = (f"distinct(visit.{field} where level = {level})" for level in ("low", "high"))
    counts = [
        measure(text, *rows).value for text in (one, two, f"common({one}, {two})", f"union({one}, {two})")
    ]
    low, high, common, union = (count if count is not None else Decimal(-1) for count in counts)
    assert union == low + high - common
    assert 0 <= common <= min(low, high)


@pytest.mark.parametrize("typed", ["HTX Na.", "htx na ,", '"HTX Na"', "- HTX Na", "HTX  Na…", "(HTX Na)"])
def test_marks_around_a_name_make_no_other_name(typed: str) -> None:
    assert measure("distinct(visit.note)", fact(1, note="HTX Na"), fact(2, note=typed)).value == 1
    assert member_called(typed, (Member(code="na", name="HTX Na"),)) == "na"


def test_marks_inside_a_name_and_of_what_is_no_name_count() -> None:
    assert measure("distinct(visit.note)", fact(1, note="A.B"), fact(2, note="AB")).value == 2
    assert (
        measure("distinct(visit.note)", fact(1, note="-5"), fact(2, note="5"), fact(3, note=".")).value == 3
    )


def test_a_roster_typed_without_accents_holds_who_is_reported_with_them() -> None:
    members = (
        Member(code="lan", name="tran lan"),
        Member(code="an", name="Trần An"),
        Member(code="b", name="an"),
    )
    assert member_called("Trần Lan", members) == "lan"
    assert member_called("Trần Ân", members) is None
    assert member_called("Ấn", (*members, Member(code="c", name="an."))) is None
