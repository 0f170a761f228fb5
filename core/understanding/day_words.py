"""The words that days and periods of a running message are read with."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from core.answers.vocabulary import Vocabulary
from core.folding import fold
from core.understanding.words import Word


@dataclass(frozen=True)
class DayWords:
    """What days are read with: the vocabulary of answers, and the words of periods."""

    vocabulary: Vocabulary
    quarter: frozenset[str]
    quarter_first: frozenset[str]
    quarter_last: frozenset[str]
    half_first: frozenset[str]
    half_second: frozenset[str]
    year_start: frozenset[str]
    month_start: frozenset[str]
    week_start: frozenset[str]
    #: words a day never is by itself: "qua" is "by" as often as "yesterday"
    never_alone: frozenset[str]
    around: frozenset[str]
    #: number words by their text without marks
    spelled: Mapping[str, tuple[str, ...]]
    #: words that begin a day, with their marks, by their text without
    day_spelled: Mapping[str, tuple[str, ...]]
    #: behind a weekday: "this"; the day after the one said before
    this: frozenset[str]
    next_day: frozenset[str]

    @property
    def openings(self) -> frozenset[str]:
        dates = self.vocabulary.dates
        tables = (
            dates.days,
            dates.weekdays,
            dates.weeks,
            dates.months,
            dates.years,
            dates.vague,
            dates.blurred,
        )
        keys = [key.split()[0] for table in tables for key in table]
        keys += [key.split()[0] for key in (*dates.lunar, *dates.ago_first)]
        return frozenset(keys) | dates.day | frozenset(w.split()[0] for w in dates.fillers if w[0].isalpha())

    def begins(self, words: Sequence[Word], at: int, start: int) -> bool:
        """Whether a word only begins what follows: the second "ngày" of "ngày 15/9. Ngày", "3/5 và"."""
        dates, word = self.vocabulary.dates, words[at].folded
        behind = at > start + 1 and words[at - 1].mark
        return word in dates.conjunctions or (behind and (word in dates.day or word in dates.fillers))

    @property
    def all(self) -> frozenset[str]:
        """Every word that can stand inside a day."""
        return frozenset(word for phrase in self.phrases for word in fold(phrase).split())

    @property
    def phrases(self) -> tuple[str, ...]:
        """Every phrase that can stand inside a day."""
        dates, numbers = self.vocabulary.dates, self.vocabulary.numbers
        tables = (
            dates.days,
            dates.weekdays,
            dates.weeks,
            dates.months,
            dates.years,
            dates.spans,
            dates.vague,
        )
        phrases = [key for table in tables for key in table]
        phrases += [*dates.blurred, *dates.month, *dates.year, *dates.ago, *dates.ahead, *dates.ago_first]
        phrases += [*dates.just, *dates.to, *dates.conjunctions, *dates.day, *dates.fillers, *dates.lunar]
        phrases += [*numbers.digits, *numbers.tens, *numbers.twenties, *numbers.links]
        return tuple(phrases)
