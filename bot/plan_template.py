"""The Excel workbook that an operator fills in for a plan: names of columns, what they mean, and the rows."""

import io
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict

from bot.content import CONTENT, read_text
from core.catalogue import Catalogue
from core.catalogue.documents import read_document
from core.catalogue.parse import parse
from core.catalogue.plan_cells import Cell
from core.catalogue.plan_columns import EACH, ITEM, REMARK, Column, Kind, Sheet
from core.catalogue.plan_layout import SHEETS
from core.catalogue.plan_tables import write_tables
from core.catalogue.plans import Plan
from core.catalogue.problems import Problem
from core.errors import ContentError
from core.markup import writable
from core.texts import Label

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

FILE = Path("templates") / "plan.yaml"
#: rows of the names of columns and of what they mean; what is filled in begins below
_ABOVE = 2
#: lists drop down that far
_LAST_ROW = 1000
_CODES = f"{REMARK}Codes"
_WIDTHS = {"indicator": 60, ITEM: 14}
_NARROW = (Kind.NUMBER, Kind.WHOLE, Kind.YES_NO, Kind.DAY, Kind.MONTH, Kind.YEAR_DAY)


class TemplateWords(BaseModel):
    """The file content/templates/plan.yaml: what columns and the items of the sheet Plan mean; an example."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    columns: Mapping[str, Mapping[str, Label]]
    items: Mapping[str, Label]
    example: Plan


def read_words(content: Path = CONTENT) -> TemplateWords:
    """The words of the template, of the content that comes with the program. Raises ContentError."""
    problems: list[Problem] = []
    name = f"content/{FILE.as_posix()}"
    document, found = read_document(name, read_text(content / FILE, name, problems) or "")
    problems += found
    parsed = None
    if document is not None:
        parsed, found = parse(TemplateWords, document)
        problems += found
    if parsed is None:
        raise ContentError("\n".join(map(str, problems)))
    return parsed.model


def check_template(content: Path) -> None:
    """Raises ContentError naming what is wrong with a template that this content has of its own."""
    if (content / FILE).exists():
        read_words(content)


def template_workbook(plan: Plan, words: TemplateWords, catalogue: Catalogue) -> bytes:
    """The workbook with the rows of a plan, and lists to choose from where a cell holds one code."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    tables = write_tables(plan)
    for sheet in SHEETS:
        page = book.create_sheet(sheet.name)
        _heads(page, sheet, words)
        _rows(page, sheet, tables[sheet.name])
        if sheet.name == "Plan":
            _about_items(page, sheet, words)
    lists = _codes(book, plan, catalogue)
    for sheet in SHEETS:
        _choices(book[sheet.name], sheet, lists)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _heads(page: "Worksheet", sheet: Sheet, words: TemplateWords) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill

    for number, column in enumerate(sheet.columns, start=1):
        about = words.columns[sheet.name][column.name]
        sign = f"{REMARK} " if number == 1 else ""
        page.cell(1, number, column.name).font = Font(bold=True)
        cell = page.cell(2, number, f"{sign}{about.vi}\n{about.en}")
        cell.font = Font(italic=True, color="555555")
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        for row in (1, 2):
            page.cell(row, number).fill = PatternFill("solid", fgColor="E8EEF4")
        whole = page.column_dimensions[_letter(number)]
        whole.width = _width(column)
        if _is_text(column):
            whole.number_format = "@"
    page.row_dimensions[_ABOVE].height = 75
    page.freeze_panes = f"B{_ABOVE + 1}"


def _rows(page: "Worksheet", sheet: Sheet, rows: Iterable[list[Cell]]) -> None:
    from openpyxl.styles import Alignment

    for number, cells in enumerate(rows, start=_ABOVE + 1):
        for place, (column, value) in enumerate(zip(sheet.columns, cells, strict=True), start=1):
            _put(page, number, place, value)
            cell = page.cell(number, place)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if _is_text(column):
                cell.number_format = "@"


def _put(page: "Worksheet", row: int, column: int, value: Cell) -> None:
    """A value as it is: text that begins with "=" stays text, and what no workbook can hold is left out."""
    if isinstance(value, str):
        cell = page.cell(row, column, writable(value))
        cell.data_type = "s"
    elif isinstance(value, int | float):
        page.cell(row, column, value)


def _about_items(page: "Worksheet", sheet: Sheet, words: TemplateWords) -> None:
    """What each item of the sheet Plan is, in a column of remarks where it stands first."""
    column = len(sheet.columns) + 1
    page.cell(1, column, REMARK)
    page.column_dimensions[_letter(column)].width = 70
    told: set[str] = set()
    for row in range(_ABOVE + 1, page.max_row + 1):
        item = str(page.cell(row, 1).value)
        if item not in told:
            page.cell(row, column, f"{words.items[item].vi} / {words.items[item].en}")
            told.add(item)


def _codes(book: "Workbook", plan: Plan, catalogue: Catalogue) -> dict[str, str]:
    """A sheet to look codes up in; the ranges of the lists one can choose from, by their names."""
    page = book.create_sheet(_CODES)
    tenants = [each for each in catalogue.tenants.values() if plan.code in each.plans]
    units = {unit.code: unit.name for each in tenants or catalogue.tenants.values() for unit in each.units}
    lists = sorted(
        {
            field.options_from
            for kind in catalogue.fact_types.values()
            for field in kind.fields
            if field.options_from and not field.options_from.startswith("@")
        }
    )
    columns = (
        ("owner, partners", list(units)),
        ("", list(units.values())),
        ("linked", list(catalogue.fact_types)),
        ("", [f"{kind.label.vi} / {kind.label.en}" for kind in catalogue.fact_types.values()]),
        ("options_from", lists),
    )
    for number, (name, values) in enumerate(columns, start=1):
        page.column_dimensions[_letter(number)].width = 40
        for row, value in enumerate((name, *values), start=1):
            _put(page, row, number, value)
    ends = {"units": ("A", len(units)), "option_lists": ("E", len(lists))}
    ranges = {name: f"'{_CODES}'!${letter}$2:${letter}${count + 1}" for name, (letter, count) in ends.items()}
    return ranges | {sheet.name: _code_range(sheet) for sheet in SHEETS}


def _code_range(sheet: Sheet) -> str:
    """The cells of a sheet in which the codes of its rows stand."""
    names = [column.name for column in sheet.columns]
    letter = _letter(names.index("code") + 1) if "code" in names else "A"
    return f"'{sheet.name}'!${letter}${_ABOVE + 1}:${letter}${_LAST_ROW}"


def _choices(page: "Worksheet", sheet: Sheet, lists: Mapping[str, str]) -> None:
    """Lists that drop down. A code that is not on one may still be right, so that is only asked about."""
    from openpyxl.worksheet.datavalidation import DataValidation

    for number, column in enumerate(sheet.columns, start=1):
        source = f'"{",".join(column.words)}"' if column.words else lists.get(column.known)
        if source is not None:
            choice = DataValidation("list", formula1=source, allow_blank=True, showErrorMessage=True)
            choice.errorStyle = "stop" if column.words else "warning"
            letter = _letter(number)
            choice.add(f"{letter}{_ABOVE + 1}:{letter}{_LAST_ROW}")
            page.add_data_validation(choice)


def _is_text(column: Column) -> bool:
    """Whether a spreadsheet is to leave alone what is typed, as it might make a number or a date of it."""
    is_sentence = column.name == "indicator" or column.path[-1:] in (("vi",), ("en",))
    return column.kind not in (Kind.NUMBER, Kind.WHOLE) and not is_sentence


def _width(column: Column) -> int:
    if column.kind in _NARROW or column.words:
        return 13
    is_long = column.path[-1:] in (("vi",), ("en",)) or EACH in column.path
    return _WIDTHS.get(column.name, 36 if is_long else 18)


def _letter(number: int) -> str:
    from openpyxl.utils import get_column_letter

    return get_column_letter(number)
