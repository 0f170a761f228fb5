"""One message with everything that was recognised in it, before it is decided what it is about."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from core.folding import clean, fold
from core.understanding.days import Days
from core.understanding.lexicon import Lexicon
from core.understanding.names import Name, NameFinder
from core.understanding.numbers import Number, NumberMarks
from core.understanding.phrases import Match, Sense
from core.understanding.words import Word, words_in


@dataclass(frozen=True)
class Scene:
    """A message, or with `part` some of its pieces: a clause."""

    message: str
    words: tuple[Word, ...]
    matches: tuple[Match, ...]
    days: tuple[Days, ...]
    numbers: tuple[Number, ...]
    names: tuple[Name, ...]
    start: int
    end: int

    def part(self, start: int, end: int) -> "Scene":
        """What stands in words[start:end]; places in it keep counting from the message's beginning."""
        return Scene(
            self.message,
            self.words,
            tuple(m for m in self.matches if start <= m.start and m.end <= end),
            tuple(d for d in self.days if start <= d.start and d.end <= end),
            tuple(n for n in self.numbers if start <= n.start and n.end <= end),
            tuple(n for n in self.names if start <= n.start and n.end <= end),
            start,
            end,
        )

    @cached_property
    def text(self) -> str:
        """As typed."""
        if self.start >= self.end:
            return ""
        return self.message[self.words[self.start].start : self.words[self.end - 1].end]

    @cached_property
    def folded(self) -> str:
        return " ".join(word.folded for word in self.words[self.start : self.end])

    def said(self, kind: str, about: str = "") -> Iterator[tuple[Match, Sense]]:
        """Every phrase of that kind here, with its sense."""
        return ((m, s) for m in self._by_kind.get(kind, ()) for s in m.of(kind, about))

    def has(self, kind: str, about: str = "") -> bool:
        return next(self.said(kind, about), None) is not None

    def slice_text(self, start: int, end: int) -> str:
        if start >= end:
            return ""
        return self.message[self.words[start].start : self.words[end - 1].end]

    @cached_property
    def _by_kind(self) -> dict[str, list[Match]]:
        found: dict[str, list[Match]] = {}
        for match in self.matches:
            for kind in {sense.kind for sense in match.senses}:
                found.setdefault(kind, []).append(match)
        return found


def see(message: str, lexicon: Lexicon, today: date) -> Scene:
    """Everything recognised in a message; each look goes over it once."""
    text = clean(message)
    words = words_in(text, lexicon.spelling)
    matches = _outside_compounds(lexicon.book.matches(words))
    counted = frozenset(
        m.start for m in matches if any(s.kind in ("counter", "unit_of", "head") for s in m.senses)
    )
    named = _named_pieces(matches, words)
    found = lexicon.days.find(words, today, counted)
    days = tuple(d for d in found if d.start not in named and not _ordinal(d, matches, words))
    in_days = frozenset(at for d in days for at in range(d.start, d.end))
    marks = NumberMarks(
        in_days | named,
        counted,
        _pieces(matches, "spelled"),
        frozenset(
            m.end
            for m in matches
            if any(s.kind == "about" for s in m.senses) and _marked(m, words, lexicon.speech.guesses_marked)
        ),
        frozenset(m.end for m in matches if any(s.kind == "near" for s in m.senses)),
        _longest(matches, ("unit_of", "counter", "option")),
        {m.start: m.end for m in reversed(matches) if any(s.kind == "guesses" for s in m.senses)},
    )
    numbers = tuple(lexicon.numbers.find(words, marks))
    in_numbers = frozenset(at for n in numbers for at in range(n.start, n.end))
    names = tuple(NameFinder(words, matches, text).find(in_numbers, in_days))
    in_names = frozenset(at for n in names for at in range(n.start, n.end))
    numbers = tuple(n for n in numbers if not _inside(n.start, n.end, in_names))
    return Scene(text, words, matches, days, numbers, names, 0, len(words))


def _named_pieces(matches: tuple[Match, ...], words: tuple[Word, ...]) -> frozenset[int]:
    """Pieces of figures that belong to a name ("ISO 9001", "5S", "1 cửa"), so that they count nothing."""
    kinds = ("option", "cue", "subject", "place", "org", "unit", "part", "intent")
    return frozenset(
        at
        for m in matches
        if m.end - m.start > 1 and any(s.kind in kinds for s in m.senses)
        for at in range(m.start, m.end)
        if words[at].figure
    )


def _ordinal(day: Days, matches: tuple[Match, ...], words: tuple[Word, ...]) -> bool:
    """Whether a weekday said by its number tells which of several it is: "phóng sự thứ 2"."""
    if (
        day.period is not None
        or day.end - day.start != 2
        or not words[day.end - 1].text.isdecimal()
        or words[day.start].figure
    ):
        return False
    things = (m for m in matches if m.end == day.start and any(s.kind == "unit_of" for s in m.senses))
    return any(m.start == 0 or not words[m.start - 1].figure for m in things)


def _outside_compounds(matches: Sequence[Match]) -> tuple[Match, ...]:
    """All but those inside words that belong together."""
    whole = {at: m for m in matches if any(m.of("compounds")) for at in range(m.start, m.end)}
    return tuple(
        m
        for m in matches
        if m.start not in whole
        or m.end > whole[m.start].end
        or m.end - m.start >= whole[m.start].end - whole[m.start].start
    )


def _pieces(matches: tuple[Match, ...], kind: str) -> frozenset[int]:
    return frozenset(
        at for m in matches if any(s.kind == kind for s in m.senses) for at in range(m.start, m.end)
    )


def _longest(matches: tuple[Match, ...], kinds: tuple[str, ...]) -> dict[int, int]:
    found: dict[int, int] = {}
    for m in matches:
        if any(s.kind in kinds for s in m.senses):
            found[m.start] = max(found.get(m.start, 0), m.end - m.start)
    return found


def _marked(match: Match, words: tuple[Word, ...], only: tuple[str, ...]) -> bool:
    """Whether it was typed with its marks, if without them it would be another word: "cỡ" and "co"."""
    typed = " ".join(word.spoken for word in words[match.start : match.end])
    return not typed.isascii() or all(fold(each) != typed for each in only)


def _inside(start: int, end: int, taken: frozenset[int]) -> bool:
    return any(at in taken for at in range(start, end))
