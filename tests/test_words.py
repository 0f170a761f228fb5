"""Texts and code fit together: every key used is there, every key is used, no sentence stands in code."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from fluent.syntax import FluentParser
from fluent.syntax.ast import Message

from tests.tables import over

ROOT = Path(__file__).parent.parent
FOLDERS = ("bot", "handlers", "scheduler", "reports", "storage", "core")
SOURCES = [path for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*.py"))]
VIETNAMESE = re.compile(
    "[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]", re.IGNORECASE
)


def keys_of(locale: str) -> set[str]:
    parser = FluentParser()
    files = (ROOT / "locales" / locale).glob("*.ftl")
    bodies = [entry for file in files for entry in parser.parse(file.read_text(encoding="utf-8")).body]
    return {entry.id.name for entry in bodies if isinstance(entry, Message)}


def strings_in(path: Path) -> Iterator[ast.Constant | ast.JoinedStr]:
    """All strings of a source file but its docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docstrings = {
        node.body[0].value
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if node in docstrings:
            continue
        if isinstance(node, ast.JoinedStr) or (
            isinstance(node, ast.Constant) and isinstance(node.value, str)
        ):
            yield node


def pattern_of(joined: ast.JoinedStr) -> str:
    """An f-string as a pattern: `f"role-{role}"` is `role-.+`."""
    parts = (
        re.escape(str(part.value)) if isinstance(part, ast.Constant) else r"[a-z0-9-]+"
        for part in joined.values
    )
    return "".join(parts)


def used() -> tuple[set[str], set[str]]:
    """Every string constant of the code, and the patterns of its f-strings that could be keys."""
    constants: set[str] = set()
    patterns: set[str] = set()
    for path in SOURCES:
        for node in strings_in(path):
            if isinstance(node, ast.JoinedStr):
                patterns.add(pattern_of(node))
            else:
                constants.add(str(node.value))
    return constants, {pattern for pattern in patterns if re.match(r"[a-z]+(\\-|-)", pattern)}


def test_both_languages_have_the_same_keys() -> None:
    assert keys_of("vi") == keys_of("en")


def test_every_key_that_is_said_has_a_text() -> None:
    said = {
        node.args[0].value
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "say"
        and isinstance(node.args[0], ast.Constant)
    }
    assert said - keys_of("vi") == set()


def test_every_text_is_used() -> None:
    constants, patterns = used()
    unused = {
        key
        for key in keys_of("vi") - constants
        if not any(re.fullmatch(pattern, key) for pattern in patterns)
    }
    assert unused == set()


@over(SOURCES)
def test_no_vietnamese_sentence_stands_in_code(path: Path) -> None:
    sentences = [
        str(node.value)
        for node in strings_in(path)
        if isinstance(node, ast.Constant) and len(str(node.value)) > 1 and VIETNAMESE.search(str(node.value))
    ]
    assert sentences == []
