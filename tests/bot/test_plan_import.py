"""`tiendo plan import`: what it shows, what it asks, and what it leaves behind."""

import os
import re
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from bot.cli import main
from bot.content import load_catalogue
from bot.plan_files import read_plan
from tests.bot.plan_office import SIXTH, PlanOffice


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> PlanOffice:
    monkeypatch.chdir(tmp_path)
    return PlanOffice(tmp_path).copy_content()


def left_in(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_a_new_plan_is_counted_shown_and_written_when_one_says_yes(office: PlanOffice) -> None:
    result = office.plan("import", SIXTH, answer="y\n")
    lines = result.output.splitlines()
    assert lines[3:7] == [
        "TH: A trial plan of the province (a new plan)",
        "  phases: 1 added",
        "  parameters: 2 added",
        "  targets: 8 added",
    ]
    assert "added: step TH-T1 step 2, Have it approved" in lines
    assert lines[-1].endswith("th.yaml. A running bot takes it up when it is started again.")
    assert load_catalogue(office.content).plans["TH"] == read_plan(SIXTH.read_text(encoding="utf-8"))


@pytest.mark.parametrize("answer", ["n\n", "", "\n"])
def test_without_a_yes_nothing_is_written(office: PlanOffice, answer: str) -> None:
    result = office.plan("import", SIXTH, answer=answer)
    assert (result.exit_code, office.file("TH").exists()) == (1, False)


def test_a_preview_neither_asks_nor_writes(office: PlanOffice) -> None:
    result = office.plan("import", SIXTH, "--preview", "--yes")
    assert (result.exit_code, result.output.splitlines()[-1]) == (0, "Nothing was written.")
    assert not office.file("TH").exists()


def test_warnings_about_the_plan_are_shown_and_those_there_were_before_are_not(office: PlanOffice) -> None:
    warnings = [
        line for line in office.plan("import", SIXTH, "--yes").output.splitlines() if ": warning:" in line
    ]
    assert [line.split(": warning: ")[1].split(";")[0] for line in warnings] == [
        'no tenant carries out the plan "TH"',
        "$base_2025 of TH has no value, so what hangs on it cannot be judged",
        "TH-5 has no owner",
    ]
    assert warnings[1].startswith(f"{SIXTH}:30: ")


def test_what_changes_is_shown_with_what_it_was(office: PlanOffice) -> None:
    office.plan("import", SIXTH, "--yes")

    def change(plan: dict[str, Any]) -> None:
        plan["targets"][0]["goals"][1]["high"] = 5
        plan["targets"][0]["indicator"] = (
            "distinct(model_site.site where site_type = truong and stage >= $done_stage)"
        )
        del plan["targets"][5]
        plan["budget"]["lines"][0]["lines"][0]["amount"] = 50.5
        plan["budget"]["lines"][0]["lines"][1]["amount"] = 50
        del plan["tasks"][0]["steps"][2]
        plan["number"] = None

    output = office.plan("import", office.edited(change), "--yes").output
    assert "TH: A trial plan of the province (against the plan there is now)" in output
    assert (
        "  fields of the plan itself: 1 changed\n  targets: 1 removed, 1 changed\n  steps: 1 removed"
        in output
    )
    assert '    number: "77/KH-UBND" -> nothing\n' in output
    assert '    goals 2 high: "4" -> "5"\n' in output
    assert '    indicator:\n      - "distinct(model_site.site latest by site, tool' in output
    assert "removed: target TH-Q1, Awareness (its reports stay stored and no longer count for it)" in output
    assert "removed: step TH-T1 step 3, Guide at the schools (reports that name it stay stored)" in output
    assert 'changed: budget line TH line I.10, Handouts\n    amount: "40" -> "50"' in output
    assert len(load_catalogue(office.content).plans["TH"].targets) == 7


def test_the_same_plan_again_changes_nothing_and_comments_stay(office: PlanOffice) -> None:
    before = office.file("DC1").read_bytes()
    output = office.plan("import", office.file("DC1"), "--yes").output
    assert "(as it is now)" in output
    assert output.endswith("Nothing was written.\n")
    assert office.file("DC1").read_bytes() == before


def test_that_comments_are_lost_is_said(office: PlanOffice) -> None:
    def change(plan: dict[str, Any]) -> None:
        plan["number"] = "1/KH-UBND"

    path = office.edited(change, office.file("DC1"))
    assert f"Comments in {office.file('DC1')} will be lost." in office.plan("import", path, "--yes").output
    output = office.plan("import", office.edited(lambda plan: plan.update(number="2"), path), "--yes").output
    assert "Comments" not in output


def test_all_problems_are_named_at_once_with_their_lines(office: PlanOffice) -> None:
    text = SIXTH.read_text(encoding="utf-8")
    changes = {"serves: [TH-1,": "serves: [TH-9,", "roster(truong_hoc_xa)": "roster(truong)", "I.10": "I.1"}
    for old, new in changes.items():
        text = text.replace(old, new)
    path = office.folder / "mine.yaml"
    path.write_text(text, encoding="utf-8")
    result = office.plan("import", path, "--yes")
    errors = [line.split(": error: ") for line in result.output.splitlines() if ": error: " in line]
    assert [(place, what.split("; ")[0]) for place, what in errors] == [
        (f"{path}:54", "the indicator of TH-2: unknown roster truong"),
        (f"{path}:118", 'no target has the code "TH-9"'),
        (f"{path}:141", 'the line "I.1" twice (first on line 140)'),
    ]
    assert "3 errors, 3 warnings; nothing was written" in result.output
    assert (result.exit_code, office.file("TH").exists()) == (1, False)


def test_what_another_plan_needs_of_this_one_is_an_error_there(office: PlanOffice) -> None:
    def change(plan: dict[str, Any]) -> None:
        plan["targets"] = [one for one in plan["targets"] if one["code"] != "DC2-1"]
        for part in (*plan["tasks"], *plan["duties"]):
            part["serves"] = [code for code in part.get("serves", ()) if code != "DC2-1"]
        for duty in plan["duties"]:
            del duty["serves"]

    result = office.plan("import", office.edited(change, office.file("DC2")), "--yes")
    assert 'error: no target has the code "DC2-1"' in result.output
    assert result.output.startswith("content/plans/dc1.yaml:") or "\ncontent/plans/dc1.yaml:" in result.output
    assert result.exit_code == 1


def test_a_code_that_a_later_plan_has_too_is_named_there_with_its_place_in_the_new_file(
    office: PlanOffice,
) -> None:
    path = office.folder / "mine.yaml"
    path.write_text(SIXTH.read_text(encoding="utf-8").replace("TH", "AB"), encoding="utf-8")
    shutil.copyfile(SIXTH, office.file("TH"))
    path.write_text(path.read_text(encoding="utf-8").replace("AB-H1", "TH-H1"), encoding="utf-8")
    output = office.plan("import", path, "--yes").output
    assert f'content/plans/th.yaml:93: error: the target "TH-H1" twice (first at {path}:93)' in output


def test_a_plan_without_a_code_is_named_by_its_own_file(office: PlanOffice) -> None:
    path = office.folder / "mine.yaml"
    path.write_text("title: {vi: Một, en: One}\n", encoding="utf-8")
    output = office.plan("import", path, "--yes").output
    assert "mine.yaml:1: error: code is missing; add code:" in output
    assert "plans/_" not in output


def test_a_plan_that_is_broken_now_can_be_replaced(office: PlanOffice) -> None:
    office.file("TH").write_text("code: [", encoding="utf-8")
    result = office.plan("import", SIXTH, "--yes")
    assert "cannot be read now, so what it holds is not compared and will be lost" in result.output
    assert "TH" in load_catalogue(office.content).plans


@pytest.mark.parametrize("name", ["there-is-none.xlsx", "content"])
def test_a_file_that_cannot_be_opened_is_one_line(
    office: PlanOffice, name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["tiendo", "plan", "import", str(office.folder / name)])
    with pytest.raises(SystemExit) as caught:
        main()
    assert caught.value.code == 2
    said = capsys.readouterr().err
    assert (said.count("\n"), str(office.folder / name) in said) == (1, True)


def test_a_disk_that_fails_leaves_the_old_plan(office: PlanOffice, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    shutil.copyfile(SIXTH, office.file("TH"))
    before, names = office.file("TH").read_bytes(), left_in(office.content / "plans")
    monkeypatch.setattr(os, "fsync", full)

    def change(plan: dict[str, Any]) -> None:
        plan["number"] = "78/KH-UBND"

    result = office.plan("import", office.edited(change), "--yes")
    assert isinstance(result.exception, OSError)
    assert office.file("TH").read_bytes() == before
    assert left_in(office.content / "plans") == names


def test_what_is_written_keeps_who_may_read_it(office: PlanOffice) -> None:
    shutil.copyfile(SIXTH, office.file("TH"))
    office.file("TH").chmod(0o640)

    def change(plan: dict[str, Any]) -> None:
        plan["number"] = "78/KH-UBND"

    office.plan("import", office.edited(change), "--yes")
    assert oct(office.file("TH").stat().st_mode)[-3:] == "640"
    assert read_plan(office.file("TH").read_text(encoding="utf-8")) is not None


def test_mistakes_of_every_sort_are_named_together_and_none_that_only_follows(office: PlanOffice) -> None:
    changes = {
        "    name: {vi: Trường áp dụng 5S, en: Schools with 5S}": "    name: {vi: Trường áp dụng 5S}",
        '{op: between, low: 2, high: 4, due: 2028-12-31}': '{op: betwen, low: 2, high: 4, due: 31/12/2028}',
        "tool = 5s and stage >= $done_stage to date),": "tool = 6s and stage >= $done_stage to date),",
        "owner: so_gddt": "owner: so_gddd",
        "    kind: A\n    name: {vi: Bước": "    kind: B\n    name: {vi: Bước",
        "code: TH-T2": "code: TH T2",
        "  total: 100.5": "  total: 90",
        "every: year": "every: month",
    }  # fmt: skip
    text = SIXTH.read_text(encoding="utf-8")
    for old, new in changes.items():
        assert old in text
        text = text.replace(old, new, 1)
    path = office.folder / "mine.yaml"
    path.write_text(text, encoding="utf-8")
    lines = office.plan("import", path, "--yes").output.splitlines()
    assert [line.removeprefix(f"{path}:").split("; ")[0] for line in lines] == [
        "34: error: the English text is missing",
        '41: error: "31/12/2028" is not a date',
        '41: error: op "betwen" is not known',
        "54: error: the indicator of TH-2: model_site.tool has no option 6s",
        '62: error: kind "B" is not known',
        '126: error: code "TH T2" has a wrong form',
        "133: error: the budget is 90 million and the lines under it add up to 100.5 million",
        '145: error: every "month" is not known',
        '3: warning: no tenant carries out the plan "TH"',
        "30: warning: $base_2025 of TH has no value, so what hangs on it cannot be judged",
        '59: warning: no unit of any tenant has the code "so_gddd"',
        "78: warning: TH-5 has no owner",
        "8 errors, 4 warnings",
    ]


def test_that_an_entry_with_a_mistake_is_not_found_is_none_itself(office: PlanOffice) -> None:
    text = SIXTH.read_text(encoding="utf-8")
    for code in ("done_stage", "TH-2"):
        text = re.sub(rf"(code: {code}\n(?:    (?:section|kind): .*\n)*    name:) .*", r"\1 x", text)
    path = office.folder / "mine.yaml"
    path.write_text(text, encoding="utf-8")
    lines = office.plan("import", path, "--yes").output.splitlines()
    assert [line.split("; ")[0] for line in lines if ": error: " in line] == [
        f'{path}:{line}: error: name is "x"' for line in (24, 52)
    ]


def test_a_cell_that_cannot_be_read_hides_no_other_of_its_row(office: PlanOffice) -> None:
    shutil.copyfile(SIXTH, office.file("TH"))

    def change(book: Workbook) -> None:
        sheet = book["Goals"]
        columns = [cell.value for cell in sheet[1]]
        sheet.cell(4, columns.index("low") + 1, "two")
        sheet.cell(4, columns.index("op") + 1, "betwen")

    output = office.plan("import", office.workbook("TH", change), "--yes").output
    found = [line.split("Goals row 4, ")[1] for line in output.splitlines() if "Goals row 4" in line]
    assert [line.split("; ")[0] for line in found] == [
        'low: error: "two" is text, not a number',
        'op: error: op "betwen" is not known',
    ]
