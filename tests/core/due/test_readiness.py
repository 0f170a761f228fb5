"""How ready a unit is, and whose turn it is."""

from dataclasses import replace

from core.due.readiness import Readiness, least_ready_first

COMPLETE = Readiness(
    "a", targets=3, with_figures=3, steps=2, steps_in_time=2, weeks=4, weeks_reported=4, pending=0
)


def test_only_what_lacks_nothing_is_complete() -> None:
    assert (COMPLETE.score, COMPLETE.passed, COMPLETE.checks) == (100, 10, 10)
    lacking = [
        replace(COMPLETE, with_figures=2),
        replace(COMPLETE, steps_in_time=1),
        replace(COMPLETE, weeks_reported=3),
        replace(COMPLETE, pending=7),
    ]
    assert [each.score for each in lacking] == [90, 90, 90, 90]
    assert replace(COMPLETE, targets=1000, with_figures=999).score == 99


def test_a_unit_of_which_nothing_is_expected_is_ready() -> None:
    assert Readiness("a", 0, 0, 0, 0, 0, 0, 0).score == 100


def test_the_least_ready_come_first() -> None:
    late = replace(COMPLETE, unit="b", weeks_reported=0)
    assert [each.unit for each in least_ready_first((COMPLETE, late))] == ["b", "a"]
