"""A sheet of organisations or of members of a roster, row by row: what it says, or which cells are wrong."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from string import ascii_uppercase

from stdnum.exceptions import ValidationError
from stdnum.vn import mst

from core.catalogue.plan_cells import Cell, Failed, Formula
from core.catalogue.plan_headers import Table
from core.organisations.names import folded_name
from core.texts import Speech, say

#: the columns of each kind of sheet in their order; the first has to be filled in
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "organisations": ("name", "kind", "trade", "place", "spot", "tax", "also"),
    "roster": ("name", "since", "until"),
}
#: the row of the names of columns; what is filled in stands below
HEAD = 1
LONGEST = 120


@dataclass(frozen=True, slots=True)
class Row:
    """What one row says: texts by column (codes where a list is chosen from), and days."""

    line: int
    texts: Mapping[str, str]
    days: Mapping[str, date]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a sheet came to. With anything wrong nothing of it is to be stored."""

    rows: tuple[Row, ...]
    wrong: tuple[Speech, ...]


@dataclass(frozen=True, slots=True)
class Lists:
    """What columns choose from: names, folded, and the code of each."""

    kinds: Mapping[str, str]
    places: Mapping[str, str]


def read_sheet(kind: str, table: Table, heads: Mapping[str, str], lists: Lists) -> Sheet:
    """The rows of a sheet of this kind. `heads`: how each column is called."""
    wrong: list[Speech] = [say("import-merged", cells=cells) for cells in table.merged]
    called = {
        folded_name(str(cell)): at for at, cell in enumerate(table.rows.get(HEAD, ())) if cell is not None
    }
    at = {
        column: called[folded_name(heads[column])]
        for column in COLUMNS[kind]
        if folded_name(heads[column]) in called
    }
    first = COLUMNS[kind][0]
    if first not in at:
        return Sheet((), (*wrong, say("import-no-column", column=heads[first])))
    rows: list[Row] = []
    seen: dict[str, int] = {}
    for line, cells in table.filled():
        reader = _Reader(line, cells, at, lists)
        row = reader.row()
        wrong += reader.wrong
        folded = folded_name(row.texts.get(first, ""))
        if not folded and not reader.wrong:
            wrong.append(say("import-empty", cell=_address(at[first], line), column=heads[first]))
        elif folded and (before := seen.setdefault(folded, line)) != line:
            wrong.append(say("import-twice", cell=_address(at[first], line), line=before))
        rows.append(row)
    if not rows:
        wrong.append(say("import-no-rows"))
    return Sheet(tuple(rows), tuple(wrong))


class _Reader:
    """Reads the cells of one row and collects what is wrong with them."""

    def __init__(self, line: int, cells: Sequence[Cell], at: Mapping[str, int], lists: Lists) -> None:
        self.line, self.cells, self.at = line, cells, at
        self.wrong: list[Speech] = []
        self._chosen: Mapping[str, Mapping[str, str]] = {"kind": lists.kinds, "place": lists.places}

    def row(self) -> Row:
        texts = dict(self._texts())
        days = {column: day for column in ("since", "until") if (day := self._day(column))}
        if "since" in days and "until" in days and days["until"] < days["since"]:
            self.wrong.append(say("import-days", cell=_address(self.at["until"], self.line)))
        return Row(self.line, texts, days)

    def _texts(self) -> Iterator[tuple[str, str]]:
        checks: Mapping[str, Callable[[str, str], str]] = {
            "tax": self._tax,
            "kind": self._code,
            "place": self._code,
        }
        for column in self.at:
            if column in ("since", "until"):
                continue
            text = self._text(column)
            if text:
                yield column, checks[column](column, text) if column in checks else text

    def _cell(self, column: str) -> Cell:
        at = self.at.get(column, len(self.cells))
        value = self.cells[at] if at < len(self.cells) else None
        if isinstance(value, Formula | Failed):
            self._say("import-formula", column)
            return None
        return value

    def _text(self, column: str) -> str:
        value = self._cell(column)
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        if isinstance(value, bool | date):
            self._say("import-not-text", column)
            return ""
        text = " ".join(str(value).split()) if value is not None else ""
        if len(text) > LONGEST and column != "also":
            self._say("import-long", column, most=LONGEST)
        return text

    def _tax(self, column: str, text: str) -> str:
        try:
            return str(mst.validate(text if text.startswith("0") or len(text) != 9 else f"0{text}"))
        except ValidationError:
            self._say("import-tax", column, value=text)
            return ""

    def _code(self, column: str, text: str) -> str:
        code = self._chosen[column].get(folded_name(text))
        if code is None:
            self._say(f"import-unknown-{column}", column, value=text)
        return code or ""

    def _day(self, column: str) -> date | None:
        value = self._cell(column)
        if isinstance(value, datetime):
            return value.date()
        if isinstance(value, date) or value is None:
            return value
        for form in ("%d/%m/%Y", "%Y-%m-%d"):
            try:
                return datetime.strptime(str(value).strip(), form).date()  # noqa: DTZ007
            except ValueError:
                continue
        self._say("import-day", column, value=str(value))
        return None

    def _say(self, key: str, column: str, **args: str | int) -> None:
        self.wrong.append(say(key, cell=_address(self.at[column], self.line), **args))


def _address(column: int, line: int) -> str:
    """B7, AA12."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = ascii_uppercase[rest] + letters
    return f"{letters}{line}"
