"""What tables that hold a plan are made of: sheets, kinds of rows, and columns that lead into the plan."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto

from core.catalogue.documents import Path

#: a step of a path: one value for each line of the cell
EACH = "*"
#: the column that says what a row is, on sheets whose rows differ
ITEM = "item"
#: rows, columns and sheets whose name or first cell begins with it are for people and are not read
REMARK = "#"


class Kind(Enum):
    """How a cell is read."""

    TEXT = auto()
    #: codes with commas between them
    CODES = auto()
    #: names with commas between them
    NAMES = auto()
    NUMBER = auto()
    #: a whole number
    WHOLE = auto()
    #: a text, a number or a day
    VALUE = auto()
    YES_NO = auto()
    DAY = auto()
    MONTH = auto()
    YEAR_DAY = auto()


@dataclass(frozen=True)
class Column:
    """A column by its header; `path` leads from the thing a row is to the value of the cell."""

    name: str
    path: Path
    kind: Kind = Kind.TEXT
    #: the words it is chosen from
    words: tuple[str, ...] = ()
    #: what else it is chosen from: a sheet whose codes it names, or "units", "option_lists"
    known: str = ""

    @property
    def short(self) -> str:
        """Its name without the language: "name (vi)" is one half of "name"."""
        return self.name.split(" (")[0]


@dataclass(frozen=True)
class Parent:
    """A row belongs to another one, of another sheet or above it: `column` names it by its code."""

    column: str
    sheet: str
    #: the list it goes into there
    key: str
    required: bool = True


@dataclass(frozen=True)
class Row:
    """What a row is: an entry of the list at `key` of the plan, or of its parent. Without either, a part of
    the plan itself, of which there is one."""

    columns: tuple[Column, ...]
    key: Path = ()
    parent: Parent | None = None
    #: what every such entry says besides its cells
    fixed: tuple[tuple[str, str], ...] = ()
    #: the part of the plan that is there as soon as the row is
    makes: Path = ()

    @property
    def cells(self) -> tuple[Column, ...]:
        """The columns that hold data of the thing itself."""
        return tuple(one for one in self.columns if self.parent is None or one.name != self.parent.column)


@dataclass(frozen=True)
class Sheet:
    """A sheet by its name; its rows by the word in the column `item`, or one for "" where all are alike."""

    name: str
    rows: Mapping[str, Row]

    @property
    def columns(self) -> tuple[Column, ...]:
        """Every column once, from left to right."""
        found = {ITEM: Column(ITEM, (), words=tuple(self.rows))} if "" not in self.rows else {}
        for row in sorted(self.rows.values(), key=lambda row: -len(row.columns)):
            for column in row.columns:
                found.setdefault(column.name, column)
        return tuple(found.values())


def both(name: str, *path: str | int) -> tuple[Column, Column]:
    """A text in both languages, in two columns."""
    where = path or (name,)
    return Column(f"{name} (vi)", (*where, "vi")), Column(f"{name} (en)", (*where, "en"))
