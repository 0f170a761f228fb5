"""Locale files (Fluent) -> their problems: broken entries, missing translations, values that differ."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from fluent.syntax import FluentParser, ast
from fluent.syntax.stream import FluentParserStream
from fluent.syntax.visitor import Visitor

from core.catalogue.problems import Problem, choose, quoted
from core.texts import SOURCE_LOCALE


@dataclass(frozen=True, slots=True)
class Entry:
    """One text: where it stands, the values it is given, the other texts it quotes."""

    file: str
    line: int
    values: frozenset[str]
    quotes: frozenset[str]


class _Names(Visitor):
    def __init__(self) -> None:
        super().__init__()
        self.values: set[str] = set()
        self.quotes: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:
        self.values.add(node.id.name)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:
        self.quotes.add(node.id.name)

    def visit_TermReference(self, node: ast.TermReference) -> None:
        self.quotes.add(f"-{node.id.name}")

    def visit_Pattern(self, node: ast.Pattern) -> None:
        """There is nothing in plain text, which is most of all nodes."""
        for element in node.elements:
            if isinstance(element, ast.Placeable):
                self.visit(element.expression)

    def visit_Identifier(self, node: ast.Identifier) -> None:
        """Nor in names."""


Parsed = Mapping[str, Mapping[str, ast.Resource]]

_TEXT = re.compile(r"(?:[^{}\r\n]|\r(?!\n))*")
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
#: a value in a text, and the text around it
_PIECE = re.compile(r"\{ *\$([A-Za-z][A-Za-z0-9_-]*) *\}|[^{}]+")
#: a text of one line with nothing but values in it; behind it comes another entry, or the end
_LINE = re.compile(
    rf"({_NAME.pattern}) *= *(?! )((?:\{{ *\${_NAME.pattern} *\}}|[^{{}}\r\n])+)(?<! )\n+(?=[A-Za-z#-]|\Z)"
)


class _QuickParser(FluentParser):
    """Takes whole lines, names and pieces of text where FluentParser goes letter by letter: most of all time.

    It notes no spans.
    """

    def __init__(self) -> None:
        super().__init__(with_spans=False)

    def get_entry_or_junk(self, ps: FluentParserStream) -> ast.EntryType:
        line = _LINE.match(ps.string, ps.index)
        if line is None:
            return super().get_entry_or_junk(ps)
        ps.index, ps.peek_offset = line.end(), 0
        pieces = [
            ast.Placeable(ast.VariableReference(ast.Identifier(piece[1])))
            if piece[1]
            else ast.TextElement(piece[0])
            for piece in _PIECE.finditer(line[2])
        ]
        return ast.Message(ast.Identifier(line[1]), ast.Pattern(pieces))

    def get_identifier(self, ps: FluentParserStream) -> ast.Identifier:
        name = _taken(ps, _NAME)
        return ast.Identifier(name) if name else super().get_identifier(ps)

    def get_text_element(self, ps: FluentParserStream) -> ast.TextElement:
        return ast.TextElement(_taken(ps, _TEXT))


def _taken(ps: FluentParserStream, pattern: re.Pattern[str]) -> str:
    """What stands at the cursor, which goes behind it; empty if it is something else."""
    found = pattern.match(ps.string, ps.index)
    if found is None:
        return ""
    ps.index, ps.peek_offset = found.end(), 0
    return found[0]


def read_locales(locales: Mapping[str, Mapping[str, str]]) -> tuple[Parsed, list[Problem]]:
    """The files (locale -> file -> text) parsed, and all their problems.

    Vietnamese is the source the others must match. Where each thing stands is only looked up, by parsing
    once more, when there are problems to name: it doubles the memory of the texts.
    """
    parsed = _parsed(locales, with_spans=False)
    if not _problems(locales, parsed):
        return parsed, []
    return parsed, _problems(locales, _parsed(locales, with_spans=True))


def _parsed(locales: Mapping[str, Mapping[str, str]], *, with_spans: bool) -> Parsed:
    parser = FluentParser() if with_spans else _QuickParser()
    return {
        locale: {file: parser.parse(text) for file, text in sorted(files.items())}
        for locale, files in locales.items()
    }


def _problems(locales: Mapping[str, Mapping[str, str]], parsed: Parsed) -> list[Problem]:
    problems: list[Problem] = []
    entries = {locale: _entries(files, parsed[locale], problems) for locale, files in locales.items()}
    source = entries.get(SOURCE_LOCALE, {})
    for locale, own in entries.items():
        problems += _broken_quotes(own)
        if locale != SOURCE_LOCALE:
            problems += _differences(source, own, locale)
    return sorted(set(problems))


def _entries(
    files: Mapping[str, str], parsed: Mapping[str, ast.Resource], problems: list[Problem]
) -> dict[str, Entry]:
    """The texts of one locale by key; what cannot be read, or stands twice, goes to the problems."""
    found: dict[str, Entry] = {}
    for file, text in sorted(files.items()):
        for node in parsed[file].body:
            line = text.count("\n", 0, node.span.start) + 1 if node.span else 1
            if isinstance(node, ast.Junk):
                problems.append(_junk(file, text, node))
            elif isinstance(node, ast.Message | ast.Term):
                key = node.id.name if isinstance(node, ast.Message) else f"-{node.id.name}"
                if key in found:
                    first = f"{found[key].file}:{found[key].line}"
                    what = f"the key {quoted(key)} twice (first at {first})"
                    problems.append(Problem(file, line, what, "keep one of them"))
                elif node.value is None:
                    what = f"{quoted(key)} has attributes only"
                    problems.append(Problem(file, line, what, "give it a text"))
                else:
                    found[key] = _entry(file, line, node)
    return found


def _entry(file: str, line: int, node: ast.Message | ast.Term) -> Entry:
    names = _Names()
    names.visit(node)
    return Entry(file, line, frozenset(names.values), frozenset(names.quotes))


def _junk(file: str, text: str, node: ast.Junk) -> Problem:
    annotation = node.annotations[0]
    at = min(annotation.span.start if annotation.span else 0, len(text.rstrip()))
    line = text.count("\n", 0, at) + 1
    marks = [row.strip()[:1] for row in (node.content or "").splitlines() if row.startswith(" ")]
    bad = next((mark for mark in marks if mark in ("*", "[", ".")), None)
    do = f'no line of it may begin with {bad}: write {{ "{bad}" }}' if bad else "write it as: key = text"
    return Problem(file, line, f"broken text: {annotation.message}", do)


def _broken_quotes(own: Mapping[str, Entry]) -> Iterator[Problem]:
    for entry in own.values():
        for quote in sorted(quote for quote in entry.quotes if quote not in own):
            yield Problem(entry.file, entry.line, f"it quotes {quoted(quote)}, no text", choose(quote, own))


def _differences(source: Mapping[str, Entry], own: Mapping[str, Entry], locale: str) -> Iterator[Problem]:
    for key in sorted(source.keys() - own.keys()):
        entry = source[key]
        what = f"{quoted(key)} has no text in {locale}"
        yield Problem(entry.file, entry.line, what, f"add it to locales/{locale}")
    for key in sorted(own.keys() - source.keys()):
        entry = own[key]
        what = f"{quoted(key)} has no text in {SOURCE_LOCALE}"
        yield Problem(
            entry.file, entry.line, what, choose(key, source, else_do="add it there or remove it here")
        )
    for key in sorted(source.keys() & own.keys()):
        theirs, ours = _values(source, key), _values(own, key)
        if theirs != ours:
            names = ", ".join(f"${name}" for name in sorted(theirs ^ ours))
            what = f"{quoted(key)} does not use the same values in {SOURCE_LOCALE} and {locale}: {names}"
            yield Problem(own[key].file, own[key].line, what, "use the same values in both")


def _values(entries: Mapping[str, Entry], key: str) -> set[str]:
    """The values a text needs, with those of the texts it quotes."""
    seen: set[str] = set()
    waiting = [key]
    while waiting:
        name = waiting.pop()
        if name in entries and name not in seen:
            seen.add(name)
            waiting += entries[name].quotes
    return {value for name in seen for value in entries[name].values}
