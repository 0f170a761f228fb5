from dataclasses import replace

from benchmarks.measure import Count, Result, count
from benchmarks.table import markdown, summary

RESULT = Result(
    bot="tiendo",
    run="steady",
    steps_per_s=100.0,
    p50_ms=10.0,
    p99_ms=20.0,
    peak_mb=120.0,
    right=9,
    wanted=9,
    typed_again=0,
    wrong=0,
    double=0,
    seconds=1.0,
)
AN, BINH = (1, ("a",)), (2, ("b",))


def test_a_report_is_right_when_it_is_stored_exactly_once() -> None:
    assert count({AN, BINH}, [AN, BINH]) == Count(right=2, wrong=0, double=0)


def test_a_row_nobody_sent_is_wrong() -> None:
    assert count({AN, BINH}, [AN, (2, ("a",))]) == Count(right=1, wrong=1, double=0)


def test_a_row_stored_again_is_double_and_its_report_not_right() -> None:
    assert count({AN, BINH}, [AN, BINH, BINH]) == Count(right=1, wrong=0, double=1)


def test_rounds_give_the_median_of_speed_and_the_worst_of_faults() -> None:
    rounds = [
        RESULT,
        replace(RESULT, steps_per_s=300.0, right=7, wrong=2),
        replace(RESULT, steps_per_s=200.0, double=1, typed_again=3),
    ]
    (entry,) = summary(rounds)
    assert (entry["steps_per_s"], entry["right"]) == (200.0, 7)
    assert (entry["wrong"], entry["double"], entry["typed_again"]) == (2, 1, 3)


def test_each_run_is_compared_with_aiogram_in_that_run() -> None:
    peer = replace(RESULT, bot="aiogram", steps_per_s=200.0)
    entries = summary([RESULT, peer, replace(RESULT, run="kill", typed_again=None)])
    assert [entry["ratio"] for entry in entries] == [0.5, 1.0, None]
    assert markdown(entries).count("\n") == 4
