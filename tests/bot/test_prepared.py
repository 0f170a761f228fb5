"""What was read and counted of articles spares the next start that, as long as nothing has changed."""

from pathlib import Path

import pytest

from bot.articles import load_articles
from bot.prepared import PreparedArticles
from core.knowledge.finding import Finder
from core.understanding.words import ShortForm
from tests.core.knowledge.samples import SAMPLE

ASKED, CODE = "phí đăng ký mã vạch bao nhiêu", "phi_ma_vach"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    root = tmp_path / "content"
    for name, text in SAMPLE.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return root


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "prepared"


def started(content: Path, folder: Path | None, short: str = "mv") -> Finder:
    """As at a start at which somebody asks, and what was prepared is kept."""
    articles = PreparedArticles(content, {short: (ShortForm("mã vạch"),)}, folder)
    finder = articles.finder(articles.base())
    articles.keep()
    return finder


def only_file(folder: Path) -> Path:
    (file,) = folder.iterdir()
    return file


def test_what_was_kept_is_what_was_read_and_finds_the_same(content: Path, folder: Path) -> None:
    first = started(content, folder)
    again = started(content, folder)
    assert again.base == first.base == load_articles(content)
    assert again.find(ASKED) == first.find(ASKED)
    assert again.find(ASKED).hits[0].article.code == CODE


def test_a_start_answers_from_what_was_kept(content: Path, folder: Path) -> None:
    answer = started(content, folder).base.articles[CODE].answer
    file = only_file(folder)
    file.write_bytes(file.read_bytes().replace(answer.encode(), "Như đã cất.".encode()))
    assert started(content, folder).find(ASKED).hits[0].article.answer == "Như đã cất."
    assert only_file(folder) == file


def test_another_text_or_short_form_makes_it_anew_in_place_of_the_other(content: Path, folder: Path) -> None:
    started(content, folder)
    files = [only_file(folder)]
    article = content / "knowledge/barcodes" / f"{CODE}.md"
    article.write_text(article.read_text(encoding="utf-8") + "\nThêm.", encoding="utf-8")
    assert started(content, folder).base.articles[CODE].en.endswith("Thêm.")
    files.append(only_file(folder))
    started(content, folder, short="msmv")
    files.append(only_file(folder))
    assert len(set(files)) == 3


@pytest.mark.parametrize("broken", [b"", b"{", b"[]", b"\xff", b'{"articles": []}'])
def test_what_cannot_be_read_is_made_again(content: Path, folder: Path, broken: bytes) -> None:
    started(content, folder)
    file = only_file(folder)
    whole = file.read_bytes()
    file.write_bytes(broken)
    assert started(content, folder).find(ASKED).hits[0].article.code == CODE
    assert only_file(folder).read_bytes() == whole


def test_where_nothing_can_be_kept_questions_are_answered_all_the_same(content: Path, tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.touch()
    assert started(content, in_the_way / "prepared").find(ASKED).hits[0].article.code == CODE
    assert started(content, None).find(ASKED).hits[0].article.code == CODE
