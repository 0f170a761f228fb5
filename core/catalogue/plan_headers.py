"""Which sheets and columns a workbook has, compared with those it should have."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from core.catalogue.plan_cells import Cell, is_blank
from core.catalogue.plan_columns import REMARK, Sheet
from core.catalogue.plan_layout import SHEETS
from core.catalogue.plan_places import CellProblem, Place
from core.catalogue.problems import choose, closest, quoted

#: an empty workbook to take sheets and columns from
_FRESH = "or copy it from a fresh template"


@dataclass(frozen=True)
class Table:
    """A sheet as it was read: its rows by number, from 1, and its merged cells, such as "B3:B5"."""

    rows: Mapping[int, Sequence[Cell]]
    merged: Sequence[str] = ()

    def filled(self) -> Iterator[tuple[int, Sequence[Cell]]]:
        """The rows below the names of the columns that hold something and are no remark."""
        for number, cells in sorted(self.rows.items()):
            first = cells[0] if cells else None
            is_remark = isinstance(first, str) and first.strip().startswith(REMARK)
            if number > 1 and not is_remark and not all(map(is_blank, cells)):
                yield number, cells


def find_sheets(tables: Mapping[str, Table]) -> tuple[dict[str, Table], list[CellProblem]]:
    """The tables by the names their sheets should have; and what is wrong with the sheets there are."""
    known = {sheet.name.casefold(): sheet.name for sheet in SHEETS}
    found = {known[folded]: table for name, table in tables.items() if (folded := _folded(name)) in known}
    others = [name for name in tables if _folded(name) not in known and not name.startswith(REMARK)]
    problems = []
    for sheet in SHEETS:
        if sheet.name not in found:
            near = closest(sheet.name, others) or (others[0] if len(others) == 1 else None)
            do = f"call the sheet {quoted(near)} so again" if near else f"add it, {_FRESH}"
            problems.append(CellProblem(Place(sheet.name), "there is no sheet of this name", do))
    if not problems:
        do = f"move what belongs to the plan, or begin the sheet's name with {REMARK}"
        problems = [CellProblem(Place(name), "a sheet that no plan has", do) for name in others]
    return found, problems


def header(sheet: Sheet, table: Table, problems: list[CellProblem]) -> list[str] | None:
    """The names of the table's columns from left to right, "" for one that is not read. None, and what is
    wrong is added to `problems`, if they are not those of the sheet."""
    known = {column.name.casefold(): column.name for column in sheet.columns}
    written = [str(cell or "").strip() for cell in table.rows.get(1, ())]
    names = [known.get(_folded(text), "") for text in written]
    found = [CellProblem(Place(sheet.name), *_merged(cells)) for cells in table.merged]
    if not any(names):
        what = "row 1 does not hold the names of the columns"
        found.append(CellProblem(Place(sheet.name, 1), what, f"delete what is above them, {_FRESH}"))
        problems += found
        return None
    for text, name in zip(written, names, strict=True):
        if text and not name and not text.startswith(REMARK):
            do = choose(text, [each for each in known.values() if each not in names], else_do=_remark())
            found.append(CellProblem(Place(sheet.name, 1), f"no column is called {quoted(text)}", do))
    for name in known.values():
        if names.count(name) != 1:
            what = f"there {'are two columns' if name in names else 'is no column'} {quoted(name)}"
            do = "keep one of them" if name in names else f"add it, {_FRESH}"
            found.append(CellProblem(Place(sheet.name, 1), what, do))
    found += _outside(sheet, table, written)
    problems += found
    return None if found else names


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()


def _remark() -> str:
    return f"remove it, or begin its name with {REMARK}"


def _merged(cells: str) -> tuple[str, str]:
    return f"the cells {cells} are merged", "take them apart, and write what each row says into it"


def _outside(sheet: Sheet, table: Table, written: Sequence[str]) -> list[CellProblem]:
    """Values in columns without a name, which would be lost."""
    found = []
    for number, cells in table.filled():
        stray = [cell for place, cell in enumerate(cells) if place >= len(written) or not written[place]]
        if any(not is_blank(cell) for cell in stray):
            value = next(cell for cell in stray if not is_blank(cell))
            what = f"{quoted(value)} stands in a column without a name"
            found.append(CellProblem(Place(sheet.name, number), what, f"move or clear it, {_remark()[3:]}"))
    return found
