"""One message with everything that was recognised in it, before it is decided what it is about."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cached_property
from itertools import pairwise
from typing import Protocol, TypeVar

from core.folding import clean, fold
from core.understanding.blanks import with_blanks
from core.understanding.day_periods import Days
from core.understanding.keys import without_keys
from core.understanding.lexicon import Lexicon
from core.understanding.name_marks import Name
from core.understanding.names import NameFinder
from core.understanding.number_marks import Number, NumberMarks
from core.understanding.phrases import Match, typed_with_marks
from core.understanding.sayings import Saying, Sayings
from core.understanding.signs import below_zero, bullets_in, papers_in
from core.understanding.words import Word, words_in

#: pieces between what is taken back, the words that do so, and what is meant
_SLIP = 4


@dataclass(frozen=True)
class Scene:
    """A message, or with `part` some of its pieces: a clause. `message` has blanks, and no keys of Telex."""

    message: str
    words: tuple[Word, ...]
    sayings: Sayings
    #: phrases of the whole message
    all_matches: tuple[Match, ...]
    #: days, numbers and names here, in their order, none over another
    days: tuple[Days, ...]
    numbers: tuple[Number, ...]
    names: tuple[Name, ...]
    start: int
    end: int

    def part(self, start: int, end: int) -> "Scene":
        """What stands in words[start:end], which are of this scene; places still count from the beginning."""
        return Scene(
            self.message,
            self.words,
            self.sayings,
            self.all_matches,
            _within(self.days, start, end),
            _within(self.numbers, start, end),
            _within(self.names, start, end),
            start,
            end,
        )

    @cached_property
    def matches(self) -> tuple[Match, ...]:
        """The phrases here, in order of start."""
        first = bisect_left(self.all_matches, self.start, key=_start)
        last = bisect_left(self.all_matches, self.end, first, key=_start)
        return tuple(each for each in self.all_matches[first:last] if each.end <= self.end)

    @cached_property
    def bullets(self) -> frozenset[int]:
        """Figures that only number what the message tells."""
        return bullets_in(self.words)

    @cached_property
    def text(self) -> str:
        """As typed."""
        return self.slice_text(self.start, self.end)

    @property
    def read_to(self) -> int:
        """Where in the message the last piece ends that was read."""
        return self.words[-1].end if self.words else 0

    @cached_property
    def folded(self) -> str:
        return " ".join(word.folded for word in self.words[self.start : self.end])

    def said(self, kind: str, about: str = "") -> Sequence[Saying]:
        """Every phrase of that kind here, with its sense, in order of start."""
        return self.sayings.within(self.start, self.end, kind, about)

    def touching(self, start: int, end: int, kind: str, about: str = "") -> list[Saying]:
        """Those with some piece in words[start:end], which are here."""
        said = self.sayings.touching(start, end, kind, about)
        return [saying for saying in said if self.start <= saying[0].start and saying[0].end <= self.end]

    def has(self, kind: str, about: str = "") -> bool:
        return bool(self.said(kind, about))

    def slice_text(self, start: int, end: int) -> str:
        """Some pieces as typed."""
        if start >= end:
            return ""
        return self.message[self.words[start].start : self.words[end - 1].end]


class _Placed(Protocol):
    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


_P = TypeVar("_P", bound=_Placed)


def _within(placed: tuple[_P, ...], start: int, end: int) -> tuple[_P, ...]:
    """Those in words[start:end] of some that stand in order, none over another."""
    first = bisect_left(placed, start, key=_start)
    return placed[first : bisect_right(placed, end, first, key=_end)]


def _start(placed: _Placed) -> int:
    return placed.start


def _end(placed: _Placed) -> int:
    return placed.end


def see(message: str, lexicon: Lexicon, today: date) -> Scene:
    """Everything recognised in a message; each look goes over it once."""
    text = with_blanks(without_keys(clean(message), lexicon.spelling), lexicon.spelling)
    words = words_in(text, lexicon.spelling)
    codes = papers_in(words) | bullets_in(words)
    matches = _outside_compounds(lexicon.book.matches(words), words)
    matches = tuple(m for m in matches if m.start not in codes)
    sayings = Sayings(matches)
    counted = sayings.starts("counter", "unit_of", "head")
    named = _named_pieces(matches, words) | _heading(sayings)
    found = lexicon.days.find(words, today, counted | sayings.starts("outcomes"))
    found = [d for d in found if codes.isdisjoint(range(d.start, d.end))]
    apart = named | _insides(sayings) | _of_names(found, sayings, today)
    found = [_shortened(d, words) if d.start in apart else d for d in found]
    days = tuple(d for d in found if d.start not in apart and not _ordinal(d, sayings, words))
    in_days = frozenset(at for d in days for at in range(d.start, d.end))
    marks = NumberMarks(
        in_days | named | lexicon.uncounted.find(words, counted),
        counted,
        sayings.covered("spelled"),
        frozenset(m.end for m, _ in sayings.of("about") if _marked(m, words, lexicon.speech.guesses_marked)),
        sayings.ends("near"),
        _longest(sayings, ("unit_of", "counter", "option")),
        {m.start: m.end for m, _ in reversed(sayings.of("guesses"))},
        {m.start: m.end for m, _ in reversed(sayings.of("guesses_behind"))},
        sayings.ends("titles"),
    )
    numbers = tuple(_no_less(lexicon.numbers.find(words, marks), words))
    in_numbers = frozenset(at for n in numbers for at in range(n.start, n.end))
    names = tuple(NameFinder(words, matches, sayings, text).find(in_numbers, in_days))
    in_names = frozenset(at for n in names for at in range(n.start, n.end))
    apart = in_names | codes
    numbers = _meant(tuple(n for n in numbers if not _inside(n.start, n.end, apart)), sayings)
    days = _meant(days, sayings)
    return Scene(text, words, sayings, matches, days, numbers, names, 0, len(words))


def _no_less(numbers: Iterable[Number], words: tuple[Word, ...]) -> Iterator[Number]:
    """Numbers, of which those below zero count nothing that happened: how many it are has to be asked."""
    below = below_zero(words)
    for number in numbers:
        yield replace(number, value=Decimal("NaN"), guess=True) if number.start in below else number


def _meant(told: tuple[_P, ...], sayings: Sayings) -> tuple[_P, ...]:
    """Without what was taken back at once: of "1,2 tỷ... à không 120tr" only the second."""
    back: set[int] = set()
    for slip, _ in sayings.of("slips"):
        for before, after in pairwise(told):
            if 0 <= slip.start - before.end <= _SLIP and 0 <= after.start - slip.end <= _SLIP:
                back.add(before.start)
    return tuple(each for each in told if each.start not in back) if back else told


def _named_pieces(matches: tuple[Match, ...], words: tuple[Word, ...]) -> frozenset[int]:
    """Pieces of figures that belong to a name ("ISO 9001", "5S", "1 cửa"), so that they count nothing."""
    kinds = ("option", "cue", "subject", "place", "org", "unit", "part", "intent")
    found: set[int] = set()
    reach = 0
    for m in matches:
        # what begins inside another holds no figure behind it: "5S 2 người" has no "S2"
        if m.end - m.start > 1 and m.start >= reach and any(s.kind in kinds for s in m.senses):
            figures = [at for at in range(m.start, m.end) if words[at].figure]
            found.update(figures)
            reach = m.end if figures else reach
    return frozenset(found)


def _heading(sayings: Sayings) -> frozenset[int]:
    """Where kinds of names of several words begin: the "tram" of "tram can" is no hundred."""
    return frozenset(m.start for m, _ in sayings.of("head") if m.end - m.start > 1)


def _of_names(days: Sequence[Days], sayings: Sayings, today: date) -> frozenset[int]:
    """Single words for a day to come close behind a word for a kind of name, where another day is told:
    "co so bun hoa mai dc cap giay hom qua"; or that end a person's whole name: "hoang thi mai".
    """
    behind = sayings.starts("middle_names")
    given = {d.start for d in days if d.end - d.start == 1 and d.start - 1 in behind and d.after(today)}
    surnames = sayings.starts("surnames")
    full = frozenset(at for at in given if at - 2 in surnames)
    if all(d.after(today) for d in days):
        return full
    heads, stops = sayings.ends("head"), sayings.starts("name_stops")
    return full | frozenset(
        d.start
        for d in days
        if d.after(today) and d.end - d.start == 1
        if any(at in heads and stops.isdisjoint(range(at, d.start)) for at in range(d.start - _SLIP, d.start))
    )


def _insides(sayings: Sayings) -> frozenset[int]:
    """Pieces inside words that belong together, where no day begins: "nghiệm thu 5" is no Thursday."""
    return frozenset(at for m, _ in sayings.of("compounds") for at in range(m.start + 1, m.end))


def _shortened(days: Days, words: tuple[Word, ...]) -> Days:
    """What follows stays a day though the word before it is none: "can dien tu 12/5", "... tu hom qua"."""
    if days.end < days.start + 3:
        return days
    first, second = words[days.start + 1 : days.start + 3]
    dated = not first.figure or second.text in ("/", "-")
    return replace(days, start=days.start + 1) if dated else days


def _ordinal(day: Days, sayings: Sayings, words: tuple[Word, ...]) -> bool:
    """Whether a weekday said by its number tells which of several it is: "phóng sự thứ 2"."""
    if (
        day.period is not None
        or day.end - day.start != 2
        or not words[day.end - 1].text.isdecimal()
        or words[day.start].figure
    ):
        return False
    things = (m for m, _ in sayings.of("unit_of") if m.end == day.start)
    return any(m.start == 0 or not words[m.start - 1].figure for m in things)


def _outside_compounds(matches: Sequence[Match], words: Sequence[Word]) -> tuple[Match, ...]:
    """All but those inside words that belong together, or begun there without marks ("dung hỗ trợ")."""
    whole = {at: m for m in matches if any(m.of("compounds")) for at in range(m.start, m.end)}
    strict = typed_with_marks(words)
    return tuple(
        m
        for m in matches
        if m.start not in whole
        or (m.start == whole[m.start].start and m.end >= whole[m.start].end)
        or (
            (m.end > whole[m.start].end or m.end - m.start >= whole[m.start].end - whole[m.start].start)
            and not (strict and words[m.start].spoken.isascii())
        )
    )


def _longest(sayings: Sayings, kinds: tuple[str, ...]) -> dict[int, int]:
    """How many pieces the longest phrase of these kinds has, by where it begins."""
    found: dict[int, int] = {}
    for kind in kinds:
        for m, _ in sayings.of(kind):
            found[m.start] = max(found.get(m.start, 0), m.end - m.start)
    return found


def _marked(match: Match, words: tuple[Word, ...], only: tuple[str, ...]) -> bool:
    """Whether it was typed with its marks, if without them it would be another word: "cỡ" and "co"."""
    typed = " ".join(word.spoken for word in words[match.start : match.end])
    return not typed.isascii() or all(fold(each) != typed for each in only)


def _inside(start: int, end: int, taken: frozenset[int]) -> bool:
    return any(at in taken for at in range(start, end))
