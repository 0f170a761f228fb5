"""A plan -> the rows of its workbook, which `plan_sheets` reads back into an equal plan."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from core.catalogue.documents import Path
from core.catalogue.plan_cells import Cell, write_cell
from core.catalogue.plan_columns import EACH, ITEM, Column, Row, Sheet
from core.catalogue.plan_layout import SHEETS
from core.catalogue.plans import Plan

_Thing = Mapping[str, Any]


def write_tables(plan: Plan) -> dict[str, list[list[Cell]]]:
    """The rows below the header by sheet, their cells in the order of the sheet's columns."""
    data = plan.model_dump()
    return {sheet.name: [_line(sheet, *row) for row in _rows(sheet, data)] for sheet in SHEETS}


#: a row: the word of its item, what it is, the thing, and the code of what it belongs to
_Written = tuple[str, Row, Any, str | None]


def _rows(sheet: Sheet, data: _Thing) -> Iterator[_Written]:
    for word, row in sheet.rows.items():
        if not row.key and row.parent is None and (not row.makes or _get(data, row.makes) is not None):
            yield word, row, data, None
    lists = {row.key or row.parent: row for row in sheet.rows.values() if row.key or row.parent}
    for row in lists.values():
        for thing, code in _things(row, data):
            word = next(word for word, one in sheet.rows.items() if one.key == row.key and _fits(thing, one))
            yield word, sheet.rows[word], thing, code


def _fits(thing: Any, row: Row) -> bool:
    return all(thing[key] == value for key, value in row.fixed)


def _things(row: Row, data: _Thing) -> Iterator[tuple[Any, str | None]]:
    """All things of that kind, each with the code of what it belongs to."""
    parent = row.parent
    if parent is None:
        yield from ((thing, None) for thing in _get(data, row.key) or ())
    elif row.key:
        yield from _nested(_get(data, row.key) or (), parent.key, None)
    else:
        (owner,) = next(sheet for sheet in SHEETS if sheet.name == parent.sheet).rows.values()
        for above in _get(data, owner.key):
            yield from ((thing, above["code"]) for thing in above[parent.key])


def _nested(things: Iterable[Any], key: str, code: str | None) -> Iterator[tuple[Any, str | None]]:
    for thing in things:
        yield thing, code
        yield from _nested(thing[key], key, thing["code"])


def _line(sheet: Sheet, word: str, row: Row, thing: Any, code: str | None) -> list[Cell]:
    cells: dict[str, Cell] = {ITEM: word}
    if row.parent is not None:
        cells[row.parent.column] = code
    cells |= {column.name: _cell(thing, column) for column in row.cells}
    return [cells.get(column.name) for column in sheet.columns]


def _cell(thing: Any, column: Column) -> Cell:
    if EACH in column.path:
        split = column.path.index(EACH)
        entries = _get(thing, column.path[:split])
        texts = (str(_get(entry, column.path[split + 1 :])) for entry in entries)
        return "\n".join(" ".join(text.split()) for text in texts) or None
    return write_cell(_get(thing, column.path), column.kind)


def _get(thing: Any, path: Path) -> Any:
    for step in path:
        if thing is None:
            return None
        thing = thing[step]
    return thing
