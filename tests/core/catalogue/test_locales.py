"""Locale files: broken entries, missing translations, values that differ."""

from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from hypothesis import given, settings
from hypothesis import strategies as st

from core.catalogue.locales import read_locales

LOCALE_FILES = Path(__file__).parents[3] / "locales"


def check(vi: str, en: str) -> list[tuple[str, int, str, str]]:
    _, problems = read_locales({"vi": {"vi.ftl": vi}, "en": {"en.ftl": en}})
    return [(problem.file, problem.line, problem.what, problem.do) for problem in problems]


@pytest.mark.parametrize(
    ("vi", "en", "file", "line", "what", "do"),
    [
        ("a = A\nb = {", "a = A\n", "vi.ftl", 2, "broken text", "key = text"),
        ("a = A\nb =\n    **B**\n", "a = A\n", "vi.ftl", 2, "broken text", 'may begin with *: write { "*" }'),
        ("a = A\nb = B\n", "a = A\n", "vi.ftl", 2, '"b" has no text in en', "add it to locales/en"),
        (
            "hello = A\n",
            "hello = A\nhallo = B\n",
            "en.ftl",
            2,
            '"hallo" has no text in vi',
            "did you mean hello?",
        ),
        (
            "a = { $x }\n",
            "\na = { $y }\n",
            "en.ftl",
            2,
            "the same values in vi and en: $x, $y",
            "same values",
        ),
        ("a = A\na = B\n", "a = A\n", "vi.ftl", 2, 'the key "a" twice (first at vi.ftl:1)', "keep one"),
        (
            "a = A { bat }\nbad = B\n",
            "a = A\nbad = B\n",
            "vi.ftl",
            1,
            'it quotes "bat", no text',
            "did you mean bad?",
        ),
        ("a =\n    .title = A\n", "a = A\n", "vi.ftl", 1, '"a" has attributes only', "give it a text"),
    ],
)
def test_a_mistake_in_a_locale_is_named_with_its_line_and_its_cure(
    vi: str, en: str, file: str, line: int, what: str, do: str
) -> None:
    found = [each for each in check(vi, en) if what in each[2]]
    assert [(each[0], each[1]) for each in found] == [(file, line)]
    assert do in found[0][3]


def test_values_of_a_quoted_text_count_as_its_own() -> None:
    assert check("a = { b }\nb = { $x }\n", "a = { $x }\nb = { $x }\n") == []


def test_values_inside_a_choice_are_found() -> None:
    choice = "a = { $n ->\n    [one] một\n   *[other] { $n } { $what }\n }\n"
    assert "$what" in check(choice, "a = { $n }\n")[0][2]


def test_texts_that_quote_each_other_end() -> None:
    assert check("a = { b }\nb = { a }\n", "a = { b }\nb = { a }\n") == []


def test_keys_may_stand_in_different_files() -> None:
    locales = {"vi": {"1.ftl": "a = A", "2.ftl": "b = B"}, "en": {"1.ftl": "a = A\nb = B"}}
    assert read_locales(locales)[1] == []


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "a",
                " = ",
                "b = { $x } c",
                "\n",
                "\r",
                "\r\n",
                "    ",
                "{",
                "}",
                "$x",
                "->",
                "[one]",
                "*[o]",
                "-t",
                "#",
                ".",
                '"',
            ]
        ),
        max_size=30,
    )
)
def test_any_text_is_read_as_fluent_reads_it(pieces: list[str]) -> None:
    text = "".join(pieces)
    parsed, _ = read_locales({"vi": {"v": text}, "en": {"e": text}})
    assert parsed["vi"]["v"].equals(FluentParser().parse(text))


def test_the_locale_files_are_read_as_fluent_reads_them() -> None:
    files = {path.name: path.read_text(encoding="utf-8") for path in (LOCALE_FILES / "vi").glob("*.ftl")}
    parsed, problems = read_locales({"vi": files})
    assert files
    assert not problems
    assert [
        name for name, text in files.items() if not parsed["vi"][name].equals(FluentParser().parse(text))
    ] == []
