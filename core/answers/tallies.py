"""Counts by option: "4 cán bộ, 2 chủ cơ sở", "cán bộ 4; chủ 2", "4+2", or a bare "6" that is asked about."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from core.answers.checking import check_answer, tally_example
from core.answers.choices import option_names
from core.answers.names import Found, Names
from core.answers.outcome import Outcome, Read, Refused, Setting, unsure
from core.answers.quantities import counting_words
from core.answers.showing import show_answer
from core.answers.spoken import number_run, number_values
from core.answers.tokens import Token, tokens_of
from core.answers.vocabulary import NumberWords, Vocabulary
from core.catalogue.fact_types import FieldSpec
from core.folding import clean, fold
from core.texts import say

_MARKS = (",", ";", ":", "+", "&", ".", "-", "/", "=", "(", ")", "!", "?")


_UNNAMED = Found()


@dataclass(frozen=True)
class _Reading:
    """What pieces of the text are read with: the options' names, all words, those for what is counted."""

    names: Names
    words: Vocabulary
    counted: set[str]


@dataclass
class _Count:
    """A number; `found` says which option the words beside it name."""

    number: int
    found: Found = _UNNAMED


def read_tally(spec: FieldSpec, typed: str, setting: Setting) -> Outcome:
    """How many of each option. Options not named are left out of the value."""
    reading = _Reading(option_names(spec, setting), setting.words, counting_words(spec, setting.words))
    counts = _counts(_tokens(typed), reading)
    refused = Refused(say("answer-tally", example=tally_example(spec, setting)))
    if counts is None:
        return refused
    values = _values(spec, counts)
    fitting = [value for value in values if check_answer(spec, value, setting) is None]
    if not values:
        return refused
    if not fitting:
        return Refused(check_answer(spec, values[0], setting) or refused.reason)
    if len(fitting) == 1:
        return Read(fitting[0])
    return unsure(say("answer-tally-which"), ((show_answer(spec, v, setting), v) for v in fitting))


def _tokens(typed: str) -> list[Token]:
    # people come whole: a comma between figures ("4,2") parts two counts
    return tokens_of(fold(clean(typed)).replace(",", " , "))


def _values(spec: FieldSpec, counts: Sequence[_Count]) -> list[dict[str, int]]:
    """What the counts may mean together: none if they contradict each other."""
    codes = [option.code for option in spec.options]
    bare = [count for count in counts if not count.found.codes]
    if len(bare) == len(counts) == len(codes):
        return [_value(codes, zip(codes, _numbers(counts), strict=True))]
    if len(bare) > 1:
        return []
    named = [(count.found.codes[0], count.number) for count in counts if count.found.sure]
    if len({code for code, _ in named}) < len(named):
        return []
    if bare:
        return _with_bare(codes, named, bare[0].number)
    open_ = [count for count in counts if not count.found.sure]
    if not open_:
        return [_value(codes, named)]
    taken = dict(named)
    free = [code for code in open_[0].found.codes if code not in taken] if len(open_) == 1 else []
    return [_value(codes, [*named, (code, open_[0].number)]) for code in free]


def _with_bare(codes: list[str], named: list[tuple[str, int]], number: int) -> list[dict[str, int]]:
    """One number without a name: of any other option; or the total, where one option is left."""
    free = [code for code in codes if code not in dict(named)]
    values = [_value(codes, [*named, (code, number)]) for code in free]
    rest = number - sum(count for _, count in named)
    if named and len(free) == 1 and rest >= 0:
        values.insert(0, _value(codes, [*named, (free[0], rest)]))
    return values


def _value(codes: list[str], counts: "Sequence[tuple[str, int]] | zip[tuple[str, int]]") -> dict[str, int]:
    given = dict(counts)
    return {code: given[code] for code in codes if given.get(code)}


def _numbers(counts: Sequence[_Count]) -> list[int]:
    return [count.number for count in counts]


def _counts(tokens: list[Token], reading: _Reading) -> list[_Count] | None:
    """The numbers with their names, in the order typed; None if some piece fits nowhere."""
    pieces = _pieces(tokens, reading)
    if pieces is None or not any(isinstance(piece, int) for piece in pieces):
        return None
    if not isinstance(pieces[0], int):
        # "cán bộ 4, chủ cơ sở 2": the name comes first, so read it from behind
        pieces = pieces[::-1]
    counts: list[_Count] = []
    for piece in pieces:
        if isinstance(piece, int):
            counts.append(_Count(piece))
        elif not counts or counts[-1].found.codes:
            return None
        else:
            counts[-1].found = piece
    return counts if isinstance(pieces[0], int) else None


def _pieces(tokens: list[Token], reading: _Reading) -> list[int | Found] | None:
    """Numbers and what names between them mean; counting words ("người") and polite words vanish."""
    pieces: list[int | Found] = []
    run: list[str] = []
    at = 0
    while at < len(tokens):
        named = reading.names.words_in([token.text for token in tokens[at:]])
        number = None if named else _number(tokens[at:], reading.words.numbers)
        if (named or number) and not _flush(run, pieces, reading):
            return None
        if named:
            pieces.append(Found((named[0],), True))
        elif number:
            pieces.append(number[0])
        elif _minus(tokens, at):
            return None
        elif not _between(tokens, at, reading.words):
            run.append(tokens[at].text)
        at += (named or number or (0, 1))[1]
    return pieces if _flush(run, pieces, reading) else None


def _flush(run: list[str], pieces: list[int | Found], reading: _Reading) -> bool:
    """Turn the words gathered so far into the option they name; False if they name none."""
    text = " ".join(run)
    run.clear()
    if not text or text in reading.counted or text in reading.words.common.fillers:
        return True
    if text in reading.words.numbers.about:
        return False
    found = reading.names.find(text)
    pieces.append(found)
    return bool(found.codes)


def _between(tokens: list[Token], at: int, words: Vocabulary) -> bool:
    """Whether this piece only separates counts."""
    text = tokens[at].text
    return text in _MARKS or text in words.common.conjunctions


def _minus(tokens: list[Token], at: int) -> bool:
    """A sign of its own figure, as in "-4"; in "4-2" and "- 4" it separates."""
    follows = at + 1 < len(tokens) and tokens[at + 1].glued and tokens[at + 1].figure
    return tokens[at].text in ("-", "−", "–") and not tokens[at].glued and follows


def _number(tokens: list[Token], words: NumberWords) -> tuple[int, int] | None:
    """The whole number these pieces begin with, the longest one, and how many pieces it takes."""
    for size in range(number_run(tokens, words), 0, -1):
        whole = [v for v in number_values(tokens[:size], words) if v == v.to_integral_value()]
        if whole and whole[0] < Decimal(10) ** 9:
            return int(whole[0]), size
    return None
