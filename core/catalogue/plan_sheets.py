"""The tables of a plan's workbook -> the data that its plan file would hold, or everything wrong in them.

Only what tables can get wrong is found here. Whether the plan makes sense is for the checks of all content,
whose findings `places` leads back to cells.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from core.catalogue.documents import Data, Path
from core.catalogue.plan_cells import Cell, CellError, is_blank, read_cell, split_lines
from core.catalogue.plan_columns import EACH, ITEM, Column, Row, Sheet
from core.catalogue.plan_headers import Table, find_sheets, header
from core.catalogue.plan_layout import SHEETS
from core.catalogue.plan_places import CellProblem, Place
from core.catalogue.problems import choose, quoted

_Thing = dict[str, Data]


@dataclass
class Reading:
    """What the tables hold. With a sheet whose columns are not known there is no sense in checking the rest:
    `complete` says whether every sheet could be read."""

    data: _Thing = field(default_factory=dict)
    places: dict[Path, Place] = field(default_factory=dict)
    problems: list[CellProblem] = field(default_factory=list)
    complete: bool = True


def read_tables(tables: Mapping[str, Table]) -> Reading:
    """The data of the tables, by the names of their sheets. Never raises, whatever the cells hold."""
    reading = Reading()
    found, reading.problems = find_sheets(tables)
    reader = _Reader(reading)
    for sheet in SHEETS:
        table = found.get(sheet.name)
        columns = None if table is None else header(sheet, table, reading.problems)
        if table is None or columns is None:
            reading.complete = False
            reader.unread.add(sheet.name)
            continue
        for number, cells in table.filled():
            reader.read(sheet, number, columns, cells)
    if reading.complete and not reading.data.get("targets"):
        reading.problems.append(CellProblem(Place("Targets"), "there is no target", "write one or more"))
        reading.complete = False
    reading.problems.sort(key=lambda problem: problem.place.rank)
    return reading


class _Reader:
    """Puts row after row into the data."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        #: sheets in which some code is not known
        self.unread: set[str] = set()
        self._codes: dict[str, dict[str, Path]] = {sheet.name: {} for sheet in SHEETS}
        self._first: dict[tuple[str, str], int] = {}

    def read(self, sheet: Sheet, number: int, columns: Sequence[str], cells: Sequence[Cell]) -> None:
        """One row; `columns` names its cells from left to right, "" for those that are not read."""
        place = Place(sheet.name, number)
        filled = zip(columns, cells, strict=False)
        named = {name: cell for name, cell in filled if name and not is_blank(cell)}
        row = self._kind(sheet, place, named) if named else None
        if row is None:
            return
        known = {column.name: column for column in row.columns}
        values: dict[Column, Data] = {}
        for name, cell in named.items():
            if name in known:
                values[known[name]] = self._value(place, known[name], cell)
            elif name != ITEM:
                what = f"nothing belongs here in a row of the item {quoted(named[ITEM])}"
                self._problem(place, name, what, "clear the cell")
        if not row.key and row.parent is None:
            self._set(row, place, values)
        elif values:
            self._add(sheet, row, place, values)

    def _kind(self, sheet: Sheet, place: Place, named: Mapping[str, Cell]) -> Row | None:
        if "" in sheet.rows:
            return sheet.rows[""]
        word = str(named.get(ITEM, "")).strip().casefold()
        row = sheet.rows.get(word)
        if row is None:
            what = f"no item is called {quoted(named[ITEM])}" if word else "the item is missing"
            self._problem(place, ITEM, what, choose(word, sheet.rows))
        elif not row.key and self._first.setdefault((sheet.name, word), place.row) != place.row:
            what = f"a second {word} (the first is in row {self._first[sheet.name, word]})"
            self._problem(place, ITEM, what, "keep one of them")
        return row

    def _value(self, place: Place, column: Column, cell: Cell) -> Data:
        try:
            return read_cell(cell, column.kind)
        except CellError as error:
            self._problem(place, column.name, error.what, error.do)
            if column.path == ("code",):
                self.unread.add(place.sheet)
            return None

    def _set(self, row: Row, place: Place, values: Mapping[Column, Data]) -> None:
        if row.makes:
            _part(self.reading.data, row.makes)
        for column, value in values.items():
            _put(self.reading.data, column.path, value)
        self._remember((), place, row.cells)

    def _add(self, sheet: Sheet, row: Row, place: Place, values: Mapping[Column, Data]) -> None:
        base = self._list(row, place, values)
        if base is None:
            return
        things = _part(self.reading.data, base, as_list=True)
        assert isinstance(things, list)
        path: Path = (*base, len(things))
        thing: _Thing = dict(row.fixed)
        for column, value in values.items():
            if column in row.cells and column.path:
                _put(thing, column.path, value)
        things.append(thing if row.cells[0].path else next(iter(values.values())))
        self.reading.places[path] = place
        self._remember(path, place, row.cells)
        code = thing.get("code")
        if isinstance(code, str):
            self._codes[sheet.name][code] = path

    def _list(self, row: Row, place: Place, values: Mapping[Column, Data]) -> Path | None:
        """Where the list is that the row goes into; None if that cannot be told."""
        parent = row.parent
        if parent is None:
            return row.key
        given = {column.name: value for column, value in values.items()}
        code = given.get(parent.column)
        if code is None:
            if not parent.required:
                return row.key
            if parent.column not in given:
                what = f"the {parent.column} is missing"
                self._problem(place, parent.column, what, f"name a code of {parent.sheet}")
            return None
        known = self._codes[parent.sheet]
        if isinstance(code, str) and code in known:
            return (*known[code], parent.key)
        if parent.sheet not in self.unread:
            where = "above" if parent.sheet == place.sheet else f"in {parent.sheet}"
            what = f"no row {where} has the code {quoted(code)}"
            self._problem(place, parent.column, what, choose(code, known))
        return None

    def _remember(self, base: Path, place: Place, columns: Sequence[Column]) -> None:
        for column in columns:
            cell = Place(place.sheet, place.row, column.name)
            half = Place(place.sheet, place.row, column.short) if column.short != column.name else place
            steps = column.path[: column.path.index(EACH)] if EACH in column.path else column.path
            for end in range(1, len(steps)):
                self.reading.places.setdefault((*base, *steps[:end]), half)
            if steps:
                self.reading.places.setdefault((*base, *steps), half if EACH in column.path else cell)

    def _problem(self, place: Place, column: str, what: str, do: str) -> None:
        self.reading.problems.append(CellProblem(Place(place.sheet, place.row, column), what, do))


def _part(data: _Thing, path: Path, *, as_list: bool = False) -> Data:
    """The mapping or list at a path, made on the way if it is not there."""
    here: Data = data
    for number, step in enumerate(path, start=1):
        if isinstance(here, dict) and isinstance(step, str):
            empty: Data = [] if as_list and number == len(path) else {}
            here = here.setdefault(step, empty)
        elif isinstance(here, list) and isinstance(step, int):
            here = here[step]
    return here


def _put(thing: _Thing, path: Path, value: Data) -> None:
    """The value at a path: below EACH its lines, below a number an entry of a pair."""
    *_, last = path
    if EACH in path:
        _put_lines(thing, path, value)
    elif isinstance(last, int):
        pair = _part(thing, path[:-1], as_list=True)
        assert isinstance(pair, list)
        pair.extend([None] * (2 - len(pair)))
        pair[last] = value
    else:
        part = _part(thing, path[:-1])
        assert isinstance(part, dict)
        part[last] = value


def _put_lines(thing: _Thing, path: Path, value: Data) -> None:
    entries = _part(thing, path[: path.index(EACH)], as_list=True)
    assert isinstance(entries, list)
    lines = split_lines(value) if isinstance(value, str) else []
    entries.extend({} for _ in range(len(lines) - len(entries)))
    for entry, line in zip(entries, lines, strict=False):
        if line and isinstance(entry, dict):
            entry[str(path[-1])] = line
