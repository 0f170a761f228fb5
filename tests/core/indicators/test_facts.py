"""Facts as figures see them."""

from dataclasses import fields, replace
from typing import Any

from core.indicators.facts import FactRow, in_order
from tests.core.indicators.world import fact


def test_a_fact_that_says_otherwise_is_the_same_in_all_else() -> None:
    told: dict[str, Any] = {spec.name: f"its {spec.name}" for spec in fields(FactRow)}
    every = FactRow(**told)
    assert every.saying({"level": "high"}) == replace(every, fields={"level": "high"})


def test_facts_are_sorted_as_they_follow_each_other() -> None:
    rows = [fact(3), fact(1), fact(2)]
    assert sorted(rows, key=in_order) == sorted(rows, key=FactRow.order)
