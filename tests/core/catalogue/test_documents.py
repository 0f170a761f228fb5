"""YAML as content is read: strict, with lines, and never an exception."""

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from core.catalogue.check import check_content
from core.catalogue.documents import read_document
from tests.core.catalogue.small_content import MEETING_FILE, PLAN_FILE, SMALL

#: pieces that YAML and our files are made of: their mixtures get further than random letters
SIGNS = "a:{}[],'\"#|>~\t\r\x07\ud800\ufeffé"
WORDS = ("code", " ", "\n", "  ", "- ", "&x ", "*x", "!t ", "? ", "---\n", "...\n", "%YAML 1.1\n", "\\U")
PIECES = st.sampled_from([*SIGNS, *WORDS])
TEXTS = st.one_of(st.text(), st.lists(PIECES, max_size=40).map("".join))


@pytest.mark.parametrize(
    ("text", "line", "what", "do"),
    [
        ("a: 1\nb:\n\t- c", 3, "a tab", "indent with spaces"),
        ("a: 1\nb: 'x", 2, "broken YAML", "correct indentation"),
        ("a: 1\nb: &x [1]\nc: *x", 3, "an alias (*x)", "write the value out"),
        ("a: &x 1\nb: &x 2", 2, "duplicate anchor", "correct indentation"),
        ("a: &x 1\nb: &x 2\nc: *x", 3, "an alias (*x)", "write the value out"),
        ("a: 1\nb: !t x", 2, "a tag", "write the plain value"),
        ("a: 1\nb: 2\na: 3", 3, 'the key "a" twice (first on line 1)', "keep one"),
        ("a:\n  b: 1\n  b: 2", 3, 'the key "b" twice (first on line 2)', "keep one"),
        ("a: 1\n---\nb: 2", 2, "a second document", "a file of its own"),
        ("a: 1\n[b]: 2", 2, "as a key", "use a word"),
        ("a: 1\nb: \x07", 2, "a character that text may not hold", "retype"),
        ("\n" * 3 + "[" * 50, 4, "levels inside each other", "check brackets"),
        ('a: "\\UFFFFFFFF"', 1, "not readable", "correct the file"),
        ("# nothing\n", 1, "the file is empty", "fill it in"),
    ],
)
def test_broken_yaml_is_named_with_its_line_and_its_cure(text: str, line: int, what: str, do: str) -> None:
    _, problems = read_document("f.yaml", text)
    assert [problem.line for problem in problems] == [line]
    assert what in problems[0].what
    assert do in problems[0].do


def test_a_document_remembers_the_line_of_every_key_and_entry() -> None:
    document, _ = read_document("f.yaml", "a:\n  - b: 1\n  - b: 2\n")
    assert document is not None
    assert [document.line(path) for path in [("a",), ("a", 0), ("a", 1, "b")]] == [1, 2, 3]


def test_the_line_of_what_is_absent_is_that_of_what_should_hold_it() -> None:
    document, _ = read_document("f.yaml", "a: 1\nb:\n  c: 2\n")
    assert document is not None
    assert document.line(("b", "missing", 3)) == 2


@pytest.mark.parametrize("word", ["no", "on", "14:00", "5s", "0x1", "1e3", "2026-01-01", "08", "=", "<<"])
def test_words_stay_the_words_they_are(word: str) -> None:
    document, problems = read_document("f.yaml", f"a: {word}")
    assert problems == []
    assert document is not None
    assert document.data == {"a": word}


@pytest.mark.parametrize(
    ("text", "value"), [("a:", None), ("a: ~", None), ("a: null", None), ("a: '~'", "~")]
)
def test_nothing_is_told_from_a_quoted_sign(text: str, value: str | None) -> None:
    document, _ = read_document("f.yaml", text)
    assert document is not None
    assert document.data == {"a": value}


def test_vietnamese_typed_in_two_ways_is_one_text() -> None:
    document, _ = read_document("f.yaml", "\ufeffa: cho\u031b\u0323 Ngu\u0323")
    assert document is not None
    assert document.data == {"a": "chợ Ngụ"}


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_no_text_makes_reading_raise(text: str) -> None:
    document, problems = read_document("f.yaml", text)
    assert document is not None or problems


@settings(max_examples=200, deadline=None)
@given(path=st.sampled_from(sorted(SMALL)), text=TEXTS)
def test_no_text_of_any_file_makes_checking_raise(path: str, text: str) -> None:
    catalogue, problems = check_content({**SMALL, path: text})
    assert catalogue is not None or problems


VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.dates(), st.text(max_size=8)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.sampled_from(["code", "vi", "en", "fields", "when", "goals", "op", "total", "lines", "1"]),
            inner,
            max_size=4,
        ),
    ),
    max_leaves=12,
)
PARSED = {path: yaml.load(SMALL[path], yaml.CSafeLoader) for path in (PLAN_FILE, MEETING_FILE)}
KEYS = [
    "code",
    "receipt",
    "fields",
    "targets",
    "goals",
    "checks",
    "reporters",
    "help",
    "starts",
    "dedupe",
    "label",
    "level",
    "parameters",
    "tasks",
    "budget",
    "duties",
    "phases",
]


@settings(max_examples=300, deadline=None)
@given(path=st.sampled_from(sorted(PARSED)), key=st.sampled_from(KEYS), value=VALUES)
def test_no_value_of_any_key_makes_checking_raise(path: str, key: str, value: object) -> None:
    data = {**PARSED[path], key: value}
    catalogue, problems = check_content({**SMALL, path: yaml.safe_dump(data, allow_unicode=True)})
    assert catalogue is not None or problems


@settings(max_examples=300, deadline=None)
@given(path=st.sampled_from(sorted(SMALL)), data=st.data())
def test_no_cut_or_doubled_line_makes_checking_raise(path: str, data: st.DataObject) -> None:
    lines = SMALL[path].splitlines(keepends=True)
    at = data.draw(st.integers(0, len(lines) - 1))
    times = data.draw(st.sampled_from([0, 2]))
    text = "".join(lines[:at] + lines[at : at + 1] * times + lines[at + 1 :])
    catalogue, problems = check_content({**SMALL, path: text})
    assert catalogue is not None or problems
