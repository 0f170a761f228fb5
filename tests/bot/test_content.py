"""Content and locales on the disk."""

import os
import shutil
from pathlib import Path

import pytest

from bot.content import check_texts, load_catalogue, read_catalogue, read_texts
from core.errors import ContentError
from core.texts import say
from tests.core.catalogue.small_content import PLAN_FILE, SMALL, TENANT_FILE


@pytest.fixture
def content(tmp_path: Path) -> Path:
    root = tmp_path / "somewhere"
    for path, text in SMALL.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return root


@pytest.fixture
def locales(tmp_path: Path) -> Path:
    for locale in ("vi", "en"):
        (tmp_path / locale).mkdir()
        (tmp_path / locale / "main.ftl").write_text(
            f"hello = { {'vi': 'Chào', 'en': 'Hi'}[locale] } {{ $name }}\n"
        )
    return tmp_path


def test_a_folder_is_read_into_a_catalogue(content: Path) -> None:
    assert list(load_catalogue(content).plans) == ["P1"]


def test_a_file_with_windows_line_ends_and_a_byte_order_mark_is_read(content: Path) -> None:
    text = (content / PLAN_FILE).read_text(encoding="utf-8").replace("\n", "\r\n")
    (content / PLAN_FILE).write_bytes(text.encode("utf-8-sig"))
    assert read_catalogue(content)[1] == []


def test_a_file_that_is_not_utf_8_is_named_with_its_line(content: Path) -> None:
    (content / PLAN_FILE).write_bytes(b"code: P1\ntitle: \xff\n")
    catalogue, problems = read_catalogue(content)
    assert catalogue is None
    assert (problems[0].file, problems[0].line, problems[0].do) == (
        "content/plans/p1.yaml",
        2,
        "save the file as UTF-8",
    )


def test_a_file_that_cannot_be_opened_is_named(content: Path) -> None:
    (content / PLAN_FILE).unlink()
    os.symlink(content / "nowhere", content / PLAN_FILE)
    assert any("not readable" in problem.what for problem in read_catalogue(content)[1])


def test_a_file_with_another_ending_is_pointed_out(content: Path) -> None:
    shutil.copyfile(content / PLAN_FILE, content / "plans/p2.yml")
    catalogue, problems = read_catalogue(content)
    assert catalogue is not None
    assert [(problem.file, problem.severity) for problem in problems] == [("content/plans/p2.yml", "warning")]


def test_an_unknown_time_zone_is_named(content: Path) -> None:
    (content / TENANT_FILE).write_text(SMALL[TENANT_FILE] + "timezone: Asia/Nowhere\n", encoding="utf-8")
    catalogue, problems = read_catalogue(content)
    assert catalogue is None
    assert "Asia/Nowhere" in problems[0].what


@pytest.mark.parametrize("name", ["../../etc/passwd", "/etc/passwd", "", "A" * 9000])
def test_no_time_zone_makes_reading_raise(content: Path, name: str) -> None:
    (content / TENANT_FILE).write_text(f"{SMALL[TENANT_FILE]}timezone: '{name}'\n", encoding="utf-8")
    assert read_catalogue(content)[0] is None


def test_an_empty_folder_says_what_is_needed(tmp_path: Path) -> None:
    problems = read_catalogue(tmp_path / "none")[1]
    assert "content/plans/" in {problem.file for problem in problems}


def test_broken_content_is_refused_with_the_first_problems(content: Path) -> None:
    (content / PLAN_FILE).write_text(
        SMALL[PLAN_FILE].replace("owner: office", "owner: ofice"), encoding="utf-8"
    )
    with pytest.raises(ContentError, match=r"content/plans/p1\.yaml:14: error: .*ofice.*did you mean office"):
        load_catalogue(content)


def test_a_refusal_names_five_problems_and_how_many_more(content: Path) -> None:
    goals = "      - {value: 20}\n" * 9
    text = SMALL[PLAN_FILE].replace("      - {value: 20, years: [2026, 2030]}\n", goals)
    (content / PLAN_FILE).write_text(text, encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        load_catalogue(content)
    assert "... and 4 more" in str(caught.value)
    assert "tiendo check" in str(caught.value)


def test_texts_are_read_in_both_languages(locales: Path) -> None:
    texts = read_texts(locales)
    assert [texts.render(say("hello", name="An"), locale) for locale in ("vi", "en")] == ["Chào An", "Hi An"]


def test_a_broken_text_is_named_with_its_file_and_line(locales: Path) -> None:
    (locales / "en" / "main.ftl").write_text("hello = Hi { $name }\nbye = {\n")
    assert [(problem.file, problem.line) for problem in check_texts(locales)] == [("locales/en/main.ftl", 2)]
    with pytest.raises(ContentError, match=r"locales/en/main\.ftl:2"):
        read_texts(locales)


def test_a_language_without_files_is_a_problem(locales: Path) -> None:
    shutil.rmtree(locales / "en")
    assert ("locales/en/", "there are no texts") in {(p.file, p.what) for p in check_texts(locales)}


def test_what_has_not_changed_is_judged_once_and_what_has_anew(content: Path) -> None:
    before = load_catalogue(content)
    assert load_catalogue(content) is before
    (content / PLAN_FILE).write_text(SMALL[PLAN_FILE] + "\n# a remark", encoding="utf-8")
    assert load_catalogue(content) is not before
    (content / PLAN_FILE).write_text("", encoding="utf-8")
    assert read_catalogue(content)[0] is None
