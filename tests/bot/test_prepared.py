"""What was read and counted of articles spares the next start that, as long as nothing has changed."""

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bot.articles import load_articles
from bot.prepared import PreparedArticles, opened, sealed
from core.knowledge.finding import Finder
from core.understanding.words import ShortForm
from handlers.library import Library
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
    kept = opened(file.name, file.read_bytes())
    file.write_bytes(sealed(file.name, kept.replace(answer.encode(), "Như đã cất.".encode())))
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


def test_a_kept_answer_that_was_changed_is_told_to_nobody(content: Path, folder: Path) -> None:
    answer = started(content, folder).base.articles[CODE].answer
    file = only_file(folder)
    whole = file.read_bytes()
    file.write_bytes(whole.replace(answer.encode(), answer.replace("0", "9").encode()))
    assert file.read_bytes() != whole
    assert started(content, folder).base.articles[CODE].answer == answer
    assert only_file(folder).read_bytes() == whole


def test_what_was_kept_of_other_texts_is_not_taken_for_these(content: Path, folder: Path) -> None:
    started(content, folder)
    before = only_file(folder).read_bytes()
    article = content / "knowledge/barcodes" / f"{CODE}.md"
    article.write_text(article.read_text(encoding="utf-8") + "\nThêm.", encoding="utf-8")
    started(content, folder)
    only_file(folder).write_bytes(before)
    assert started(content, folder).base.articles[CODE].en.endswith("Thêm.")


def test_where_there_is_no_room_nothing_is_left_behind(content: Path, folder: Path) -> None:
    with no_more_than(1_000):
        assert started(content, folder).find(ASKED).hits[0].article.code == CODE
    assert list(folder.iterdir()) == []


@contextmanager
def no_more_than(size: int) -> Iterator[None]:
    """No file of this process may grow longer, as on a full disk."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_an_article_with_a_mistake_is_left_out_and_named_at_each_start(
    content: Path, folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    other = content / "knowledge/measuring/mat_tem_kiem_dinh.md"
    other.write_text(other.read_text(encoding="utf-8").replace("owner: ", "owner: x"), encoding="utf-8")
    for _ in range(2):
        caplog.clear()
        finder = started(content, folder)
        assert finder.find(ASKED).hits[0].article.code == CODE
        assert "mat_tem_kiem_dinh" not in finder.base.articles
        (told,) = (record for record in caplog.records if record.msg == "articles_left_out")
        assert "measuring/mat_tem_kiem_dinh.md:" in told.__dict__["reason"]


def test_without_words_to_read_articles_by_there_are_none(content: Path) -> None:
    (content / "knowledge/subjects.yaml").write_text("subjects: [", encoding="utf-8")
    articles = PreparedArticles(content, {})
    assert articles.base().articles == {}
    assert Library(base=articles.base, build=articles.finder).shared() is None


def test_where_nothing_can_be_kept_questions_are_answered_all_the_same(content: Path, tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.touch()
    assert started(content, in_the_way / "prepared").find(ASKED).hits[0].article.code == CODE
    assert started(content, None).find(ASKED).hits[0].article.code == CODE
