"""A typed quantity: the number, what stood behind it, and if there is none, why not."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise

from core.answers.spoken import highest_scale, is_number_token, number_run, number_values
from core.answers.tokens import Token, joined, phrase, tokens_of
from core.answers.vocabulary import Vocabulary
from core.catalogue.fact_types import FieldSpec
from core.folding import clean, fold
from core.texts import Label

_MINUS = ("-", "−", "–")
_ABOUT = ("~", "≈", "±", "<", ">", "≥", "≤", "∼")
_CLOSING = (".", ",", "!", "?", "…", ")", ";", ":")


class Trouble(StrEnum):
    """Why a text holds no quantity."""

    NOTHING = "nothing"
    #: "about 20", "3-5"
    INEXACT = "inexact"
    SEVERAL = "several"


@dataclass(frozen=True, slots=True)
class Quantity:
    """What the number may be (one or two values), and how it was said."""

    values: tuple[Decimal, ...]
    #: the highest of thousand, million, billion that was said, else 1
    scale: int = 1
    currency: bool = False
    percent: bool = False


def read_quantity(field: FieldSpec, typed: str, words: Vocabulary) -> Quantity | Trouble:
    """The one quantity the text states. Units and polite words around it are fine, a second number is not."""
    tokens = tokens_of(fold(clean(typed)))
    if joined(without_closing(tokens)) in words.numbers.none:
        return Quantity((Decimal(0),))
    tokens = _without_fillers(tokens, words)
    negative = bool(tokens) and (tokens[0].text in _MINUS or tokens[0].text in words.numbers.minus)
    sign = -1 if negative else 1
    body = tokens[negative:]
    found = _longest(field, body, words)
    if found is None:
        return _trouble(body, words)
    return Quantity(tuple(sign * value for value in found.values), found.scale, found.currency, found.percent)


def counting_words(field: FieldSpec, words: Vocabulary) -> set[str]:
    """All phrases that may follow a number here: anything countable where the field has no unit."""
    own = set(_labels(field.unit))
    alike = (group for group in words.numbers.counters if not own or _share(group, own))
    return own.union(words.numbers.neutral, *alike)


def without_closing(tokens: list[Token]) -> list[Token]:
    """The pieces without the marks that end a sentence, and without pictures behind them."""
    end = len(tokens)
    while end and (tokens[end - 1].text in _CLOSING or _picture(tokens[end - 1])):
        end -= 1
    return tokens[:end]


def _picture(token: Token) -> bool:
    # emoji and their modifiers; the keycap mark (⃣) belongs to a figure and is kept
    return token.kind == "mark" and (
        ord(token.text[0]) >= 0x1F000 or token.text in ("\ufe0f", "❤", "☺", "✅")
    )


def _without_fillers(tokens: list[Token], words: Vocabulary) -> list[Token]:
    start = 0
    while start < len(tokens) and tokens[start].text in words.common.fillers - {"-"}:
        start += 1
    return tokens[start:]


def _longest(field: FieldSpec, tokens: list[Token], words: Vocabulary) -> Quantity | None:
    """The longest run of number words in front whose rest is only a unit: "25 năm" is 25 of "năm" (years)."""
    run = number_run(tokens, words.numbers)
    behind = joined(without_closing(tokens[run:]))
    if run and tokens[0].text in words.common.negations and behind in map(fold, words.common.confirmations):
        # "không đúng" is a complaint, not the number zero
        return None
    if run > 1 and tokens[run - 1].text in _labels(field.unit):
        # "mười năm" where years are counted are ten, not fifteen
        run -= 1
    # "ngàn" alone is no number, and mostly another word: "ngân sách"
    least = 1 if run and tokens[0].text in words.numbers.thousands else 0
    for size in range(run, least, -1):
        values = number_values(tokens[:size], words.numbers)
        rest = _Rest(without_closing(tokens[size:]), words)
        if values and rest.fits(field):
            scale = highest_scale(tokens[:size], words.numbers)
            return Quantity(values, scale, rest.currency, rest.percent)
    return None


class _Rest:
    """What stands behind the number: signs of money and shares, then words that must be its unit."""

    def __init__(self, tokens: list[Token], words: Vocabulary) -> None:
        self.words = words
        # "đồng chí" are people, not money
        people = any(joined(tokens) in group for group in words.numbers.counters)
        self.currency, tokens = (False, tokens) if people else _drop(tokens, words.numbers.currency)
        self.percent, tokens = _drop(tokens, words.numbers.percent)
        while not people and tokens and tokens[-1].text in words.common.fillers:
            tokens = tokens[:-1]
        self.text = joined(tokens)

    def fits(self, field: FieldSpec) -> bool:
        """Whether the words are the field's unit, a word for counting such things, or of the field's name."""
        pieces = set(self.text.split())
        units = counting_words(field, self.words)
        counted = _words_of((*_labels(field.unit), *self.words.numbers.neutral))
        if self.text in units or pieces <= counted:
            return True
        return any(self._within(pieces, label, counted) for label in _labels(field.label))

    def _within(self, pieces: set[str], label: str, counted: set[str]) -> bool:
        """Words of the name, and not its opposite: "2 đạt" does not answer how many failed."""
        short = self.words.common.short
        said = {word for piece in pieces for word in short.get(piece, piece).split()}
        named = set(label.split())
        denied = self.words.common.negations
        return said <= named | counted and bool(said & denied) == bool(named & denied)


def _words_of(phrases: Iterable[str]) -> set[str]:
    return {word for each in phrases for word in each.split()}


def _share(group: Iterable[str], units: Iterable[str]) -> bool:
    """Whether a word of the group stands in one of the units."""
    return any(f" {word} " in f" {unit} " for word in group for unit in units)


def _drop(tokens: list[Token], phrases: frozenset[str]) -> tuple[bool, list[Token]]:
    """The pieces without a phrase in front, and whether there was one."""
    for width in (3, 2, 1):
        if len(tokens) >= width and joined(tokens[:width]) in phrases:
            return True, tokens[width:]
    return False, tokens


def _labels(label: Label | None) -> tuple[str, ...]:
    texts = (label.vi, label.en) if label else ()
    return tuple(phrase(text) for text in texts)


def _trouble(tokens: Sequence[Token], words: Vocabulary) -> Trouble:
    text = f" {joined(list(tokens))} "
    numbers = [at for at, token in enumerate(tokens) if token.figure]
    guess = any(mark.text in _ABOUT for mark in tokens) or any(
        f" {about} " in text for about in words.numbers.about
    )
    if guess or (numbers and tokens[-1].text == "+"):
        return Trouble.INEXACT
    between = {tokens[a + 1].text for a, b in pairwise(numbers) if b == a + 2}
    if between & ({*_MINUS, "/"} | words.numbers.ranges):
        return Trouble.INEXACT
    spoken = [token for token in tokens if is_number_token(token, words.numbers)]
    return Trouble.SEVERAL if len(numbers) > 1 or len(spoken) > 1 else Trouble.NOTHING
