"""What an operator may hand over instead of a plan: one clear sentence each, never a traceback."""

import time
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from datetime import time as time_of_day
from pathlib import Path

import pytest
from hypothesis import given, settings
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Font

from bot.plan_files import read_plan, read_plan_file
from bot.plan_template import read_words, template_workbook
from bot.plan_workbook import read_workbook
from core.catalogue.plan_lines import placed_text
from core.catalogue.plan_sheets import read_tables
from core.catalogue.plans import Plan
from core.errors import ContentError
from tests import shipped
from tests.bot.plan_office import PlanOffice
from tests.core.catalogue.plan_forms import CELL_NUMBERS, CELL_TEXTS, plans

CATALOGUE = shipped.catalogue()
MIDNIGHT = datetime.combine(date(2030, 12, 31), time_of_day())


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> PlanOffice:
    """One for all, since nothing here is ever written."""
    return PlanOffice(tmp_path_factory.mktemp("office")).copy_content()


def zipped(path: Path, parts: dict[str, bytes]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)


def cut(path: Path) -> None:
    Workbook().save(path)
    path.write_bytes(path.read_bytes()[:2000])


def large(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(50_000_000)


FILES: list[tuple[str, str, Callable[[Path], object], str]] = [
    ("words", "a.xlsx", lambda path: path.write_text("code: XY"), "not an Excel file, although its name"),
    ("nothing", "a.xlsx", lambda path: path.write_bytes(b""), "not an Excel file, although its name"),
    (
        "old",
        "a.xls",
        lambda path: path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1x"),
        "as .xlsx, without",
    ),
    ("document", "a.xlsx", lambda path: zipped(path, {"word/document.xml": b"x"}), "not an Excel workbook"),
    ("cut off", "a.xlsx", cut, "damaged; open it in Excel"),
    ("broken inside", "a.xlsx", lambda path: zipped(path, {"xl/workbook.xml": b"<"}), "damaged"),
    ("large", "a.yaml", large, "50 MB; a plan has less than 5"),
    ("unpacks", "a.xlsx", lambda path: zipped(path, {"xl/workbook.xml": bytes(30_000_000)}), "holds 30 MB"),
]


@pytest.mark.parametrize(
    ("name", "make", "sentence"), [one[1:] for one in FILES], ids=[one[0] for one in FILES]
)
def test_a_file_that_is_no_plan_is_refused_in_one_sentence(
    tmp_path: Path, name: str, make: Callable[[Path], object], sentence: str
) -> None:
    make(tmp_path / name)
    with pytest.raises(ContentError) as caught:
        read_plan_file(tmp_path / name)
    assert sentence in str(caught.value)
    assert str(caught.value).count("\n") == 0


def test_a_text_that_is_not_utf_8_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_bytes(b"code: XY\ntitle: K\xfd\n")
    file = read_plan_file(path)
    assert file.text is None
    assert file.problems == (f"{path}:2: error: not UTF-8; save the file as UTF-8",)


@pytest.mark.parametrize("code", CATALOGUE.plans)
def test_a_shipped_plan_comes_back_from_excel_as_it_was(tmp_path: Path, code: str) -> None:
    path = tmp_path / "plan.xlsx"
    path.write_bytes(template_workbook(CATALOGUE.plans[code], read_words(), CATALOGUE))
    file = read_plan_file(path)
    assert (file.problems, file.target) == ((), f"plans/{code.lower()}.yaml")
    assert read_plan(file.text or "") == CATALOGUE.plans[code]


@given(plans(CELL_TEXTS, CELL_NUMBERS))
@settings(deadline=None, max_examples=15)
def test_every_plan_comes_back_from_excel_as_it_was(plan: Plan) -> None:
    tables = read_tables(read_workbook(template_workbook(plan, read_words(), CATALOGUE)))
    assert tables.problems == []
    assert read_plan(placed_text(tables.data, tables.places).text) == plan


CELLS: list[tuple[str, Callable[[Workbook], object], str]] = [
    (
        "a renamed sheet",
        lambda book: setattr(book["Goals"], "title", "Goal"),
        'Goals: error: there is no sheet of this name; call the sheet "Goal" so again',
    ),
    (
        "merged cells",
        lambda book: book["Targets"].merge_cells("I3:I5"),
        "Targets: error: the cells I3:I5 are merged; take them apart",
    ),
    (
        "a formula",
        lambda book: book["Goals"].__setitem__("C3", "=1+1"),
        'Goals row 3, value: error: a formula ("=1+1"); copy the cell and paste its value',
    ),
    (
        "a number as text",
        lambda book: book["Goals"].__setitem__("C3", "1,5"),
        'Goals row 3, value: error: "1,5" is text, not a number; type the number alone',
    ),
    (
        "a date where a text belongs",
        lambda book: book["Targets"].__setitem__("B3", MIDNIGHT),
        "Targets row 3, section: error: the spreadsheet made the date 2030-12-31 of what was typed",
    ),
    (
        "a value far outside",
        lambda book: book["Goals"].__setitem__("XFD1048576", "x"),
        'Goals row 1048576: error: "x" stands in a column without a name',
    ),
    (
        "an unknown word",
        lambda book: book["Goals"].__setitem__("B3", "least"),
        'Goals row 3, op: error: op "least" is not known; use one of',
    ),
    (
        "an unknown unit",
        lambda book: book["Targets"].__setitem__("I3", "phong_vhx"),
        'Targets row 3, owner: error: no unit has the code "phong_vhx"; did you mean phong_vhxh?',
    ),
    (
        "an indicator that cannot be computed",
        lambda book: book["Targets"].__setitem__("H3", "count(meeting"),
        "Targets row 3, indicator: error: the indicator of DC1-1, column",
    ),
    (
        "a text in one language only",
        lambda book: book["Targets"].__setitem__("E3", None),
        "Targets row 3, name: error: the English text is missing",
    ),
    (
        "a code twice",
        lambda book: book["Targets"].__setitem__("A4", "DC1-1"),
        'Targets row 4, code: error: the target "DC1-1" twice (first at {file}, Targets row 3, code)',
    ),
    (
        "a parameter twice",
        lambda book: book["Parameters"].__setitem__("A4", "done_stage"),
        'Parameters row 4, code: error: the parameter "done_stage" twice (first in Parameters row 3, code)',
    ),
    (
        "one of two years",
        lambda book: book["Goals"].__setitem__("J3", None),
        "Goals row 3, years last: error: entry 2 of years is nothing; give a whole number",
    ),
]


@pytest.mark.parametrize(("change", "sentence"), [one[1:] for one in CELLS], ids=[one[0] for one in CELLS])
def test_what_is_wrong_in_a_workbook_is_named_with_sheet_row_and_column(
    office: PlanOffice, change: Callable[[Workbook], object], sentence: str
) -> None:
    path = office.workbook("DC1", change)
    before = office.file("DC1").read_bytes()
    result = office.plan("import", path, "--yes")
    wanted = f"{path}, {sentence.format(file=path)}"
    assert any(line.startswith(wanted) for line in result.output.splitlines()), result.output
    assert result.exit_code == 1
    assert office.file("DC1").read_bytes() == before


def test_days_that_excel_has_made_dates_of_are_days(office: PlanOffice) -> None:
    path = office.workbook("DC1", lambda book: book["Plan"].__setitem__("B10", MIDNIGHT))
    assert "as it is now" in office.plan("import", path, "--preview").output


def test_a_share_in_percent_format_is_what_people_see(office: PlanOffice) -> None:
    def as_share(book: Workbook) -> None:
        cell = book["Goals"]["C4"]
        assert cell.value == 100
        cell.value, cell.number_format = 1, "0%"

    path = office.workbook("DC1", as_share)
    assert "as it is now" in office.plan("import", path, "--preview").output


def test_ten_thousand_empty_rows_are_no_rows(office: PlanOffice) -> None:
    def spread(book: Workbook) -> None:
        for row in range(200, 10_200):
            book["Targets"].cell(row, 1).font = Font(bold=True)

    path = office.workbook("DC1", spread)
    began = time.monotonic()
    assert "as it is now" in office.plan("import", path, "--preview").output
    assert time.monotonic() - began < 30


def test_text_that_looks_like_a_formula_stays_text(tmp_path: Path) -> None:
    words = read_words()
    first = words.example.targets[0]
    name = replace(first.name, vi="=1+1")
    plan = words.example.model_copy(update={"targets": (first.model_copy(update={"name": name}),)})
    path = tmp_path / "plan.xlsx"
    path.write_bytes(template_workbook(plan, words, CATALOGUE))
    assert load_workbook(path)["Targets"]["D3"].data_type == "s"
    assert read_plan(read_plan_file(path).text or "") == plan
