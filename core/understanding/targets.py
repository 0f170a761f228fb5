"""Which target of a plan a question for figures means: by its words, its numbers and what it counts."""

import math
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from core.catalogue.plans import Plan, Target
from core.folding import words_of

_CODE = re.compile(r"[a-z0-9]+(?:_[a-z0-9]+)*")
#: a target needs this much, and this share more than the next of another meaning
_ENOUGH = 3.0
_SELDOM = 0.5
#: what each code costs that its indicator asks for and the question does not name
_BESIDES = 0.02


@dataclass(frozen=True)
class TargetWords:
    """A target with the words of its name, the codes in its indicator and the numbers of its goals."""

    code: str
    words: frozenset[str]
    codes: frozenset[str]
    numbers: frozenset[float]
    #: a duty to report: seldom what somebody asks about
    seldom: bool = False


@dataclass(frozen=True)
class Question:
    """What a question for figures names: its words, kinds of report, codes of subjects and options,
    numbers.
    """

    words: frozenset[str]
    fact_types: frozenset[str]
    codes: frozenset[str]
    numbers: frozenset[float]


@dataclass(frozen=True)
class Targets:
    """The targets of a tenant's plans, ready to be found by a question."""

    all: tuple[TargetWords, ...]

    @cached_property
    def rarity(self) -> dict[str, float]:
        """How much a word tells: the fewer targets have it, the more."""
        counts = Counter(word for target in self.all for word in target.words)
        return {word: math.log((len(self.all) + 1) / count) for word, count in counts.items()}

    def meant(self, question: Question, plans: tuple[str, ...]) -> str | None:
        """The code of the target a question means; None if it means none in particular."""
        best = [(self._score(target, question), target) for target in self._within(plans)]
        best.sort(key=lambda pair: (-pair[0], len(pair[1].words)))
        return best[0][1].code if best and best[0][0] >= _ENOUGH else None

    def _within(self, plans: tuple[str, ...]) -> Iterable[TargetWords]:
        return (t for t in self.all if not plans or t.code.split("-")[0] in plans)

    def _score(self, target: TargetWords, question: Question) -> float:
        shared = sum(self.rarity[word] for word in question.words & target.words)
        share = shared / math.sqrt(1 + len(target.words))
        counted = 2.5 * len(question.fact_types & target.codes)
        about = 1.2 * min(len(question.codes & target.codes), 2)
        goal = 2.0 if question.numbers & target.numbers else 0.0
        besides = _BESIDES * len(target.codes - question.codes)
        return share + counted + about + goal - besides - (_SELDOM if target.seldom else 0)


def target_words(plans: Iterable[Plan]) -> Targets:
    """The targets of these plans that can be asked about."""
    return Targets(tuple(_words(target) for plan in plans for target in plan.targets))


def _words(target: Target) -> TargetWords:
    named = f"{target.name.vi} {target.unit.vi if target.unit else ''}"
    goals = {float(v) for goal in target.goals for v in (goal.value, goal.low) if isinstance(v, int | float)}
    return TargetWords(
        target.code,
        frozenset(words_of(named).split()),
        frozenset(_CODE.findall(target.indicator or "")),
        frozenset(goals),
        target.kind == "D",
    )
