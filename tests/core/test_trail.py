"""A chain holds, or says at which line it does not."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

from core.trail import ERASED, START, Break, Line, breaks, digest_of, seal_of

AT = datetime(2026, 5, 11, 1, 30, tzinfo=UTC)
Row = tuple[Line, str, str | None, Any, Any]


def chain(*told: tuple[str, Any, Any], salt: str = "s") -> list[Row]:
    rows: list[Row] = []
    before = START
    for seq, (action, old, new) in enumerate(told, 1):
        line = Line(1, seq, AT, 7, action, "fact", 3, None, digest_of(old, new, salt))
        before = seal_of(before, line)
        rows.append((line, before, salt, old, new))
    return rows


SOME = chain(("report", None, {"a": 1}), ("correct", {"a": 1}, {"a": 2}), ("withdraw", None, None))


def test_a_chain_that_nobody_touched_holds() -> None:
    assert list(breaks([])) == []
    assert list(breaks(SOME)) == []


def test_every_way_to_touch_a_chain_is_found_where_it_was_done() -> None:
    first, second, third = SOME
    late = replace(second[0], at=AT + timedelta(seconds=1))
    cases: dict[str, tuple[list[Row], list[Break]]] = {
        "taken out": ([first, third], [Break(3, "missing")]),
        "the first taken out": ([second, third], [Break(2, "missing")]),
        "moved in time": ([first, (late, *second[1:]), third], [Break(2, "altered")]),
        "other words": ([first, (*second[:4], {"a": 3}), third], [Break(2, "words")]),
        "erased by nobody": ([first, (*second[:2], None, None, None), third], [Break(2, "words")]),
        "sealed anew": (
            [first, (late, seal_of(first[1], late), *second[2:]), third],
            [Break(3, "altered")],
        ),
    }
    for name, (rows, expected) in cases.items():
        assert list(breaks(rows)) == expected, name


def test_words_may_be_taken_out_where_a_line_says_so_and_what_is_left_stays_as_it_is() -> None:
    left = digest_of(None, {"a": "–"}, None)
    rows = chain(("report", None, {"a": "An"}), (ERASED, None, {"lines": {"1": left}}))
    erased = [(*rows[0][:2], None, None, {"a": "–"}), rows[1]]
    assert list(breaks(erased)) == []
    again = [(*rows[0][:2], None, None, {"a": "Bình"}), rows[1]]
    assert list(breaks(again)) == [Break(1, "words")]


def test_words_are_the_same_however_a_database_gives_them_back() -> None:
    assert digest_of({"b": 2.0, "a": [1e300, None]}, None, "s") == digest_of(
        {"a": (1e300, None), "b": 2}, None, "s"
    )
    assert digest_of({"a": 2.5}, None, "s") != digest_of({"a": 2}, None, "s")
    line = SOME[0][0]
    elsewhere = replace(line, at=AT.astimezone(timezone(timedelta(hours=7))))
    assert seal_of(START, elsewhere) == seal_of(START, line)
