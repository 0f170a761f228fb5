from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from core.indicators.facts import FactRow
from tests.core.indicators.world import fact, later, measure


def test_a_count_counts_facts_and_a_sum_adds_their_numbers() -> None:
    rows = fact(1, number=3), fact(2, number=4)
    assert measure("count(visit)", *rows).value == 2
    assert measure("sum(visit.number)", *rows).value == 7


def test_no_facts_are_none_counted() -> None:
    assert measure("count(visit)").value == 0


def test_the_facts_behind_a_figure_are_listed() -> None:
    rows = fact(3, number=1), fact(1, number=5), fact(2, number=0)
    assert measure("sum(visit.number where number >= 1)", *rows).facts == (1, 3)


def test_only_the_named_options_of_a_tally_are_summed() -> None:
    row = fact(1, people={"staff": 4, "guests": 9})
    assert measure("sum(visit.people[staff])", row).value == 4
    assert measure("sum(visit.people)", row).value == 13


def test_numbers_may_have_decimals_without_losing_any() -> None:
    assert measure("sum(visit.number)", fact(1, number=0.1), fact(2, number=0.2)).value == Decimal("0.3")


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("level = high", 1),
        ("level != high", 2),
        ("level >= middle", 2),
        ("level < middle", 1),
        ("level in @upper", 2),
        ("topics = a", 2),
        ("topics in {b, c}", 1),
        ("not topics = a", 1),
        ("level = high or number > 1", 2),
        ("level = high and number > 1", 0),
        ("date >= 2026-05-14", 3),
        ("date > 2026-05-14", 0),
        ("place.kind = market", 1),
        ("unit = office", 1),
        ("names in roster(team)", 1),
        ("people = staff", 1),
    ],
)
def test_conditions_choose_facts(condition: str, expected: int) -> None:
    rows = (
        replace(
            fact(1, level="low", number=1, topics=["a", "b"], date="2026-05-14", people={"staff": 0}),
            place="square",
            place_kind="market",
        ),
        replace(
            fact(
                2,
                level="middle",
                number=2,
                topics=["a"],
                date="2026-05-14/2026-05-15",
                names=["Dung", "bình"],
            ),
            unit="office",
        ),
        fact(3, level="high", number=1, date="2026-05-14", people={"staff": 2}),
    )
    assert measure(f"count(visit where {condition})", *rows).value == expected


@pytest.mark.parametrize(
    ("window", "expected"),
    [
        ("in week", 1),
        ("in month", 2),
        ("in quarter", 3),
        ("in year", 4),
        ("in 3 months", 4),
        ("to date", 5),
        ("", 5),
    ],
)
def test_windows_end_on_the_day_and_begin_where_they_say(window: str, expected: int) -> None:
    days = [
        date(2026, 5, 11),
        date(2026, 5, 10),
        date(2026, 4, 1),
        date(2026, 2, 16),
        date(2025, 12, 31),
        date(2026, 5, 16),
    ]
    rows = [fact(number, day=day) for number, day in enumerate(days)]
    assert measure(f"count(visit {window})", *rows, day=date(2026, 5, 15)).value == expected


def test_names_typed_with_and_without_accents_are_one() -> None:
    rows = fact(1, names=["Trần An", "tran an"]), fact(2, names=[" TRẦN  AN "])
    assert measure("distinct(visit.names)", *rows).value == 1


def test_names_that_differ_by_an_accent_are_two() -> None:
    rows = fact(1, names=["Hùng"]), fact(2, names=["Hưng"]), fact(3, names=["hung"])
    assert measure("distinct(visit.names)", *rows).value == 2


def test_a_condition_on_the_counted_field_is_asked_of_each_name() -> None:
    row = fact(1, names=["An", "Khách"])
    assert measure("distinct(visit.names where names in roster(team))", row).value == 1


def test_a_share_of_a_roster_counts_its_members_of_the_day() -> None:
    row = fact(1, names=["An", "Chi", "Khách"], day=date(2026, 2, 1))
    found = measure("ratio(distinct(visit.names), roster(team))", row)
    assert [found.value, found.numerator, found.denominator] == [Decimal("0.5"), 1, 2]


def test_nothing_of_nothing_is_no_figure() -> None:
    found = measure("ratio(distinct(visit.names), roster(nobody))", fact(1, names=["An"]))
    assert [found.value, found.numerator, found.denominator] == [None, 0, 0]


def test_the_latest_value_is_of_the_day_it_happened_not_the_day_it_was_recorded() -> None:
    new = fact(1, number=5, day=date(2026, 5, 2))
    old = replace(fact(2, number=4, day=date(2026, 5, 1)), recorded_at=later(new.recorded_at, days=9))
    assert measure("latest(visit.number)", new, old).value == 5


def test_all_needs_every_part_and_tells_how_many_hold() -> None:
    found = measure("all(count(visit) >= 1, sum(visit.number) >= 4)", fact(1, number=2))
    assert [found.value, found.numerator, found.denominator, found.share] == [0, 1, 2, Decimal("0.75")]


def test_any_needs_one_part() -> None:
    assert measure("any(count(visit) >= 1, sum(visit.number) >= 4)", fact(1, number=2)).value == 1


def test_a_part_without_data_leaves_all_open_unless_another_fails() -> None:
    assert measure("all(latest(visit.number) >= 1, count(visit) >= 0)").value is None
    assert measure("all(latest(visit.number) >= 1, count(visit) >= 1)").value == 0


def test_what_waits_is_shown_apart() -> None:
    waiting = replace(fact(2, number=4), status="pending", confirmed_at=None)
    found = measure("sum(visit.number)", fact(1, number=3), waiting)
    assert [found.value, found.pending, found.facts] == [3, 4, (1,)]


def test_a_waiting_name_that_is_counted_already_adds_nothing() -> None:
    waiting = replace(fact(2, names=["An"]), status="pending", confirmed_at=None)
    assert measure("distinct(visit.names)", fact(1, names=["An"]), waiting).pending == 0


def test_a_fact_withdrawn_later_still_counts_in_a_report_of_before() -> None:
    row = fact(1, day=date(2026, 5, 14))
    ended = replace(row, status="withdrawn", ended_at=later(row.recorded_at, days=3))
    assert measure("count(visit)", ended, day=date(2026, 5, 16)).value == 1
    assert measure("count(visit)", ended, day=date(2026, 5, 17)).value == 0


def test_a_fact_confirmed_later_was_still_waiting_in_a_report_of_before() -> None:
    row = fact(1, day=date(2026, 5, 14))
    confirmed = replace(row, confirmed_at=later(row.recorded_at, days=3))
    before = measure("count(visit)", confirmed, day=date(2026, 5, 16))
    assert [before.value, before.pending] == [0, 1]


def test_a_key_that_was_never_surveyed_holds_nothing() -> None:
    assert (
        measure(
            "register(survey.number minus loss.number by kind)", fact(1, "loss", number=2, kind="x")
        ).value
        == 0
    )


def test_a_register_never_falls_below_zero() -> None:
    rows = _register(fact(1, "survey", number=2, kind="x"), fact(2, "loss", number=5, kind="x"))
    assert measure("register(survey.number minus loss.number by kind)", *rows).value == 0


def test_a_surplus_of_one_key_does_not_make_up_for_another() -> None:
    rows = (
        fact(1, "survey", number=10, kind="x"),
        fact(2, "survey", number=10, kind="y"),
        fact(3, "check", number=20, kind="x"),
    )
    found = measure("ratio(valid(check.number by kind), register(survey.number by kind))", *rows)
    assert [found.numerator, found.denominator] == [10, 20]


@pytest.mark.parametrize(
    ("kind", "day", "left"),
    [
        ("x", date(2026, 3, 15), 20),
        ("x", date(2026, 3, 16), 0),
        ("slow", date(2027, 3, 15), 20),
        ("slow", date(2027, 3, 16), 0),
    ],
)
def test_a_verification_holds_as_long_as_its_kind_of_instrument_says(kind: str, day: date, left: int) -> None:
    row = fact(1, "check", day=date(2025, 3, 15), number=20, kind=kind)
    assert measure("valid(check.number by kind)", row, day=day).value == left


def test_what_its_stamp_says_goes_before_its_kind() -> None:
    row = fact(1, "check", day=date(2025, 3, 15), number=20, kind="slow", valid_until="2025-09-30")
    assert measure("valid(check.number by kind)", row, day=date(2025, 10, 1)).value == 0


def _register(*rows: FactRow) -> tuple[FactRow, ...]:
    return tuple(replace(row, recorded_at=later(row.recorded_at, minutes=row.id)) for row in rows)
