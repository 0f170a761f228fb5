"""What people and spreadsheets put into cells: understood if it can mean one thing only, else asked about."""

from datetime import date, time
from typing import Any

import pytest

from core.catalogue.plan_cells import Cell, Failed, Formula
from tests import shipped
from tests.core.catalogue.plan_rows import column, midnight, read, tables

PLANS = shipped.catalogue().plans

CELLS: list[tuple[str, int, str, Cell, str, str]] = [
    ("Targets", 3, "indicator", Formula("=A1"), "a formula", "paste its value"),
    ("Targets", 3, "indicator", Failed("#REF!"), "#REF!", "type what should stand here"),
    ("Targets", 3, "section", 1.1, "the number 1.1, where a text belongs", "as text"),
    ("Targets", 3, "section", midnight(2026, 2, 1), "the date 2026-02-01", "as text"),
    ("Targets", 3, "baseline met", "maybe", "neither yes nor no", "yes or no"),
    ("Goals", 2, "value", "20,5", '"20,5" is text', "as a number"),
    ("Goals", 2, "value", "1.770", '"1.770" is text', "as a number"),
    ("Goals", 2, "value", True, '"TRUE" is text', "as a number"),
    ("Goals", 2, "value", midnight(2026, 2, 1), "made the date", "as a number"),
    ("Goals", 2, "due", 46000, '"46000" is no day', "2026-11-14"),
    ("Goals", 2, "due", time(3), "the time 03:00:00 is no day", "2026-11-14"),
    ("Goals", 2, "target", "DC1-1x", "no row in Targets", "did you mean DC1-1"),
    ("Goals", 2, "target", None, "the target is missing", "name a code of Targets"),
    ("Steps", 2, "starts", midnight(2023, 2, 5), "the date 2023-02-05 is no month", "2023-02"),
    ("Duties", 2, "due", midnight(2014, 11, 1), "the date 2014-11-01", "11-14"),
    ("Plan", 5, "item", "numbr", 'no item is called "numbr"', "did you mean number"),
    ("Plan", 5, "item", None, "the item is missing", "use one of"),
    ("Plan", 5, "item", "title", "a second title (the first is in row 3)", "keep one"),
    ("Plan", 5, "starts", "2026-01-01", "nothing belongs here", "clear the cell"),
    ("Budget", 5, "under", "X", "no row above", "use one of"),
]


@pytest.mark.parametrize(("sheet", "row", "name", "cell", "what", "do"), CELLS)
def test_a_cell_that_cannot_be_used_is_named_with_what_to_do(
    sheet: str, row: int, name: str, cell: Cell, what: str, do: str
) -> None:
    rows = tables(PLANS[{"Steps": "BG", "Budget": "BG", "Plan": "BN"}.get(sheet, "DC1")])
    rows[sheet][row][column(sheet, name)] = cell
    found = {str(problem.place): problem for problem in read(rows).problems}
    problem = found[f"{sheet} row {row}, {name}"]
    assert what in problem.what
    assert do in problem.do


@pytest.mark.parametrize(
    ("sheet", "name", "cell", "means"),
    [
        ("Goals", "value", "20", "20"),
        ("Goals", "value", 20.0, "20"),
        ("Goals", "value", 0.1, "0.1"),
        ("Goals", "due", midnight(2030, 12, 31), "2030-12-31"),
        ("Goals", "due", date(2030, 12, 31), "2030-12-31"),
        ("Goals", "percent", True, "true"),
        ("Goals", "percent", " YES ", "true"),
        ("Goals", "years first", 2026, "2026"),
        ("Steps", "starts", midnight(2023, 2, 1), "2023-02"),
        ("Steps", "code", 4, "4"),
        ("Parameters", "value", 12.5, "12.5"),
        ("Parameters", "value", midnight(2026, 1, 1), "2026-01-01"),
        ("Targets", "partners", "a,b;c\nd", ["a", "b", "c", "d"]),
        ("Targets", "baseline met", False, "false"),
        ("Targets", "name (vi)", " a\r\nb ", "a\nb"),
    ],
)
def test_what_a_spreadsheet_makes_of_typing_is_understood(
    sheet: str, name: str, cell: Cell, means: object
) -> None:
    rows = tables(PLANS["BG"])
    rows[sheet][2][column(sheet, name)] = cell
    reading = read(rows)
    assert [str(problem) for problem in reading.problems] == []
    (path,) = (path for path, place in reading.places.items() if str(place) == f"{sheet} row 2, {name}")
    value: Any = reading.data
    for step in path:
        value = value[step]
    assert value == means
