"""What is wrong with an article is named with its file, its line and its cure."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml

from core.knowledge.check import check_knowledge
from tests.core.knowledge.samples import FOLDER, SAMPLE, changed
from tests.tables import over

#: a month after the day that one mistake gives, and so a day less than one after that of another
TODAY = date(2027, 1, 2)


@dataclass(frozen=True)
class Mistake:
    """As mistakes.yaml explains; `line` where the problem stands on that one whatever the change."""

    name: str
    file: str
    old: str
    new: str
    what: str
    do: str
    below: int = 0
    line: int = 0
    severity: str = "error"


def read_mistakes() -> list[Mistake]:
    told = yaml.safe_load((Path(__file__).parent / "mistakes.yaml").read_text(encoding="utf-8"))
    return [Mistake(**{"severity" if key == "is" else key: one[key] for key in one}) for one in told]


@over(read_mistakes(), ids=lambda mistake: mistake.name)
def test_a_mistake_is_named_with_its_file_its_line_and_its_cure(mistake: Mistake) -> None:
    texts, at = changed(FOLDER + mistake.file, mistake.old, mistake.new)
    base, problems = check_knowledge(texts, TODAY)
    found = next((problem for problem in problems if mistake.what in problem.what), None)
    assert found, f"not among {[str(problem) for problem in problems]}"
    line = mistake.line or at + mistake.below
    assert (found.file, found.line) == (f"content/{FOLDER}{mistake.file}", line)
    assert mistake.do in found.do
    assert found.severity == mistake.severity
    assert (base is None) == (mistake.severity == "error")


def test_articles_are_read_with_their_parts_and_the_desk_in_charge() -> None:
    base, problems = check_knowledge(SAMPLE, TODAY)
    assert problems == []
    assert base is not None
    article = base.articles["mat_tem_kiem_dinh"]
    assert (article.area, article.follow_ups) == ("measuring", ("chu_ky_can_dong_ho",))
    assert [len(part.splitlines()) for part in (article.answer, article.more, article.plain, article.en)] == [
        1,
        2,
        1,
        1,
    ]
    desk = base.desk_of(article.subject)
    assert desk is not None
    assert desk.units == ("phong_kinh_te",)


def test_all_mistakes_of_all_files_are_named_at_once() -> None:
    texts = dict(SAMPLE)
    for file, old in {"barcodes/phi_ma_vach.md": "owner: kinh_te", "near.yaml": "code: dang_kiem_xe"}.items():
        texts[FOLDER + file] = texts[FOLDER + file].replace(old, "")
    texts["knowledge/labels/x.md"] = "nothing"
    files = {problem.file for problem in check_knowledge(texts, TODAY)[1]}
    assert files == {
        f"content/knowledge/{name}" for name in ("barcodes/phi_ma_vach.md", "near.yaml", "labels/x.md")
    }


def test_without_a_day_nothing_is_late() -> None:
    texts, _ = changed("knowledge/barcodes/phi_ma_vach.md", "review_by: 2027-05-31", "review_by: 2026-11-21")
    base, problems = check_knowledge(texts)
    assert base is not None
    assert problems == []


def test_an_article_that_cannot_be_read_is_not_missed_by_others() -> None:
    texts: dict[str, str | None] = dict(SAMPLE)
    texts["knowledge/measuring/chu_ky_can_dong_ho.md"] = None
    base, problems = check_knowledge(texts, TODAY)
    assert base is None
    assert problems == []


def test_a_file_that_is_not_there_is_a_problem() -> None:
    texts = {path: text for path, text in SAMPLE.items() if not path.endswith("words.yaml")}
    assert [str(problem) for problem in check_knowledge(texts, TODAY)[1]] == [
        "content/knowledge/words.yaml:1: error: there is none; add it as the shipped content has it"
    ]
