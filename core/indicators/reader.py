"""Walks over the words of a sentence. Says what it expected, and where, when another word comes."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import TypeVar

from core.indicators.tokens import IndicatorError, Kind, Token, tokenize

Part = TypeVar("Part")

#: words that join things, so nothing can be named like them
RESERVED = frozenset({"where", "in", "and", "or", "not", "by", "plus", "minus"})

#: brackets within brackets; a real sentence has three
_DEEPEST = 40


class Reader:
    """The words of one sentence and how far they are read."""

    def __init__(self, text: str) -> None:
        self._tokens = tokenize(text)
        self._at = 0
        self._depth = 0

    @property
    def here(self) -> Token:
        return self._tokens[self._at]

    def following(self, steps: int = 1) -> Token:
        """The token so many steps ahead; the end again, when there are fewer."""
        return self._tokens[min(self._at + steps, len(self._tokens) - 1)]

    def error(self, expected: str) -> IndicatorError:
        return IndicatorError(f"expected {expected}, found {self.here}", self.here.column)

    def take(self) -> Token:
        token = self.here
        if token.kind is not Kind.END:
            self._at += 1
        return token

    def accept(self, text: str) -> bool:
        """Steps over this word or mark if it comes next."""
        if self.here.text != text:
            return False
        self.take()
        return True

    def expect(self, text: str) -> None:
        if not self.accept(text):
            raise self.error(f'"{text}"')

    def end(self) -> None:
        if self.here.kind is not Kind.END:
            raise self.error("the end")

    def name(self, what: str) -> str:
        """A name that begins with a letter: of a fact type, a field, a group, a roster."""
        token = self.here
        if token.kind is not Kind.WORD or not token.text[0].isalpha() or token.text in RESERVED:
            raise self.error(what)
        return self.take().text

    def code(self, what: str) -> str:
        """The code of an option; it may begin with a digit."""
        token = self.here
        plain = token.kind is Kind.WORD or (token.kind is Kind.NUMBER and token.text.isdecimal())
        if not plain or token.text in RESERVED:
            raise self.error(what)
        return self.take().text

    def value(self) -> str:
        """The right side of a comparison: a code, a number, a day or a parameter."""
        if self.here.kind in (Kind.NUMBER, Kind.DATE, Kind.PARAMETER):
            return self.take().text
        return self.code("a code, a number or a day like 2028-12-31")

    def number(self) -> str:
        """A number, or the parameter that holds one."""
        if self.here.kind not in (Kind.NUMBER, Kind.PARAMETER):
            raise self.error("a number")
        return self.take().text

    def date(self) -> date:
        """A day of the calendar."""
        token = self.here
        if token.kind is not Kind.DATE:
            raise self.error("a day like 2028-12-31")
        try:
            day = date.fromisoformat(token.text)
        except ValueError:
            raise IndicatorError(f"there is no day {token.text}", token.column) from None
        self.take()
        return day

    def listed(self, part: Callable[[], Part], closing: str) -> tuple[Part, ...]:
        """At least one part, with commas, up to the closing mark."""
        parts = [part()]
        while self.accept(","):
            parts.append(part())
        self.expect(closing)
        return tuple(parts)

    @contextmanager
    def deeper(self) -> Iterator[None]:
        """Around what may hold itself: too many levels are an error, not a crash."""
        self._depth += 1
        if self._depth > _DEEPEST:
            raise IndicatorError(f"more than {_DEEPEST} levels inside each other", self.here.column)
        try:
            yield
        finally:
            self._depth -= 1
