"""The Excel template: everything in it is explained, and what it holds can be imported as it is."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from bot.content import load_catalogue
from bot.plan_template import read_words
from core.catalogue.plan_columns import Kind
from core.catalogue.plan_layout import PLAN, SHEETS
from core.errors import ContentError, SettingsError
from tests import shipped
from tests.bot.plan_office import PlanOffice


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> PlanOffice:
    return PlanOffice(tmp_path_factory.mktemp("office")).copy_content()


def test_every_sheet_column_and_item_is_explained_and_nothing_else_is() -> None:
    words = read_words()
    explained = {sheet: list(columns) for sheet, columns in words.columns.items()}
    assert explained == {sheet.name: [column.name for column in sheet.columns] for sheet in SHEETS}
    assert list(words.items) == list(PLAN.rows)


def test_words_that_cannot_be_read_are_named_with_their_file(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "plan.yaml").write_text("columns: {}\n")
    with pytest.raises(ContentError, match=r"content/templates/plan\.yaml:1: error: items is missing"):
        read_words(tmp_path)


def test_the_example_has_a_row_of_every_sheet_and_is_a_plan_without_errors(office: PlanOffice) -> None:
    path = office.workbook("")
    book = load_workbook(path)
    assert {sheet.name: book[sheet.name].max_row > 2 for sheet in SHEETS} == {s.name: True for s in SHEETS}
    result = office.plan("import", path, "--yes")
    assert result.exit_code == 0, result.output
    assert load_catalogue(office.content).plans["XY"] == read_words().example


def test_names_of_columns_stand_above_what_they_mean_in_both_languages(office: PlanOffice) -> None:
    page = load_workbook(office.workbook("DC2"))["Targets"]
    words = read_words().columns["Targets"]
    assert [cell.value for cell in page[1]] == list(words)
    about = words["indicator"]
    assert [page["A2"].value, page["H2"].value] == [
        f"# {words['code'].vi}\n{words['code'].en}",
        f"{about.vi}\n{about.en}",
    ]
    assert page.freeze_panes == "B3"


def test_where_a_code_is_chosen_a_list_drops_down(office: PlanOffice) -> None:
    book = load_workbook(office.workbook("BG"))
    chosen = {
        (sheet.name, str(choice.sqref).rstrip("0123456789").split("3:")[0]): str(choice.formula1)
        for sheet in SHEETS
        for choice in book[sheet.name].data_validations.dataValidation
    }
    assert chosen["Goals", "A"] == "'Targets'!$A$3:$A$1000"
    assert chosen["Goals", "B"] == '">=,>,=,<=,between,about,increase"'
    assert chosen["Budget", "C"] == "'Budget'!$B$3:$B$1000"
    assert chosen["Plan", "A"].startswith('"code,title,')
    units = {cell.value for row in book["#Codes"][chosen["Targets", "I"].split("!")[1]] for cell in row}
    assert units == {unit.code for unit in shipped.catalogue().tenants["bac_giang"].units}
    lists = {cell.value for row in book["#Codes"][chosen["Parameters", "E"].split("!")[1]] for cell in row}
    assert "site_stages" in lists
    assert max(map(len, chosen.values())) <= 255, "longer ones are refused by Excel"


def test_cells_that_a_spreadsheet_would_change_are_kept_as_text(office: PlanOffice) -> None:
    book = load_workbook(office.workbook("DC1"))
    for sheet in SHEETS:
        page = book[sheet.name]
        for number, column in enumerate(sheet.columns, start=1):
            is_number = column.kind in (Kind.NUMBER, Kind.WHOLE)
            is_sentence = column.name == "indicator" or column.path[-1:] in (("vi",), ("en",))
            expected = "General" if is_number or is_sentence else "@"
            assert page.column_dimensions[get_column_letter(number)].number_format == expected
            assert page.max_row == 2 or page.cell(3, number).number_format == expected


def test_a_plan_there_is_not_lists_those_there_are(office: PlanOffice) -> None:
    result = office.plan("template", office.folder / "new.xlsx", "--from", "DC9")
    assert isinstance(result.exception, SettingsError)
    assert str(result.exception) == "--from: there is no plan 'DC9'; known are " + ", ".join(
        load_catalogue(office.content).plans
    )


def test_a_name_that_excel_would_not_open_is_refused(office: PlanOffice) -> None:
    assert "end the name with .xlsx" in str(office.plan("template", office.folder / "new.xls").exception)


def test_a_file_that_is_there_is_not_written_over(office: PlanOffice) -> None:
    path = office.folder / "mine.xlsx"
    path.write_text("mine")
    assert "it is there already" in str(office.plan("template", path).exception)
    assert path.read_text() == "mine"
