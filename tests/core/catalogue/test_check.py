"""Every kind of problem: a broken file, and the file, line, finding and cure that are reported for it."""

from dataclasses import dataclass
from pathlib import Path

import yaml

from core.catalogue.check import check_content
from core.catalogue.problems import Problem
from tests.core.catalogue.small_content import (
    MEETING_FILE,
    PLAN_FILE,
    SCHEDULE_FILE,
    SMALL,
    TENANT_FILE,
    changed,
    problems_when,
    small,
)
from tests.tables import over

SECOND_TYPE = SMALL[MEETING_FILE].replace("code: meeting", "code: other", 1)


@dataclass(frozen=True)
class Mistake:
    """`old` becomes `new` in `file`; `below` is how many lines under the change the problem is reported."""

    name: str
    file: str
    old: str
    new: str
    what: str
    do: str
    below: int = 0


def named(mistake: Mistake) -> str:
    return f"{mistake.file}: {mistake.name}"


def read_mistakes(file: str) -> dict[str, Mistake]:
    parts = yaml.load((Path(__file__).parent / file).read_text(encoding="utf-8"), yaml.CSafeLoader)
    return {f"{part}: {one['name']}": Mistake(**one) for part, ones in parts.items() for one in ones}


MISTAKES = read_mistakes("mistakes.yaml")
WARNINGS = read_mistakes("warnings.yaml")


def named_problem(mistake: Mistake, line: int, problems: list[Problem]) -> Problem:
    """The problem the mistake is about, which has the right file, line and cure."""
    found = next((problem for problem in problems if mistake.what in problem.what), None)
    assert found, f"not found among: {[str(problem) for problem in problems]}"
    assert (found.file, found.line) == (f"content/{mistake.file}", line + mistake.below)
    assert mistake.do in found.do
    return found


@over(MISTAKES.values(), ids=named)
def test_a_mistake_is_named_with_its_file_its_line_and_its_cure(mistake: Mistake) -> None:
    texts, line = changed(mistake.file, mistake.old, mistake.new)
    catalogue, problems = check_content(texts)
    assert named_problem(mistake, line, problems).severity == "error"
    assert catalogue is None


@over(WARNINGS.values(), ids=named)
def test_what_an_admin_has_to_settle_is_a_warning_and_the_content_is_used(warning: Mistake) -> None:
    texts, line = changed(warning.file, warning.old, warning.new)
    catalogue, problems = check_content(texts)
    assert named_problem(warning, line, problems).severity == "warning"
    assert catalogue is not None


def test_the_small_content_has_no_problem() -> None:
    catalogue, problems = check_content(SMALL)
    assert problems == []
    assert catalogue is not None


def test_all_mistakes_of_all_files_are_named_at_once() -> None:
    texts = dict(SMALL)
    texts[PLAN_FILE] = texts[PLAN_FILE].replace("owner: office", "owner: nobody").replace("II.1", "[1]")
    texts[MEETING_FILE] = texts[MEETING_FILE].replace("total(who)", "total(x)")
    texts[TENANT_FILE] = texts[TENANT_FILE].replace("name: xã", "")
    files = {problem.file for problem in check_content(texts)[1]}
    assert files == {f"content/{PLAN_FILE}", f"content/{MEETING_FILE}", f"content/{TENANT_FILE}"}


def test_a_code_given_twice_is_named_beside_another_mistake_of_the_same_thing() -> None:
    one = "  - {code: P1-1, section: 1, name: {vi: X}, unit: {vi: x, en: x}, goals: [{op: '>>', value: 1}]}\n"
    told = [problem.what for problem in problems_when(PLAN_FILE, "targets:\n", "targets:\n" + one)]
    assert any(what.startswith('the target "P1-1" twice') for what in told)
    assert any(what.startswith('op ">>"') for what in told)


def test_a_broken_file_does_not_make_names_of_its_folder_unknown() -> None:
    problems = problems_when(MEETING_FILE, "code: meeting", "code: {")
    assert {problem.file for problem in problems} == {f"content/{MEETING_FILE}"}


def test_letters_of_receipts_belong_to_one_kind_of_report() -> None:
    _, problems = check_content({**SMALL, "fact_types/other.yaml": SECOND_TYPE.replace("[cuộc họp]", "[]")})
    receipt = next(problem for problem in problems if '"HP"' in problem.what)
    assert (receipt.file, receipt.line, receipt.do) == (
        "content/fact_types/other.yaml",
        2,
        "choose another for one of them",
    )


def test_a_word_people_type_means_one_kind_of_report() -> None:
    other = (
        SECOND_TYPE.replace("HP", "KH").replace("label: {vi: Họp", "label: {vi: Khác").replace("cuộc", "cuoc")
    )
    _, problems = check_content({**SMALL, "fact_types/other.yaml": other})
    assert any('"cuoc họp" already belongs to meeting' in problem.what for problem in problems)


def test_an_absent_folder_or_file_is_a_problem() -> None:
    texts = {path: text for path, text in SMALL.items() if path not in (PLAN_FILE, SCHEDULE_FILE)}
    files = {problem.file for problem in check_content(texts)[1] if "there is none" in problem.what}
    assert files == {"content/plans/", "content/calendar/schedule.yaml"}


def test_files_of_other_readers_are_left_alone() -> None:
    catalogue, problems = check_content({**SMALL, "vocabulary/dates.yaml": "{", "knowledge/a.yaml": "\t"})
    assert catalogue is not None
    assert problems == []


def test_a_plan_that_no_tenant_carries_out_is_a_warning() -> None:
    plan = SMALL[PLAN_FILE].replace("P1", "P2")
    _, problems = check_content({**SMALL, "plans/p2.yaml": plan})
    assert any("no tenant carries out" in p.what and p.severity == "warning" for p in problems)


def test_shared_options_are_put_into_the_fields() -> None:
    field = small().fact_types["meeting"].field("kind")
    assert field is not None
    assert [option.code for option in field.options] == ["inner", "outer"]


def test_kinds_of_report_stand_in_the_order_of_menus() -> None:
    other = SECOND_TYPE.replace("receipt: HP", "receipt: AA\norder: 1").replace(
        "label: {vi: Họp", "label: {vi: A"
    )
    catalogue, _ = check_content({**SMALL, "fact_types/other.yaml": other.replace("[cuộc họp]", "[]")})
    assert catalogue is not None
    assert list(catalogue.fact_types) == ["other", "meeting", "work"]


def test_every_target_is_found_with_its_plan() -> None:
    plan, target = small().targets["P1-1"]
    assert (plan.code, target.code) == ("P1", "P1-1")


def test_a_goal_of_each_year_may_name_its_day() -> None:
    _, problems = check_content(changed(PLAN_FILE, "years: [2026", "due: 2026-11-14, years: [2026")[0])
    assert problems == []
