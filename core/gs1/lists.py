"""Many numbers at once: found in a pasted text or in the rows of a table, checked, counted."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from core.gs1.numbers import LENGTHS, Gs1Number, bare, number_of

#: numbers of one list that are looked at
MOST = 5_000
#: digits of what may have been meant as a number of GS1, right or not
_FEWEST, _LONGEST = 5, 20
_CELLS = re.compile(r"[;,\t|]")
#: how a scanner's or a spreadsheet's digits come out as a number with decimals
_WHOLE = re.compile(r"([0-9]+)\.0+")


@dataclass(frozen=True, slots=True)
class Row:
    """What stands in a row of a list, counted from 1 as whoever reads the list counts them: digits, or of a
    pasted list what should have been some.
    """

    row: int
    digits: str

    @property
    def number(self) -> Gs1Number | None:
        return number_of(self.digits)


@dataclass(frozen=True, slots=True)
class Checked:
    """A list, sorted out: `again` are the rows of a right number that stands further up."""

    right: tuple[Row, ...]
    wrong: tuple[Row, ...]
    #: of a length no number has
    odd: tuple[Row, ...]
    again: Mapping[str, tuple[int, ...]]
    #: rows behind the MOST that were looked at
    unread: int = 0

    @property
    def count(self) -> int:
        return len(self.right) + len(self.wrong) + len(self.odd)


def in_text(text: str) -> tuple[Row, ...]:
    """What stands in a text that is mostly numbers, one or more a line; nothing of any other text."""
    found: list[Row] = []
    for row, line in enumerate(text.splitlines(), 1):
        cells = [cell.strip() for cell in _CELLS.split(line) if cell.strip()]
        found += (Row(row, _digits(each) or each) for each in cells)
    known = sum(row.digits.isdecimal() and len(row.digits) in LENGTHS for row in found)
    return tuple(found) if known * 2 > len(found) else ()


def in_table(rows: Iterable[tuple[int, Sequence[object]]]) -> tuple[Row, ...]:
    """The numbers of the column that holds the most of them, whatever stands beside and above.

    `rows` are the cells of each row, with its number.
    """
    columns: dict[int, list[Row]] = defaultdict(list)
    for number, cells in rows:
        for column, cell in enumerate(cells):
            digits = _digits(_as_text(cell))
            if digits:
                columns[column].append(Row(number, digits))
    if not columns:
        return ()
    return tuple(max(columns.values(), key=lambda rows: sum(len(row.digits) in LENGTHS for row in rows)))


def checked(rows: Sequence[Row]) -> Checked:
    """Each row where it belongs."""
    looked_at = rows[:MOST]
    right, wrong, odd = list[Row](), list[Row](), list[Row]()
    places: dict[str, list[int]] = defaultdict(list)
    for row in looked_at:
        number = row.number
        if number is None:
            odd.append(row)
        elif not number.right:
            wrong.append(row)
        else:
            right.append(row)
            places[number.gtin or number.digits].append(row.row)
    again = {digits: tuple(there) for digits, there in places.items() if len(there) > 1}
    return Checked(tuple(right), tuple(wrong), tuple(odd), again, len(rows) - len(looked_at))


def cells_of(text: str) -> list[tuple[int, list[str]]]:
    """The lines of a text as rows of a table, numbered from 1."""
    return [(number, _CELLS.split(line)) for number, line in enumerate(text.splitlines(), 1)]


def _digits(cell: str) -> str:
    """The digits of a cell that holds a number and nothing else."""
    text = cell.strip().strip("'\"")
    whole = _WHOLE.fullmatch(text)
    digits = whole[1] if whole else bare(text)
    return digits if _FEWEST <= len(digits) <= _LONGEST else ""


def _as_text(cell: object) -> str:
    """A spreadsheet keeps long numbers as floats; those of up to 15 digits are exact."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None or isinstance(cell, bool) else str(cell)
