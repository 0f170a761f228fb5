"""A sheet of organisations, instruments or a roster, row by row: what it says, which cells are wrong."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
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
    "instruments": (
        "owner",
        "where",
        "instrument",
        "stall",
        "serial",
        "capacity",
        "counted",
        "used",
        "verified",
        "valid",
        "body",
        "certificate",
    ),
    "roster": ("name", "since", "until"),
}
#: those that have to be filled in besides; the others may be left out
_NEEDED: Mapping[str, tuple[str, ...]] = {"instruments": ("where", "instrument")}
#: what no two rows may say alike
_ONCE: Mapping[str, str] = {"instruments": "serial"}
_DAYS = ("since", "until", "used", "verified", "valid")
#: days that come one after the other
_IN_ORDER = (("since", "until"), ("verified", "valid"))
#: days that tell of what has happened
_PAST = ("used", "verified")
#: the row of the names of columns; what is filled in stands below
HEAD = 1
LONGEST = 120
#: nothing told here is older: a day before it was mistyped
_FIRST_YEAR = 1900
#: rows read at most: who has more sends two workbooks. An instrument becomes up to three reports, and nobody
#: else's are stored meanwhile
MOST_ROWS: Mapping[str, int] = {"organisations": 1_000, "instruments": 200, "roster": 1_000}
_LENGTHS = {"stall": 40, "serial": 60, "certificate": 60}
#: kg
_CAPACITY = (0.1, 200_000.0)


@dataclass(frozen=True, slots=True)
class Row:
    """What one row says: texts by column (codes where a list is chosen from), and days."""

    line: int
    texts: Mapping[str, str]
    days: Mapping[str, date]

    @property
    def name(self) -> str:
        """What it is called: the organisation, the member, or the owner with the serial number."""
        said = (self.texts.get(column, "") for column in ("name", "owner", "serial"))
        return " ".join(part for part in said if part)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a sheet came to. With anything wrong nothing of it is to be stored."""

    rows: tuple[Row, ...]
    wrong: tuple[Speech, ...]


@dataclass(frozen=True, slots=True)
class Lists:
    """What columns choose from: by column the names, folded, with the code of each. `today`: of past days."""

    chosen: Mapping[str, Mapping[str, str]]
    today: date


def kind_of(table: Table, heads: Mapping[str, str]) -> str:
    """Which kind of sheet has these names of columns, two at least and its first; empty for any other."""
    called = {folded_name(str(cell)) for cell in table.rows.get(HEAD, ()) if cell is not None}
    found: list[tuple[int, str]] = []
    for kind, columns in COLUMNS.items():
        there = [column for column in columns if folded_name(heads[column]) in called]
        if len(there) > 1 and columns[0] in there:
            found.append((len(there), kind))
    return max(found)[1] if found else ""


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
    needed = (COLUMNS[kind][0], *_NEEDED.get(kind, ()))
    missing = [say("import-no-column", column=heads[column]) for column in needed if column not in at]
    filled = list(table.filled())
    if missing or not filled or len(filled) > MOST_ROWS[kind]:
        told = missing or [say("import-many-rows", most=MOST_ROWS[kind]) if filled else say("import-no-rows")]
        return Sheet((), (*wrong, *told))
    rows: list[Row] = []
    once, seen = _ONCE.get(kind, needed[0]), dict[str, int]()
    for line, cells in filled:
        reader = _Reader(line, cells, at, lists)
        row = reader.row()
        wrong += reader.wrong
        if not reader.wrong:
            wrong += (
                say("import-empty", cell=address(at[column], line), column=heads[column])
                for column in needed
                if not folded_name(row.texts.get(column, ""))
            )
        folded = folded_name(row.texts.get(once, "")).replace(" ", "" if kind in _ONCE else " ")
        if folded and (before := seen.setdefault(folded, line)) != line:
            key = "import-twice" if once not in _ONCE.values() else f"import-twice-{once}"
            wrong.append(say(key, cell=address(at[once], line), line=before))
        rows.append(row)
    return Sheet(tuple(rows), (*wrong, *_taken(rows, seen, at)))


class _Reader:
    """Reads the cells of one row and collects what is wrong with them."""

    def __init__(self, line: int, cells: Sequence[Cell], at: Mapping[str, int], lists: Lists) -> None:
        self.line, self.cells, self.at = line, cells, at
        self.wrong: list[Speech] = []
        self._chosen, self._today = lists.chosen, lists.today

    def row(self) -> Row:
        texts = dict(self._texts())
        days = {column: day for column in _DAYS if (day := self._day(column))}
        for first, last in _IN_ORDER:
            # a member may leave on the day it joined; a stamp holds longer than its day
            least = timedelta(days=1 if last == "valid" else 0)
            if first in days and last in days and days[last] < days[first] + least:
                self._say("import-days-valid" if least else "import-days", last)
        for column in _PAST:
            if column in days and days[column] > self._today:
                self._say("import-future", column, day=days[column])
        if "valid" in days and "verified" not in days:
            self._say("import-not-verified", "valid")
        return Row(self.line, texts, days)

    def _texts(self) -> Iterator[tuple[str, str]]:
        checks: Mapping[str, Callable[[str, str], str]] = {
            "tax": self._tax,
            "capacity": self._capacity,
            **dict.fromkeys(self._chosen, self._code),
        }
        for column in self.at:
            if column in _DAYS:
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
        longest = _LENGTHS.get(column, LONGEST)
        if len(text) > longest and column != "also":
            self._say("import-long", column, most=longest)
        return text

    def _capacity(self, column: str, text: str) -> str:
        try:
            number = float(text.casefold().removesuffix("kg").strip().replace(",", "."))
        except ValueError:
            number = 0
        if not _CAPACITY[0] <= number <= _CAPACITY[1]:
            self._say("import-capacity", column, value=text)
        return str(number)

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
        if value is None:
            return None
        day: date | None
        if isinstance(value, datetime):
            day = value.date()
        else:
            day = value if isinstance(value, date) else _written(str(value).strip())
        if day is not None and day.year >= _FIRST_YEAR:
            return day
        self._say("import-day", column, value=str(day or value))
        return None

    def _say(self, key: str, column: str, **args: str | int | date) -> None:
        self.wrong.append(say(key, cell=address(self.at[column], self.line), **args))


def _written(text: str) -> date | None:
    for form in ("%d/%m/%Y", "%Y-%m-%d"):
        try:
            return datetime.strptime(text, form).date()  # noqa: DTZ007
        except ValueError:
            continue
    return None


def _taken(rows: Sequence[Row], seen: Mapping[str, int], at: Mapping[str, int]) -> Iterator[Speech]:
    """Other names of a row that are the name of another: stored, they would make one of two."""
    for row in rows:
        for name in row.texts.get("also", "").split(";"):
            if (line := seen.get(folded_name(name), row.line)) != row.line:
                yield say("import-also", cell=address(at["also"], row.line), value=name.strip(), line=line)


def address(column: int, line: int) -> str:
    """B7, AA12; columns from 0, lines from 1."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = ascii_uppercase[rest] + letters
    return f"{letters}{line}"
