"""A workbook that is written row by row is read again as it was given."""

from datetime import date, datetime, time
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from reports.exports.book import Value, book_at

_DAY = date(2026, 2, 28)


def _read(path: Path) -> list[list[tuple[object, ...]]]:
    book = load_workbook(path)
    return [[tuple(cell.value for cell in row) for row in page.iter_rows()] for page in book.worksheets]


def test_every_kind_of_cell_comes_back(tmp_path: Path) -> None:
    row: tuple[Value, ...] = (
        *(-2.5, 10**12, 0.1, None, _DAY, datetime.combine(_DAY, time(4, 5, 6))),
        *(" <ă> & \"'\n\t]]>", "a\r\nb", "", "=1+1"),
    )
    with book_at(tmp_path / "a.xlsx") as book:
        assert book.sheet("One", [str(number) for number in range(len(row))], [row, row]) == 2
        assert book.sheet("Two", ["nothing"], []) == 0
    (_, *found), none = _read(tmp_path / "a.xlsx")
    # openpyxl has no days, only moments
    read = tuple(datetime.combine(_DAY, time()) if value is _DAY else value for value in row)
    assert found == [read, read]
    assert none == [("nothing",)]


def test_a_day_that_excel_cannot_number_is_a_text_and_a_long_text_is_cut(tmp_path: Path) -> None:
    with book_at(tmp_path / "a.xlsx") as book:
        book.sheet("One", ["day", "text"], [(date(1899, 5, 1), "x" * 40_000)])
    assert _read(tmp_path / "a.xlsx")[0][1] == ("1899-05-01", "x" * 32_767)


def test_columns_have_the_letters_excel_gives_them(tmp_path: Path) -> None:
    with book_at(tmp_path / "a.xlsx") as book:
        book.sheet("One", [get_column_letter(number) for number in range(1, 801)], [])
    (page,) = load_workbook(tmp_path / "a.xlsx").worksheets
    assert all(cell.coordinate == f"{cell.value}1" for cell in page[1])


def test_sheets_of_one_name_are_told_apart_and_names_are_those_excel_takes(tmp_path: Path) -> None:
    names = ("Kê khai [2026]: a/b?", "kê khai 2026 a b", "'x' & <y>", "", "dài " * 10, "dài " * 10)
    with book_at(tmp_path / "a.xlsx") as book:
        for name in names:
            book.sheet(name, ["a"], [])
    found = load_workbook(tmp_path / "a.xlsx").sheetnames
    assert found[:4] == ["Kê khai 2026 a b", "kê khai 2026 a b 2", "x' & <y>", "1"]
    assert len({name.casefold() for name in found}) == len(names)
    assert all(len(name) <= 31 for name in found)
