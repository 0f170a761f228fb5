"""A plan in tables: it reads back as the same plan, and what is wrong in a table is named with its cell."""

from collections.abc import Callable
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from core.catalogue.documents import read_document
from core.catalogue.parse import parse
from core.catalogue.plan_cells import Cell, Failed, Formula
from core.catalogue.plan_columns import EACH, Column, Row
from core.catalogue.plan_headers import Table
from core.catalogue.plan_layout import SHEETS
from core.catalogue.plan_lines import placed_text
from core.catalogue.plan_sheets import Reading, read_tables
from core.catalogue.plans import Plan
from core.texts import Label
from tests import shipped
from tests.core.catalogue.plan_forms import CELL_TEXTS, plans
from tests.core.catalogue.plan_rows import Rows, column, read, tables

PLANS = shipped.catalogue().plans


def plan_of(reading: Reading) -> Plan:
    assert [str(problem) for problem in reading.problems] == []
    document, problems = read_document("xy.yaml", placed_text(reading.data, reading.places).text)
    assert problems == []
    assert document is not None
    parsed, problems = parse(Plan, document)
    assert [str(problem) for problem in problems] == []
    assert parsed is not None
    return parsed.model


@pytest.mark.parametrize("code", PLANS)
def test_a_shipped_plan_reads_back_as_it_was(code: str) -> None:
    assert plan_of(read(tables(PLANS[code]))) == PLANS[code]


@given(plans(CELL_TEXTS))
@settings(deadline=None, max_examples=60)
def test_every_plan_reads_back_as_it_was(plan: Plan) -> None:
    assert plan_of(read(tables(plan))) == plan


def test_every_key_of_a_plan_has_a_column() -> None:
    paths = {path for sheet in SHEETS for row in sheet.rows.values() for path in _paths(row)}
    absent = [key for key in _keys(Plan, ()) if key not in paths]
    assert absent == []


def _paths(row: Row) -> list[tuple[str | int, ...]]:
    parent = row.parent
    bases = [row.key] if row.key or parent is None else []
    if parent is not None:
        (above,) = (
            one.key
            for sheet in SHEETS
            if sheet.name == parent.sheet
            for one in sheet.rows.values()
            if "code" in {c.name for c in one.columns}
        )
        bases.append((*above, parent.key))
    own = [(*base, *_named(each)) for base in bases for each in row.cells]
    return own + [(*base, key) for base in bases for key, _ in row.fixed]


def _named(each: Column) -> tuple[str | int, ...]:
    return tuple(step for step in each.path if isinstance(step, str) and step != EACH)


def _keys(model: type[BaseModel], before: tuple[str, ...]) -> list[tuple[str, ...]]:
    found = []
    for name, field in model.model_fields.items():
        inner = next(_models(field.annotation), None)
        path = (*before, name)
        if inner is None:
            found.append(path)
        elif inner is Label:
            found += [(*path, "vi"), (*path, "en")]
        elif name not in before:
            found += _keys(inner, path)
    return found


def _models(annotation: Any) -> Any:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel | Label):
        yield annotation
    for part in get_args(annotation):
        yield from _models(part)


def test_columns_may_stand_in_any_order_with_remarks_between() -> None:
    rows = tables(PLANS["BG"])
    for name, cells in rows.items():
        rows[name] = {
            number: [*reversed(line), "# of mine" if number == 1 else 5] for number, line in cells.items()
        }
    assert plan_of(read(rows)) == PLANS["BG"]


def test_empty_rows_and_rows_of_remarks_are_passed_over() -> None:
    rows = tables(PLANS["BG"])
    for name, cells in rows.items():
        far: Rows = {number * 1000: line for number, line in cells.items() if number > 1}
        rows[name] = {1: cells[1], 2: ["# what they mean"], 3: [None, " "], **far}
    assert plan_of(read(rows)) == PLANS["BG"]


STRUCTURE: list[tuple[str, Callable[[dict[str, Rows]], object], str, str, str]] = [
    (
        "a sheet was renamed",
        lambda rows: rows.update({"Goal": rows.pop("Goals")}),
        "Goals",
        "there is no sheet",
        'call the sheet "Goal" so again',
    ),
    ("a sheet is gone", lambda rows: rows.pop("Steps"), "Steps", "there is no sheet", "fresh template"),
    (
        "a sheet of the operator's own",
        lambda rows: rows.update({"Notes": {}}),
        "Notes",
        "a sheet that no plan has",
        "begin the sheet's name with #",
    ),
    (
        "a column was renamed",
        lambda rows: rows["Tasks"][1].__setitem__(0, "codes"),
        "Tasks row 1",
        'no column is called "codes"',
        "did you mean code?",
    ),
    (
        "a column twice",
        lambda rows: rows["Duties"][1].append("code"),
        "Duties row 1",
        'two columns "code"',
        "keep one",
    ),
    (
        "a title above the names of the columns",
        lambda rows: rows["Goals"].update({1: ["The goals of our plan"]}),
        "Goals row 1",
        "does not hold the names of the columns",
        "delete what is above",
    ),
    (
        "an empty sheet",
        lambda rows: rows.update({"Goals": {}}),
        "Goals row 1",
        "does not hold the names of the columns",
        "fresh template",
    ),
    (
        "a value beside the columns",
        lambda rows: rows["Goals"][2].append("x"),
        "Goals row 2",
        '"x" stands in a column without a name',
        "move or clear it",
    ),
    (
        "no target",
        lambda rows: [
            rows.update({name: {1: rows[name][1]}}) for name in ("Targets", "Goals", "Side figures")
        ],
        "Targets",
        "there is no target",
        "write one or more",
    ),
]


@pytest.mark.parametrize(
    ("change", "place", "what", "do"), [one[1:] for one in STRUCTURE], ids=[one[0] for one in STRUCTURE]
)
def test_sheets_and_columns_that_are_not_those_of_a_plan_are_named(
    change: Callable[[dict[str, Rows]], object], place: str, what: str, do: str
) -> None:
    rows = tables(PLANS["BG"])
    change(rows)
    reading = read(rows)
    problem = reading.problems[0]
    assert str(problem.place) == place
    assert what in problem.what
    assert do in problem.do


def test_merged_cells_are_named() -> None:
    rows = tables(PLANS["BG"])
    found = read_tables(
        {name: Table(cells, ["B3:B5"] if name == "Tasks" else []) for name, cells in rows.items()}
    )
    assert [(str(one.place), one.what) for one in found.problems] == [("Tasks", "the cells B3:B5 are merged")]
    assert not found.complete


def test_a_code_that_cannot_be_read_makes_no_other_row_wrong() -> None:
    rows = tables(PLANS["DC1"])
    rows["Targets"][2][0] = Formula("=B7")
    assert [str(one.place) for one in read(rows).problems] == ["Targets row 2, code"]


def test_problems_stand_in_the_order_of_the_workbook() -> None:
    rows = tables(PLANS["DC1"])
    rows["Duties"][2][column("Duties", "due")] = 5
    rows["Goals"][4][column("Goals", "value")] = "x"
    rows["Goals"][3][column("Goals", "low")] = "y"
    rows["Goals"][3][column("Goals", "value")] = "z"
    places = [str(one.place) for one in read(rows).problems]
    assert places == ["Goals row 3, value", "Goals row 3, low", "Goals row 4, value", "Duties row 2, due"]


CELL_VALUES = st.one_of(
    st.none(),
    st.text(max_size=5),
    st.integers(),
    st.floats(),
    st.booleans(),
    st.datetimes(),
    st.times(),
    st.timedeltas(),
    st.sampled_from([Formula("=1"), Failed("#N/A"), "XY-1", "I", "title", "line", "legal_basis", "phase"]),
)


@given(
    st.dictionaries(
        st.sampled_from([sheet.name for sheet in SHEETS]),
        st.lists(st.lists(CELL_VALUES, max_size=20), max_size=5),
    )
)
@settings(deadline=None)
def test_whatever_cells_hold_there_is_an_answer(given_rows: dict[str, list[list[Cell]]]) -> None:
    rows: dict[str, Rows] = {
        sheet.name: dict(
            enumerate([[each.name for each in sheet.columns], *given_rows.get(sheet.name, [])], start=1)
        )
        for sheet in SHEETS
    }
    reading = read(rows)
    text = placed_text(reading.data, reading.places)
    document, problems = read_document("xy.yaml", text.text)
    assert problems == []
    assert document is not None
    parse(Plan, document)
