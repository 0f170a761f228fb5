"""Files of a list: numbers to be checked, the first sheet of a workbook."""

from pathlib import Path

from bot.plan_workbook import ZIP, read_workbook
from core.catalogue.plan_headers import Table
from core.errors import ContentError
from core.gs1.lists import Row, cells_of, in_table

#: far more than a list of some thousand numbers needs
_MOST_BYTES = 8_000_000
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


class NoList(Exception):
    """The file cannot be read as a list."""


def read_numbers(path: Path) -> tuple[Row, ...]:
    """The numbers of the file with their rows; of a workbook those of the sheet that holds the most.

    Raises NoList for a file that is damaged, too large or neither a workbook nor text.
    """
    return read_list(path)[0]


def read_list(path: Path) -> tuple[tuple[Row, ...], Table | None]:
    """The numbers of the file, and the first sheet of a workbook. Raises as `read_numbers` does."""
    if path.stat().st_size > _MOST_BYTES:
        raise NoList(f"larger than {_MOST_BYTES // 1_000_000} MB")
    data = path.read_bytes()
    if data.startswith(ZIP):
        return _workbook(data)
    return in_table(cells_of(_text(data))), None


def _workbook(data: bytes) -> tuple[tuple[Row, ...], Table | None]:
    try:
        tables = read_workbook(data)
    except ContentError as error:
        raise NoList(str(error)) from error
    found = (in_table(sorted(table.rows.items())) for table in tables.values())
    return max(found, key=len, default=()), next(iter(tables.values()), None)


def _text(data: bytes) -> str:
    encoding = "utf-16" if data.startswith(_UTF_16) else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        # digits are the same in every old code page
        text = data.decode("latin-1")
    if "\x00" in text:
        raise NoList("neither a workbook nor text")
    return text
