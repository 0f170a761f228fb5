"""The workbook of a register, to be filled in: the names of its columns, lists to choose from."""

import io
from collections.abc import Callable

from sqlalchemy.orm import Session

from core.catalogue import Catalogue
from core.organisations.registers import INSTRUMENTS, choices, heads, layout
from core.organisations.sheet import COLUMNS, MOST_ROWS
from core.texts import SOURCE_LOCALE, Texts, say
from reports.made_file import XLSX, MadeFile

#: columns of names, and how wide they are; the others
_WIDE, _WIDTH, _NARROW = ("name", "also", "owner", "where"), 34, 22


def maker(
    session: Session, of: tuple[str, ...], catalogue: Catalogue, texts: Texts
) -> Callable[[], MadeFile]:
    """`of` is the register (see core.organisations.registers) and the tenant's code."""
    kind, tenant = of
    name = texts.render(say("import-file", kind=kind.replace("_", "-")), SOURCE_LOCALE)
    return lambda: MadeFile(template_of(kind, catalogue, texts, tenant), name, XLSX)


def template_of(kind: str, catalogue: Catalogue, texts: Texts, tenant: str) -> bytes:
    """An Excel workbook whose first sheet has the columns, all of them text, and the lists of the tenant."""
    from openpyxl import Workbook
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    book = Workbook()
    page, lists = book.worksheets[0], book.create_sheet("Codes")
    page.title, lists.sheet_state = texts.render(say("import-sheet"), SOURCE_LOCALE), "hidden"
    chosen = choices(kind, catalogue, tenant)
    called = heads(texts)
    for at, column in enumerate(COLUMNS[layout(kind)], start=1):
        letter = get_column_letter(at)
        page.cell(1, at, called[column]).font = Font(bold=True)
        page.column_dimensions[letter].width = _WIDTH if column in _WIDE else _NARROW
        page.column_dimensions[letter].number_format = "@"
        names = [names[0] for _, names in chosen.get(column, ())]
        for row, name in enumerate(names, start=1):
            lists.cell(row, at, name)
        if names:
            choice = DataValidation(type="list", formula1=f"Codes!${letter}$1:${letter}${len(names)}")
            page.add_data_validation(choice)
            choice.add(f"{letter}2:{letter}{MOST_ROWS[layout(kind)] + 1}")
    page.freeze_panes = "D2" if kind == INSTRUMENTS else "B2"
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()
