"""What a taught word would change: past messages read without it and with it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from core.folding import clean
from core.understanding.lexicon import Lexicon
from core.understanding.phrases import Sense
from core.understanding.read import read
from core.understanding.scene import see
from core.understanding.situation import Reading, Situation
from core.understanding.spoken import spoken_in
from core.understanding.syllables import is_syllable
from core.understanding.taught import Taught
from core.understanding.words import words_in

#: a word of one syllable with so few letters stands in too many others' messages
SHORT = 3
#: kinds of sense that a word of any talk has
_COMMON = frozenset({"common", "counter", "spelled", "negations", "joins", "done", "more", "titles", "own"})
#: words of a message that are offered to be taught
_OFFERED, _LONGEST = 4, 4


@dataclass(frozen=True, slots=True)
class Past:
    """A message as it was said. `confirmed`: it became a report that its sender sent as it was read."""

    text: str
    situation: Situation
    confirmed: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """A message that the word makes another."""

    past: Past
    before: Reading
    after: Reading


@dataclass(frozen=True, slots=True)
class Preview:
    """How many messages were looked at, and those that change, in their order."""

    looked_at: int
    changes: tuple[Change, ...]

    @property
    def spoilt(self) -> tuple[Change, ...]:
        """Those among them that had been read rightly."""
        return tuple(change for change in self.changes if change.past.confirmed)


def preview(past: Sequence[Past], before: Lexicon, after: Lexicon) -> Preview:
    """Read each message with both.

    One in which both find the same words and phrases needs no reading: nothing else hangs on taught words.
    """
    changes: list[Change] = []
    for each in past:
        if not touched(each.text, before, after):
            continue
        old, new = (read(each.text, each.situation, lexicon) for lexicon in (before, after))
        if _meaning(old) != _meaning(new):
            changes.append(Change(each, old, new))
    return Preview(len(past), tuple(changes))


def touched(text: str, before: Lexicon, after: Lexicon) -> bool:
    """Whether the two find other words or phrases in a text."""
    old, new = (words_in(text, lexicon.spelling) for lexicon in (before, after))
    return old != new or before.book.matches(old) != after.book.matches(new)


def _meaning(reading: Reading) -> tuple[object, ...]:
    return (reading.intent, reading.topic, [(r.op, r.fact_type, r.fields) for r in reading.records])


def meanings(phrase: str, lexicon: Lexicon) -> tuple[Sense, ...]:
    """Of which kinds of report or options the whole phrase speaks already."""
    return tuple(s for s in _whole(phrase, lexicon) if s.kind in ("cue", "option") and s.weight > 0)


def knows(word: Taught, lexicon: Lexicon) -> bool:
    """Whether the phrase says that already."""
    about = f"{word.fact_type}.{word.field}" if word.field else word.fact_type
    kind = "option" if word.field else "cue"
    return any(
        (s.kind, s.about, s.code) == (kind, about, word.option) for s in meanings(word.phrase, lexicon)
    )


def too_common(phrase: str, lexicon: Lexicon) -> bool:
    """Whether the phrase is a word of any talk, or too short to be told from others."""
    words = words_in(phrase, lexicon.spelling)
    short = len(words) == 1 and len(words[0].folded) <= SHORT
    return short or any(sense.kind in _COMMON for sense in _whole(phrase, lexicon))


def takes_figures(phrase: str, lexicon: Lexicon) -> bool:
    """Whether there is a number in the phrase, which then counts nothing any more."""
    return any(word.figure for word in words_in(phrase, lexicon.spelling))


def _whole(phrase: str, lexicon: Lexicon) -> Iterable[Sense]:
    words = words_in(clean(phrase), lexicon.spelling)
    return (
        sense
        for match in lexicon.book.matches(words)
        if match.start == 0 and match.end == len(words)
        for sense in match.senses
    )


def likely_kinds(text: str, situation: Situation, lexicon: Lexicon) -> tuple[str, ...]:
    """The kinds of report that anything in a message speaks for, however faintly, the likeliest first."""
    spoken = spoken_in(see(text, lexicon, situation.today))
    return tuple(kind for kind, _ in spoken.scores(lexicon.clues))


def unknown_words(text: str, situation: Situation, lexicon: Lexicon) -> tuple[str, ...]:
    """Runs of words in a message that stand for nothing known, as typed; the longest first."""
    scene = see(text, lexicon, situation.today)
    found = [(m.start, m.end) for m in scene.matches] + [(d.start, d.end) for d in scene.days]
    found += [(n.start, n.end) for n in scene.numbers] + [(n.start, n.end) for n in scene.names]
    known = {at for start, end in found for at in range(start, end)}
    runs: list[tuple[int, int]] = []
    for at, word in enumerate(scene.words):
        if at in known or word.kind != "word" or not (is_syllable(word.folded) or len(word.folded) > 1):
            continue
        if runs and runs[-1][1] == at and at - runs[-1][0] < _LONGEST:
            runs[-1] = (runs[-1][0], at + 1)
        else:
            runs.append((at, at + 1))
    texts = dict.fromkeys(scene.slice_text(a, b) for a, b in sorted(runs, key=lambda r: (r[0] - r[1], r[0])))
    return tuple(texts)[:_OFFERED]
