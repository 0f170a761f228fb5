"""Where something stands in a plan's workbook, so that a problem of the plan can be found there."""

from collections.abc import Mapping
from dataclasses import dataclass

from core.catalogue.documents import Path
from core.catalogue.plan_layout import SHEETS

_COLUMNS = {sheet.name: [column.name for column in sheet.columns] for sheet in SHEETS}
_SHEETS = list(_COLUMNS)


@dataclass(frozen=True)
class Place:
    """A cell, a row, or with row 0 a whole sheet."""

    sheet: str
    row: int = 0
    column: str = ""

    def __str__(self) -> str:
        row = f" row {self.row}" if self.row else ""
        return f"{self.sheet}{row}{', ' if self.column else ''}{self.column}"

    @property
    def rank(self) -> tuple[int, int, int]:
        """In the order of sheets, rows and columns."""
        columns = _COLUMNS.get(self.sheet, [])
        sheet = _SHEETS.index(self.sheet) if self.sheet in _SHEETS else len(_SHEETS)
        return sheet, self.row, columns.index(self.column) if self.column in columns else -1


@dataclass(frozen=True)
class CellProblem:
    """What is wrong in a workbook, and what to do about it."""

    place: Place
    what: str
    do: str


def place_of(path: Path, places: Mapping[Path, Place]) -> Place:
    """The place of a path of the plan's data, or of the nearest thing around it that has one."""
    while path and path not in places:
        path = path[:-1]
    return places.get(path, Place(_SHEETS[0]))
