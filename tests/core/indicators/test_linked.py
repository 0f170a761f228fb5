"""Reports beside a target that is told in words."""

from dataclasses import replace
from datetime import date

from core.catalogue.plans import Target
from core.indicators.facts import FactRow, ListedFacts
from core.indicators.linked import with_linked
from core.indicators.progress import State, TargetProgress, assess
from tests.core.indicators.world import CATALOGUE, fact, moment, plan, target

WORDS = target("count(visit)").model_copy(
    update={"indicator": None, "kind": "Q", "linked": ("visit", "check")}
)


def told(wanted: Target, *rows: FactRow) -> TargetProgress:
    facts = ListedFacts(rows, CATALOGUE)
    item = assess(plan(wanted), wanted, facts, CATALOGUE, moment())
    return with_linked(item, facts, CATALOGUE, moment())


def test_confirmed_reports_of_the_linked_kinds_are_counted_within_the_year() -> None:
    found = told(
        WORDS,
        fact(1),
        fact(2, "check"),
        fact(3, "loss"),
        fact(4, day=date(2025, 12, 31)),
        replace(fact(5), confirmed_at=None, status="pending"),
    )
    assert [found.measure.value, found.measure.facts, found.measure.pending] == [2, (1, 2), 1]
    assert found.measure.denominator is None
    assert (found.value, found.state) == (None, State.NOT_NUMERIC)


def test_a_target_with_a_number_stays_as_it_is() -> None:
    assert told(target("sum(visit.number)"), fact(1, number=3)).value == 3
