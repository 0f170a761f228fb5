"""Which of several named things a text means: options, places. Never a guess where two are as near."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from core.answers.short import only_yes
from core.answers.tokens import tokens_of
from core.answers.vocabulary import CommonWords
from core.folding import clean, fold
from core.texts import Speech

#: a spelling this near (of 100), and this much nearer than the next thing's, is taken
_SURE, _MARGIN = 82, 10
#: below this nothing is even offered
_FAR = 50
#: shorter texts are too little to judge a spelling by
_SHORT = 4


@dataclass(frozen=True, slots=True)
class Named:
    """Something with a code and all the names it goes by, with their diacritics."""

    code: str
    label: Speech
    names: tuple[str, ...]
    #: folded words in front of a name that many things share ("cho"): they do not make two names alike
    shared: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Found:
    """The codes a text may mean, nearest first. `sure`: it is one, and no question is needed.

    `near`: none has a name with these words, they are only spelled alike.
    """

    codes: tuple[str, ...] = ()
    sure: bool = False
    near: bool = False


@dataclass(frozen=True, slots=True)
class _Likeness:
    """How near a text is to one thing (of 100), by which of its names, and how many letters were compared."""

    code: str
    score: float
    name: str
    letters: int


class Names:
    """The names of some things, ready to be found by text."""

    def __init__(self, things: Iterable[Named], words: CommonWords) -> None:
        self.things = tuple(things)
        self.words = words
        self._spelled = {thing.code: {_spelling(name) for name in thing.names} for thing in self.things}
        self._compounds = [word.split() for word in words.short.values() if " " in word]
        self._plain = {thing.code: {self.plain(name) for name in thing.names} for thing in self.things}
        self._denying = {
            self.plain(name): {
                fold(word) for word in _spelling(name).split() if word in words.spelled_negations
            }
            for thing in self.things
            for name in thing.names
        }

    def label(self, code: str) -> Speech:
        return next(thing.label for thing in self.things if thing.code == code)

    def plain(self, text: str) -> str:
        """Folded, without marks, short forms written out: what names are compared by."""
        pieces = (token.text for token in tokens_of(fold(clean(text))) if token.kind != "mark")
        return " ".join(self.words.short.get(piece, piece) for piece in pieces)

    def exactly(self, text: str) -> Found:
        """By the whole name, with its diacritics if the text has any, else without."""
        spelling = _spelling(text)
        if spelling != fold(text):
            written = self._where(lambda code: spelling in self._spelled[code])
            if len(written) == 1:
                return Found(written, True)
        plain = self.plain(text)
        return self._one_or_ask(self._where(lambda code: bool(plain) and plain in self._plain[code]))

    def find(self, text: str) -> Found:
        """By the whole name, its beginning, some of its words, or a near spelling."""
        found = self.exactly(text)
        whole, bare = self.plain(text), self._without_fillers(text)
        if found.codes or only_yes(text, self.words):
            # a yes is no word of a name, though it may sound like one without its marks
            return found
        for plain in dict.fromkeys((whole, bare)):
            found = found if found.codes or not plain else self._by_words(plain)
        return found if found.codes or not whole else self._near(bare or whole)

    def _by_words(self, plain: str) -> Found:
        stages = (
            self._one_or_ask(self._where(lambda code: plain in self._plain[code])),
            self._one_or_ask(self._where(lambda code: plain == self.plain(code.replace("_", " ")))),
            self._by(plain, lambda name: len(plain) > 1 and name.startswith(plain)),
            self._by(plain, lambda name: len(plain) > 1 and f" {plain} " in f" {name} "),
        )
        return next((found for found in stages if found.codes), Found())

    def _without_fillers(self, text: str) -> str:
        """The plain text without words around it that mean nothing.

        With marks a word has to be spelled as a filler is. Without, it may be half of a longer word that
        short forms stand for: then it stays.
        """
        pieces = self.plain(text).split()
        first = self._leading_fillers(pieces, text)
        last = len(pieces) - self._leading_fillers(pieces[first:][::-1], text)
        return " ".join(pieces[first:last])

    def _leading_fillers(self, pieces: list[str], text: str) -> int:
        """How many of the pieces, from the first, are fillers. They may come from behind."""
        spelled = {token.text for token in tokens_of(_spelling(text))}
        marked = _spelling(text) != fold(text)
        count = 0
        while count < len(pieces) and pieces[count] in self.words.fillers:
            written = {word for word in spelled if fold(word) == pieces[count]}
            if marked and written and written.isdisjoint(self.words.spelled_fillers):
                break
            rest = pieces[count:]
            if any(word in (rest[: len(word)], rest[: len(word)][::-1]) for word in self._compounds):
                break
            count += 1
        return count

    def _where(self, fits: Callable[[str], bool]) -> tuple[str, ...]:
        return tuple(thing.code for thing in self.things if fits(thing.code))

    def _one_or_ask(self, codes: tuple[str, ...]) -> Found:
        return Found(codes, len(codes) == 1)

    def _by(self, plain: str, fits: Callable[[str], bool]) -> Found:
        """One with a name that fits, if it does not say the opposite."""
        codes = self._where(lambda code: any(map(fits, self._plain[code])))
        same = tuple(
            code for code in codes if any(fits(n) and self._same_sense(plain, n) for n in self._plain[code])
        )
        return Found(codes, len(codes) == 1 and codes == same) if same else Found()

    def _same_sense(self, plain: str, name: str) -> bool:
        """Both deny or neither does, and the figures said are the name's: no spelling bridges that.

        A word of the name that only sounds like a denial denies nothing, in the text as in the name.
        """
        said, meant, denying = set(plain.split()), set(name.split()), self._denying.get(name, set())
        denied = said & self.words.negations - (meant - denying)
        return bool(denied) == bool(denying) and _figures(said) <= _figures(meant)

    def _near(self, plain: str) -> Found:
        """By spelling: taken if clearly the nearest, else the near ones to choose from."""
        ranked = sorted((self._likeness(plain, thing) for thing in self.things), key=lambda like: -like.score)
        if not ranked or ranked[0].score < _FAR:
            return Found()
        best = ranked[0]
        clear = len(ranked) == 1 or best.score - ranked[1].score >= _MARGIN
        same = self._same_sense(plain, best.name) and _figures(best.name.split()) <= _figures(plain.split())
        if best.letters >= _SHORT and best.score >= _SURE and clear and same:
            return Found((best.code,), True)
        near = [like.code for like in ranked if best.score - like.score < 2 * _MARGIN]
        return Found(tuple(near if len(near) > 1 else [like.code for like in ranked[:2]]), near=True)

    def _likeness(self, plain: str, thing: Named) -> _Likeness:
        """How near the spelling is to the nearest of the thing's names."""
        from rapidfuzz import fuzz  # only here: 3 MB, for the few who mistype a name

        typed = _bare(plain, thing.shared)
        scored = (
            (fuzz.ratio(typed, _bare(name, thing.shared)), name) for name in sorted(self._plain[thing.code])
        )
        score, name = max(scored, default=(0.0, ""))
        return _Likeness(thing.code, score, name, len(typed))

    def all_in(self, text: str) -> tuple[str, ...]:
        """The things whose whole names, one after the other, are this text; none if more is left."""
        pieces = self.plain(text).split()
        codes: list[str] = []
        while pieces:
            named = self.words_in(pieces)
            if named is None:
                return ()
            codes.append(named[0])
            pieces = pieces[named[1] :]
        return tuple(codes)

    def words_in(self, pieces: Sequence[str]) -> tuple[str, int] | None:
        """The thing whose whole name these pieces begin with, the longest such, and how many they are."""
        for width in range(min(len(pieces), self._widest), 0, -1):
            plain = self.plain(" ".join(pieces[:width]))
            codes = [code for code, names in self._plain.items() if plain in names]
            if len(codes) == 1:
                return codes[0], width
        return None

    @property
    def _widest(self) -> int:
        return max((len(name.split()) for names in self._plain.values() for name in names), default=0)


def _figures(pieces: Iterable[str]) -> set[str]:
    return {piece for piece in pieces if piece[0].isdigit()}


def _spelling(text: str) -> str:
    return " ".join(clean(text).casefold().split())


def _bare(plain: str, shared: frozenset[str]) -> str:
    """The name without the word of its kind in front."""
    for kind in sorted(shared, key=len, reverse=True):
        if plain.startswith(f"{kind} "):
            return plain.removeprefix(f"{kind} ")
    return plain
