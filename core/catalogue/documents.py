"""YAML text -> plain data that remembers its lines. Stricter than YAML, so that content has no traps.

Every scalar is text until a model says otherwise (so `no` stays "no" and `14:00` stays a time); no aliases,
no tags, no key twice, one document a file. Whatever the text, the answer is data or problems, never an
exception.
"""

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import cast

import yaml
from yaml.composer import ComposerError
from yaml.error import Mark, MarkedYAMLError
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from yaml.reader import ReaderError

from core.catalogue.problems import Problem, Severity, quoted

Data = str | None | list["Data"] | dict[str, "Data"]
Path = tuple[str | int, ...]

_Loader = yaml.SafeLoader | yaml.CSafeLoader
#: ten times as fast, where PyYAML was built with it
FAST: type[_Loader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
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
        return _read(file, text, FAST)
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
    # not `yaml.parse`, which asks twice for each piece
    pieces = _Pieces(cast("Callable[[], Event]", loader(text).get_event))
    walk = _Walk(file, pieces)
    try:
        if walk.is_empty():
            return None, [Problem(file, 1, "the file is empty", "fill it in or delete it")]
        data = walk.value(pieces.next())
        pieces.finish()
    except _Refused as refused:
        return None, [Problem(file, refused.line, *refused.reason)]
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


class _Refused(Exception):
    """YAML allows it, and content does not."""

    def __init__(self, line: int, reason: tuple[str, str]) -> None:
        super().__init__(*reason)
        self.line = line
        self.reason = reason


class _Pieces:
    """What a text consists of, piece by piece, so that nothing is built from a hostile file."""

    def __init__(self, following: Callable[[], Event]) -> None:
        self._following = following
        self._depth = self._documents = 0
        self._anchors: dict[str | None, NodeEvent] = {}
        self._twice: ComposerError | None = None

    def next(self) -> Event:
        """The next piece. Raises _Refused, and YAMLError where the text is none."""
        event = self._following()
        if type(event) is ScalarEvent:
            if event.anchor is not None:
                self._note_anchor(event)
            return event
        self._depth += isinstance(event, CollectionStartEvent) - isinstance(event, CollectionEndEvent)
        self._documents += isinstance(event, DocumentStartEvent)
        refusal = _refusal(event, self._depth, self._documents)
        if refusal:
            raise _Refused(_line(event), refusal)
        if isinstance(event, CollectionStartEvent) and event.anchor is not None:
            self._note_anchor(event)
        return event

    def skip(self, event: Event) -> None:
        """Pass over what this piece begins."""
        depth = int(isinstance(event, CollectionStartEvent))
        while depth:
            event = self.next()
            depth += isinstance(event, CollectionStartEvent) - isinstance(event, CollectionEndEvent)

    def finish(self) -> None:
        """Look through what is left."""
        while not isinstance(self.next(), StreamEndEvent):
            pass
        if self._twice is not None:
            raise self._twice

    def _note_anchor(self, event: NodeEvent) -> None:
        first = self._anchors.setdefault(event.anchor, event)
        if first is not event and self._twice is None:
            what = f"found duplicate anchor {event.anchor!r}; first occurrence"
            self._twice = ComposerError(what, _mark(first), "second occurrence", _mark(event))


def _mark(event: Event) -> Mark | None:
    # That of the C loader has all that the other has.
    return cast("Mark | None", event.start_mark)


def _line(event: Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


class _Walk:
    """Turns pieces into data, noting problems on the way."""

    def __init__(self, file: str, pieces: _Pieces) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self._pieces = pieces

    def is_empty(self) -> bool:
        """Whether there is no document; asked once, before all else."""
        self._pieces.next()  # the start of the stream
        return isinstance(self._pieces.next(), StreamEndEvent)

    def value(self, event: Event) -> Data:
        """The data that this piece begins."""
        if type(event) is ScalarEvent:
            return self._scalar(event)
        if type(event) is MappingStartEvent:
            return self._mapping()
        items: list[Data] = []
        following = self._pieces.next
        while type(item := following()) is not SequenceEndEvent:
            items.append(self._scalar(item) if type(item) is ScalarEvent else self.value(item))
        return items

    def _scalar(self, event: ScalarEvent) -> str | None:
        if event.tag not in (None, "!") and not event.tag.startswith("tag:yaml.org,2002:"):
            self._note(event, f"a tag ({quoted(event.tag)})", "write the plain value")
        text = event.value
        if not text.isascii():
            return unicodedata.normalize("NFC", text)
        return None if text in _NOTHING and not event.style else text

    def _mapping(self) -> dict[str, Data]:
        result: dict[str, Data] = {}
        keys: dict[str, Event] = {}
        following = self._pieces.next
        while type(event := following()) is not MappingEndEvent:
            if type(event) is not ScalarEvent:
                self._note(event, "a list or mapping as a key", "use a word as the key")
                self._pieces.skip(event)
                self._pieces.skip(following())
                continue
            key = event.value if event.value.isascii() else unicodedata.normalize("NFC", event.value)
            if key in result:
                twice = f"the key {quoted(key)} twice (first on line {_line(keys[key])})"
                self._note(event, twice, "keep one of them")
                self._pieces.skip(following())
                continue
            keys[key] = event
            result[key] = self.value(following())
        return result

    def _note(self, event: Event, what: str, do: str) -> None:
        self.problems.append(Problem(self.file, _line(event), what, do))
