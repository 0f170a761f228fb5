"""What is wrong with content/hearing and the words around it is named with file, line and cure."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.content import CONTENT
from bot.understanding import hearing_problems, load_hearing
from core.catalogue.problems import Problem
from core.errors import ContentError
from core.understanding.intents import FEATURES, features_of
from core.understanding.scene import see
from core.understanding.situation import Sender, Situation
from tests import shipped

CASES: dict[str, list[dict[str, Any]]] = yaml.load(
    Path(__file__).with_name("mistakes.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader
)
WARNINGS = CASES.pop("warnings")
MISTAKES = [case for part in CASES.values() for case in part]


@cache
def shipped_texts() -> dict[str, str]:
    files = [*(CONTENT / "hearing").glob("*.yaml"), *(CONTENT / "vocabulary").glob("*.yaml")]
    return {path.relative_to(CONTENT).as_posix(): path.read_text(encoding="utf-8") for path in files}


def content_with(folder: Path, file: str, text: str) -> Path:
    for name in ("hearing", "vocabulary"):
        (folder / name).mkdir()
    for name, shipped_text in shipped_texts().items():
        (folder / name).write_text(text if name == file else shipped_text, encoding="utf-8")
    return folder


def found(case: dict[str, Any], folder: Path) -> tuple[Problem, int]:
    """The problem of a case, and the line of the change."""
    text = shipped_texts()[case["file"]]
    assert case["old"] in text
    line = text[: text.index(case["old"])].count("\n") + 1
    content = content_with(folder, case["file"], text.replace(case["old"], case["new"], 1))
    problems = hearing_problems(content)(shipped.catalogue())
    problem = next((each for each in problems if case["what"] in each.what), None)
    assert problem is not None, [str(each) for each in problems]
    return problem, line


@pytest.mark.parametrize("case", MISTAKES, ids=lambda case: case["name"])
def test_a_mistake_is_named_with_its_file_its_line_and_its_cure(case: dict[str, Any], tmp_path: Path) -> None:
    problem, line = found(case, tmp_path)
    assert (problem.file, problem.severity) == (f"content/{case['file']}", "error")
    below = case.get("below", 0)
    assert below is None or problem.line == line + below
    assert case["do"] in problem.do


@pytest.mark.parametrize("case", WARNINGS, ids=lambda case: case["name"])
def test_what_only_makes_the_bot_ask_more_is_a_warning(case: dict[str, Any], tmp_path: Path) -> None:
    problem, _ = found(case, tmp_path)
    assert (problem.file, problem.severity) == (f"content/{case['file']}", "warning")
    assert case["do"] in problem.do


def test_a_kind_of_report_that_nothing_hears_is_a_warning(tmp_path: Path) -> None:
    content = content_with(tmp_path, "", "")
    (content / "hearing" / "trip.yaml").unlink()
    problems = hearing_problems(content)(shipped.catalogue())
    (problem,) = (each for each in problems if each.file == "content/fact_types/trip.yaml")
    assert problem.severity == "warning"
    assert "add content/hearing/trip.yaml" in problem.do


def test_the_shipped_hearing_has_no_error() -> None:
    problems = hearing_problems(CONTENT)(shipped.catalogue())
    assert [str(problem) for problem in problems if problem.severity == "error"] == []


def test_everything_that_can_be_reported_is_heard() -> None:
    heard = {hearing.fact_type for hearing in shipped.hearing().hearings}
    assert heard == set(shipped.catalogue().fact_types)


def test_the_bot_does_not_start_with_a_mistake_in_it(tmp_path: Path) -> None:
    text = shipped_texts()["hearing/trip.yaml"].replace("fact_type: trip", "fact_type: tripp", 1)
    content = content_with(tmp_path, "hearing/trip.yaml", text)
    with pytest.raises(ContentError, match="tripp"):
        load_hearing(content, shipped.catalogue())


def test_every_feature_that_cues_may_name_is_looked_at() -> None:
    lexicon = shipped.lexicon("dong_cuu")
    situation = Situation(shipped.DAY, Sender("officer"))
    assert set(features_of(see("", lexicon, shipped.DAY), [], situation, lexicon)) == set(FEATURES)
