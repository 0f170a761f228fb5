"""What the phrases and the spelling of a message tell about where names stand in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from core.understanding.phrases import Match, typed_with_marks
from core.understanding.sayings import Sayings, by_end, reach_of
from core.understanding.words import Word, is_capital

#: phrases of speech that no name goes on over
_STOPS = ("name_stops", "breaks", "own")
_NAMING = ("head", "place", "org", "unit")


@dataclass(frozen=True, slots=True)
class Name:
    """A name in words[start:end]: a place, org, unit, person, or bare (nothing tells its kind).

    `type` is its kind of place or organisation, of a person the title ("ông").
    """

    kind: str
    start: int
    end: int
    text: str
    type: str = ""
    code: str = ""


class NameMarks:
    """Where names may begin, and where they end, by the places of pieces."""

    def __init__(
        self, words: Sequence[Word], matches: Sequence[Match], sayings: Sayings, message: str
    ) -> None:
        self.words = words
        self.message = message
        self.sayings = sayings
        ends = [m for kind in _STOPS for m, _ in sayings.of(kind)]
        ends += [m for m, s in sayings.of("cue") if s.weight >= 2]
        self.stops = {m.start for m in ends}
        #: stops that are so only because no marks were typed: "nam" may be "năm" or "nấm"
        self.strict = typed_with_marks(words)
        unmarked = () if self.strict else enumerate(words)
        self.unsure = {m.start for m in ends if m.end == m.start + 1} & {
            at for at, word in unmarked if word.spoken.isascii() and not word.mended
        }
        #: the furthest ends of phrases of several words that are no names, by each piece inside them
        self.phrases = reach_of(
            m for m in matches if m.end - m.start > 1 and not any(s.kind in _NAMING for s in m.senses)
        )
        self.phrases_from: dict[int, int] = {}
        for m in matches:
            if m.end - m.start > 1 and not any(s.kind in _NAMING for s in m.senses):
                self.phrases_from[m.start] = max(self.phrases_from.get(m.start, 0), m.end)
        self.known = {at for m in matches if m.end - m.start > 1 for at in range(m.start, m.end)}
        #: pieces of any phrase that means more than that a name follows
        self.taken = {
            at for m in matches if any(s.kind != "head" for s in m.senses) for at in range(m.start, m.end)
        }
        self.own = {m.start: m.end for m, _ in sayings.of("own")}
        heads = sayings.of("head")
        self.heads = {m.start: s.about for m, s in heads}
        self.heads_before = by_end(heads)
        self.plural_ends = sayings.ends("plurals")
        self.counted = sayings.starts("counter", "unit_of")
        #: where a longer head goes on: "hội trường" holds no school
        self.inside = {at for m, _ in heads for at in range(m.start + 1, m.end)}
        titles = sayings.of("titles")
        self.titles = {m.start: m.end for m, _ in reversed(titles)}
        posts = {m.start: m.end for m, _ in reversed(sayings.of("posts"))}
        self.called = {at: posts.get(end, end) for at, end in self.titles.items()}
        self.posts = frozenset(posts)
        self.surnames = sayings.starts("surnames")
        self.middle = sayings.starts("middle_names")
        self.double = sayings.starts("double_names")
        self.compounds = sayings.covered("compounds")
        self.single_titles = {m.start for m, _ in titles if m.end == m.start + 1}
        self.title_ends = set(self.titles.values())
        #: where known places begin with the word for their kind: no other name goes on over them
        self.headed = sayings.starts("place") & self.heads.keys()
        self.linking = sayings.starts("name_stops")
        self.places_follow = sayings.ends("at_places")
        self.completing = sayings.starts("name_ends")
        #: all in capitals, so that they tell nothing
        letters = [word for word in words if word.kind == "word" and not word.mended]
        self.shouted = len(letters) > 2 and all(word.text.isupper() for word in letters)
        #: whether capitals tell names from other words
        self.capitals = any(
            is_capital(word) and word.text[1:].islower() and not word.mended and not before.mark
            for before, word in pairwise(words)
        )

    def _short(self, at: int) -> bool:
        """Whether the piece is one of several that a short form was written out to."""
        words = self.words
        return any(
            0 <= other < len(words) and words[other].start == words[at].start for other in (at - 1, at + 1)
        )

    def _given_end(self, title: int, at: int) -> int:
        """Where a usual name typed in small letters without marks ends, though it may be another word too:
        behind a title that is no other word itself, or that stands behind a kind of name or "and".
        """
        clear = title in self._led and at in self.sayings.starts("given_names")
        alone = at not in self.known and not self.capitals and not self.strict
        return at + 1 if alone and clear else at

    @cached_property
    def _led(self) -> frozenset[int]:
        """Where a title certainly begins."""
        return self.sayings.starts("clear_titles") | self.sayings.ends("head", "joins")

    @cached_property
    def told_behind(self) -> frozenset[int]:
        """Numbers behind a known name that the words behind them tell: "chợ Ngụ 1 không đạt"."""
        telling = self.sayings.starts("near", "not_near")
        return frozenset(at for at in self.sayings.ends("place", "unit", "org") if at + 1 in telling)

    def _plain(self, at: int) -> bool:
        """Whether a word stands here that means nothing else: behind "co" in "cong ty co khi dai phat"."""
        plain = at < len(self.words) and self.words[at].kind == "word"
        return plain and not any(at in places for places in (self.stops, self.known, self.titles))

    def _text(self, start: int, end: int) -> str:
        """As typed, short forms too; what was typed with keys or with a slip as it was meant."""
        if not any(word.mended for word in self.words[start:end]):
            return self.message[self.words[start].start : self.words[end - 1].end]
        texts: list[str] = []
        place = -1
        for at in range(start, end):
            word = self.words[at]
            if word.start != place:
                texts.append(word.spoken if word.mended and not self._short(at) else word.text)
            place = word.start
        return " ".join(texts)
