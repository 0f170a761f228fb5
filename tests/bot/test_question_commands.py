"""`tiendo ask` and `tiendo score questions`, run as an operator runs them."""

import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.articles import knowledge_problems, load_articles
from bot.cli import app
from bot.content import CONTENT
from core.errors import ContentError, SettingsError
from tests import shipped
from tests.core.knowledge.samples import SAMPLE

NAMES = ["right first", "among three", "rightly declined", "wrongly declined", "wrongly answered"]
ARTICLES = sorted(shipped.knowledge().turns.library.base().articles.values(), key=lambda each: each.code)
ARTICLE = ARTICLES[0]


def tiendo(*arguments: str) -> Result:
    return CliRunner().invoke(app, arguments)


def test_a_question_is_answered_with_the_ranking_and_why() -> None:
    found = tiendo("ask", ARTICLE.questions.vi[0])
    assert found.exit_code == 0
    first, *rest = found.stdout.splitlines()
    assert first.split() == ["answer:", ARTICLE.code]
    assert any(line.startswith("article:") and "the very question" in line for line in rest)


def test_the_same_comes_as_data() -> None:
    found = json.loads(tiendo("ask", ARTICLE.questions.vi[0], "--json").stdout)
    assert (found["kind"], found["articles"]) == ("answer", [ARTICLE.code])
    assert found["ranking"][0]["exact"] is True


def test_a_role_that_is_none_is_named() -> None:
    assert isinstance(tiendo("ask", "x", "--as", "king").exception, SettingsError)


def test_the_last_lines_of_a_score_are_names_and_values(tmp_path: Path) -> None:
    file = tmp_path / "questions.jsonl"
    text = ARTICLE.questions.vi[0]
    lines = [
        {"text": text, "scope": "in", "article": ARTICLE.code},
        {"text": text, "scope": "in", "article": [ARTICLES[1].code, ARTICLE.code]},
        {"text": text, "scope": "in", "subject": ARTICLE.subject},
        {"text": text, "scope": "out"},
    ]
    file.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    found = tiendo("score", "questions", str(file), "--errors")
    assert found.exit_code == 0
    values = [line.split(": ") for line in found.stdout.splitlines()[-len(NAMES) :]]
    assert [name for name, _ in values] == NAMES
    assert [value.split(" %")[0] for _, value in values] == ["100.0", "100.0", "0.0", "0.0", "25.0"]
    assert "wanted nothing of ours" in found.stdout


def test_a_broken_line_is_named_and_the_others_are_scored(tmp_path: Path) -> None:
    file = tmp_path / "broken.jsonl"
    good = json.dumps({"text": ARTICLE.questions.vi[0], "scope": "in", "article": ARTICLE.code})
    file.write_text("\n".join([good, "{", "", "[" * 9_999, good]), encoding="utf-8")
    found = tiendo("score", "questions", str(file))
    assert found.exit_code == 1
    assert [line.split(":")[1] for line in found.stderr.splitlines()] == ["2", "4"]
    assert "right first: 100.0 % (2 of 2)" in found.stdout


def test_articles_are_read_from_another_folder_and_what_is_no_article_is_named(tmp_path: Path) -> None:
    shutil.copytree(CONTENT / "knowledge", tmp_path / "knowledge")
    (tmp_path / "knowledge" / "loose.md").write_text("x", encoding="utf-8")
    assert load_articles(tmp_path).articles.keys() == load_articles().articles.keys()
    named = [str(problem) for problem in knowledge_problems(tmp_path) if "loose" in problem.file]
    assert len(named) == 1
    assert "not read" in named[0]
    (tmp_path / "knowledge" / "near.yaml").unlink()
    with pytest.raises(ContentError, match=r"near\.yaml"):
        load_articles(tmp_path)


def test_what_has_not_changed_is_read_once_and_what_has_anew(tmp_path: Path) -> None:
    for name, text in SAMPLE.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    before = load_articles(tmp_path)
    assert load_articles(tmp_path) is before
    file, code = tmp_path / "knowledge/barcodes/phi_ma_vach.md", "phi_ma_vach"
    file.write_text(file.read_text(encoding="utf-8").replace("confidence: ", "confidence:  ") + "\nThêm.")
    after = load_articles(tmp_path)
    assert after.articles[code].en == f"{before.articles[code].en}\n\nThêm."
    file.unlink()
    assert code not in load_articles(tmp_path).articles
