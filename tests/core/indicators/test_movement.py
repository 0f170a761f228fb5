from dataclasses import replace

import pytest

from core.catalogue import Catalogue
from core.catalogue.plans import Goal
from core.indicators.facts import FactRow, ListedFacts
from core.indicators.movement import Movement, corrections, movements
from core.texts import Lines, Text
from tests.core.indicators.world import CATALOGUE, fact, moment, plan, target


def catalogue(*indicators: str) -> Catalogue:
    targets = [
        target(text, Goal(value=5)).model_copy(update={"code": f"P-{number}"})
        for number, text in enumerate(indicators, start=1)
    ]
    return replace(CATALOGUE, plans={"P": plan(*targets)})


def moved(row: FactRow, *others: FactRow, by: Catalogue) -> tuple[Movement, ...]:
    return movements(row, by, "town", ListedFacts(others, by), moment())


def test_a_fact_moves_every_target_whose_conditions_it_meets() -> None:
    by = catalogue("count(visit)", "sum(visit.number where level = high)", "count(survey)")
    found = moved(fact(2, number=4, level="high"), fact(1, number=3, level="high"), by=by)
    assert [each.target.code for each in found] == ["P-1", "P-2"]
    assert [[each.before.value, each.after.value] for each in found] == [[1, 2], [3, 7]]


def test_what_it_moves_comes_first() -> None:
    by = catalogue("count(visit where level = low)", "count(visit)")
    assert [each.moved for each in moved(fact(1, level="high"), by=by)] == [True, False]


def test_it_makes_no_difference_whether_the_fact_is_stored_already() -> None:
    by = catalogue("count(visit)")
    row = fact(1)
    assert moved(row, row, by=by) == moved(row, by=by)


def test_a_waiting_fact_tells_what_it_will_move() -> None:
    by = catalogue("count(visit)")
    waiting = replace(fact(1), status="pending", confirmed_at=None)
    assert [each.after.value for each in moved(waiting, by=by)] == [1]


def test_the_reason_names_the_field_the_answer_and_what_was_wanted() -> None:
    by = catalogue("count(visit where level in @upper and number >= 3)")
    (found,) = moved(fact(1, level="low", number=5), by=by)
    assert isinstance(found.reason, Lines)
    (sentence,) = found.reason.parts
    assert isinstance(sentence, Text)
    assert sentence.args["field"] == CATALOGUE.fact_types["visit"].fields[1].label
    assert sentence.args["wanted"] == CATALOGUE.groups["upper"].label


def test_of_two_ways_the_nearer_one_is_explained() -> None:
    by = catalogue("count(visit where (level = high and number = 1) or topics = a)")
    (found,) = moved(fact(1, level="low", number=2, topics=["b"]), by=by)
    assert isinstance(found.reason, Lines)
    assert len(found.reason.parts) == 1


@pytest.mark.parametrize(
    "text", ["count(visit where not level = high)", "stage(visit where note in roster(team)) >= done"]
)
def test_every_unmoved_target_has_a_reason_with_words(text: str) -> None:
    (found,) = moved(fact(1, level="high"), by=catalogue(text))
    assert isinstance(found.reason, Lines)
    assert found.reason.parts


def corrected(row: FactRow, old: FactRow, *others: FactRow, by: Catalogue) -> tuple[Movement, ...]:
    return corrections(row, old, by, "town", ListedFacts(others, by), moment())


def test_a_correction_moves_a_target_from_what_it_was_with_the_old_report() -> None:
    by = catalogue("sum(visit.number)")
    (found,) = corrected(fact(3, number=5), fact(2, number=4), fact(1, number=3), by=by)
    assert [found.before.value, found.after.value, found.reason] == [7, 8, None]


def test_a_correction_that_no_longer_counts_says_so_and_why() -> None:
    by = catalogue("sum(visit.number where level = high)", "count(visit where level = low)")
    left, joined = sorted(
        corrected(fact(2, number=4, level="low"), fact(1, number=4, level="high"), by=by),
        key=lambda each: each.target.code,
    )
    assert [left.before.value, left.after.value, left.moved] == [4, 0, True]
    assert isinstance(left.reason, Lines)
    assert [joined.before.value, joined.after.value, joined.reason] == [0, 1, None]


def test_what_waited_before_it_was_corrected_had_not_counted() -> None:
    by = catalogue("sum(visit.number)")
    waited = replace(fact(1, number=4), status="pending", confirmed_at=None)
    (found,) = corrected(fact(2, number=5), waited, by=by)
    assert [found.before.value, found.after.value] == [0, 5]
