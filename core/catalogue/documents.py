"""YAML text -> plain data that remembers its lines. Stricter than YAML, so that content has no traps.

Every scalar is text until a model says otherwise (so `no` stays "no" and `14:00` stays a time); no aliases,
no tags, no key twice, one document a file. Whatever the text, the answer is data or problems, never an
exception.
"""

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial

import yaml
from yaml.error import MarkedYAMLError
from yaml.events import AliasEvent, CollectionEndEvent, CollectionStartEvent, DocumentStartEvent, Event
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from yaml.reader import ReaderError

from core.catalogue.problems import Problem, Severity, quoted

Data = str | None | list["Data"] | dict[str, "Data"]
Path = tuple[str | int, ...]

_Loader = yaml.SafeLoader | yaml.CSafeLoader
#: ten times as fast, where PyYAML was built with it
_FAST: type[_Loader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DEEPEST = 30
_NOTHING = ("", "~", "null", "Null", "NULL")


@dataclass(frozen=True)
class Document:
    """A file's data and, for each path in it ("targets", 0, "code"), the line it stands on.

    The lines are looked for when something is wrong: of ten thousand nearly none is ever asked for.
    """

    file: str
    data: Data
    find_lines: Callable[[], Mapping[Path, int]] = field(repr=False, compare=False)

    @cached_property
    def lines(self) -> Mapping[Path, int]:
        return self.find_lines()

    def line(self, path: Sequence[str | int]) -> int:
        """The line of a path, or of the nearest thing around it that exists."""
        here = tuple(path)
        while here and here not in self.lines:
            here = here[:-1]
        return self.lines.get(here, 1)

    def place(self, path: Sequence[str | int]) -> str:
        """The file and the line of a path: "content/plans/dc1.yaml:12"."""
        return f"{self.file}:{self.line(path)}"

    def problem(self, path: Sequence[str | int], what: str, do: str, severity: Severity = "error") -> Problem:
        return Problem(self.file, self.line(path), what, do, severity)


def read_document(file: str, text: str) -> tuple[Document | None, list[Problem]]:
    """The document, or None and why it cannot be read. A key given twice leaves a document and a problem."""
    text = text.removeprefix("\ufeff")
    try:
        return _read(file, text, _FAST)
    except (yaml.YAMLError, ValueError, IndexError, OverflowError):
        return _explained(file, text)


def _explained(file: str, text: str) -> tuple[Document | None, list[Problem]]:
    """Once more with the loader whose errors are the same on every machine."""
    try:
        return _read(file, text, yaml.SafeLoader)
    except MarkedYAMLError as error:
        return None, [_broken(file, error)]
    except ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        return None, [Problem(file, line, "a character that text may not hold", "remove or retype it")]
    except (ValueError, IndexError, OverflowError) as error:
        # PyYAML lets a few of these through, e.g. for "\UFFFFFFFF"
        return None, [Problem(file, 1, f"not readable as YAML: {error}", "correct the file")]


def _read(file: str, text: str, loader: type[_Loader]) -> tuple[Document | None, list[Problem]]:
    problems = _refused(file, text, loader)
    if problems:
        return None, problems
    root = yaml.compose(text, Loader=loader)
    if root is None:
        return None, [Problem(file, 1, "the file is empty", "fill it in or delete it")]
    walk = _Walk(file)
    data = walk.value(root)
    return Document(file, data, partial(_lines, text, loader)), walk.problems


def _lines(text: str, loader: type[_Loader]) -> dict[Path, int]:
    """The line of each path of a text that can be read."""
    lines: dict[Path, int] = {}
    root = yaml.compose(text, Loader=loader)
    if root is not None:
        _note_lines(root, (), lines)
    return lines


def _note_lines(node: Node, path: Path, lines: dict[Path, int]) -> None:
    lines.setdefault(path, node.start_mark.line + 1)
    if isinstance(node, SequenceNode):
        for index, item in enumerate(node.value):
            _note_lines(item, (*path, index), lines)
    if isinstance(node, MappingNode):
        for key, value in node.value:
            here = (*path, _composed(key))
            if isinstance(key, ScalarNode) and here not in lines:
                lines[here] = key.start_mark.line + 1
                _note_lines(value, here, lines)


def _refused(file: str, text: str, loader: type[_Loader]) -> list[Problem]:
    """What YAML allows and content does not. Looks at events, so nothing is built from a hostile file."""
    depth = documents = 0
    for event in yaml.parse(text, Loader=loader):
        depth += isinstance(event, CollectionStartEvent) - isinstance(event, CollectionEndEvent)
        documents += isinstance(event, DocumentStartEvent)
        found = _refusal(event, depth, documents)
        if found:
            line = event.start_mark.line + 1 if event.start_mark else 1
            return [Problem(file, line, *found)]
    return []


def _refusal(event: Event, depth: int, documents: int) -> tuple[str, str] | None:
    if isinstance(event, AliasEvent):
        return f"an alias (*{event.anchor})", "write the value out"
    if documents > 1:
        return "a second document (---)", "put it into a file of its own"
    if depth > _DEEPEST:
        return f"more than {_DEEPEST} levels inside each other", "check brackets and indentation"
    return None


def _broken(file: str, error: MarkedYAMLError) -> Problem:
    mark = error.problem_mark or error.context_mark
    line = mark.line + 1 if mark else 1
    reason = " ".join(filter(None, (error.problem, error.context)))
    if "'\\t'" in reason:
        return Problem(file, line, "a tab", "indent with spaces")
    return Problem(file, line, f"broken YAML: {reason}", "correct indentation and quotes near this line")


def _composed(node: Node) -> str:
    # After reading: a mark may stand behind an escape, which composing the whole file would break.
    return unicodedata.normalize("NFC", str(node.value))


class _Walk:
    """Turns nodes into data, noting problems on the way."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []

    def value(self, node: Node) -> Data:
        if isinstance(node, MappingNode):
            return self._mapping(node)
        if isinstance(node, SequenceNode):
            return [self.value(item) for item in node.value]
        return self._scalar(node)

    def _scalar(self, node: Node) -> str | None:
        if node.tag and not node.tag.startswith("tag:yaml.org,2002:"):
            self._note(node, f"a tag ({quoted(node.tag)})", "write the plain value")
        text = _composed(node)
        plain = isinstance(node, ScalarNode) and not node.style
        return None if plain and text in _NOTHING else text

    def _mapping(self, node: MappingNode) -> dict[str, Data]:
        result: dict[str, Data] = {}
        lines: dict[str, int] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, ScalarNode):
                self._note(key_node, "a list or mapping as a key", "use a word as the key")
                continue
            key = _composed(key_node)
            if key in result:
                twice = f"the key {quoted(key)} twice (first on line {lines[key]})"
                self._note(key_node, twice, "keep one of them")
                continue
            lines[key] = key_node.start_mark.line + 1
            result[key] = self.value(value_node)
        return result

    def _note(self, node: Node, what: str, do: str) -> None:
        self.problems.append(Problem(self.file, node.start_mark.line + 1, what, do))
