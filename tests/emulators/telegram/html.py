"""parse_mode HTML as Telegram checks it: the visible text and its entities, or 400."""

import re
from dataclasses import dataclass
from html import unescape
from typing import Any

from tests.emulators.telegram.answers import ApiError, bad_request

_NAME = re.compile(r"<(/?)([^\s>]*)")
_REST = re.compile(r"([^>]*)>")
_REFERENCE = re.compile(r"&(?:lt|gt|amp|quot|#\d+|#x[0-9a-fA-F]+);")
_HREF = re.compile(r"""\s+href\s*=\s*["']?([^"'\s>]*)["']?""")

_KINDS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "a": "text_link",
}


@dataclass(slots=True)
class _Open:
    tag: str
    start: int
    attributes: str


def units(text: str) -> int:
    """The length as Telegram counts offsets: in UTF-16 code units."""
    return len(text.encode("utf-16-le")) // 2


def parse_html(source: str) -> tuple[str, list[dict[str, Any]]]:
    """The text as people see it, and its entities. Raises ApiError where Telegram does."""
    if "<" not in source and "&" not in source:
        return source, []
    return _Parser(source).parse()


class _Parser:
    def __init__(self, source: str) -> None:
        self._source = source
        self._text: list[str] = []
        self._length = 0
        self._open: list[_Open] = []
        self._entities: list[dict[str, Any]] = []

    def parse(self) -> tuple[str, list[dict[str, Any]]]:
        at = 0
        while (next_tag := self._source.find("<", at)) >= 0:
            self._add(self._source[at:next_tag])
            at = self._tag(next_tag)
        self._add(self._source[at:])
        if self._open:
            raise _error(f'Can\'t find end tag corresponding to start tag "{self._open[-1].tag}"')
        return "".join(self._text), sorted(self._entities, key=lambda found: found["offset"])

    def _add(self, piece: str) -> None:
        text = _REFERENCE.sub(lambda found: unescape(found[0]), piece)
        self._text.append(text)
        self._length += units(text)

    def _tag(self, at: int) -> int:
        offset = len(self._source[:at].encode())
        found = _NAME.match(self._source, at)
        if found is None or found.end() == len(self._source):
            raise _error(f"Unclosed start tag at byte offset {offset}")
        closing, tag = found[1], found[2].lower()
        if not closing and tag not in _KINDS:
            raise _error(f'Unsupported start tag "{tag}" at byte offset {offset}')
        rest = _REST.match(self._source, found.end())
        if rest is None:
            raise _error(f"Unclosed start tag at byte offset {offset}")
        if closing:
            self._close(tag, offset)
        else:
            self._open.append(_Open(tag, self._length, rest[1]))
        return rest.end()

    def _close(self, tag: str, offset: int) -> None:
        if not self._open:
            raise _error(f"Unexpected end tag at byte offset {offset}")
        opened = self._open.pop()
        if tag != opened.tag:
            raise _error(
                f'Unmatched end tag at byte offset {offset}, expected "</{opened.tag}>", found "</{tag}>"'
            )
        length = self._length - opened.start
        if length:
            entity = {"type": _KINDS[tag], "offset": opened.start, "length": length}
            if tag == "a" and (href := _HREF.search(opened.attributes)):
                entity["url"] = unescape(href[1])
            self._entities.append(entity)


def _error(words: str) -> ApiError:
    return bad_request(f"can't parse entities: {words}")
