"""Tasks and steps of plans in a running message: told by some of their words, never by their whole names."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from core.answers.tokens import tokens_of
from core.catalogue.plans import Plan
from core.catalogue.tasks import Step, Task
from core.folding import clean, fold
from core.understanding.phrases import PhraseBook, Sense

#: what is said with words of a step counts half towards its task: steps of several tasks resemble each other
_OF_STEP = 0.5


@dataclass(frozen=True, slots=True)
class LikelyWord:
    """A phrase that speaks for a task or step, and how much: the less, the more of them it is said of."""

    phrase: str
    code: str
    weight: float


def work_words(plans: Sequence[Plan], made_of: str) -> list[LikelyWord]:
    """Phrases for "tasks" (by their own names), "work" (tasks, by names of steps as well) or "steps"."""
    tasks = [task for plan in plans for task in plan.tasks]
    if made_of == "steps":
        return [word for task in tasks for word in _of_steps(task)]
    shares = Counter(phrase for task in tasks for phrase in _folded(_names(task, steps=True)))
    return [word for task in tasks for word in _of_task(task, shares, steps=made_of == "work")]


def step_names(plans: Iterable[Plan]) -> dict[str, str]:
    """What its plan calls every step, by its full number, "BG-III1.3"."""
    return {
        f"{task.code}.{step.code}": step.term for plan in plans for task in plan.tasks for step in task.steps
    }


def add_likely(book: PhraseBook, about: str, words: Iterable[LikelyWord]) -> None:
    for word in words:
        book.add(word.phrase, Sense("likely", about, word.code, word.weight))


def likeliest(said: Iterable[tuple[str, Sense]], within: str, at_least: float) -> str | None:
    """The code most is said for, if clearly, and no other as clearly. `within`: codes begin with it.

    `said`: phrases that speak for codes, folded, each with its sense.
    """
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for phrase, sense in said:
        if sense.code.startswith(within):
            found[sense.code][phrase] = max(sense.weight, found[sense.code].get(phrase, 0.0))
    ranked = sorted(((sum(said.values()), code) for code, said in found.items()), reverse=True)
    if not ranked or ranked[0][0] < at_least or (len(ranked) > 1 and ranked[1][0] >= ranked[0][0]):
        return None
    return ranked[0][1]


def _of_task(task: Task, shares: Counter[str], *, steps: bool) -> Iterator[LikelyWord]:
    own = {fold(phrase): phrase for phrase in _pairs(task.name.vi)}
    below = {fold(phrase): phrase for phrase in _names(task, steps=True)} if steps else {}
    for folded, phrase in {**below, **own}.items():
        yield LikelyWord(phrase, task.code, (1.0 if folded in own else _OF_STEP) / shares[folded])
    for phrase in task.also:
        yield LikelyWord(phrase, task.code, 1.0)


def _of_steps(task: Task) -> Iterator[LikelyWord]:
    shares = Counter(phrase for step in task.steps for phrase in _folded(_of_step(step)))
    whole = _folded([*_pairs(task.name.vi), *task.also])
    for step in task.steps:
        code = f"{task.code}.{step.code}"
        yield LikelyWord(code, code, 5.0)
        for folded, phrase in {fold(each): each for each in _of_step(step)}.items():
            weight = 0.1 if folded in whole else 2.0 if phrase in step.also else 1.0 / shares[folded]
            yield LikelyWord(phrase, code, weight)


def _of_step(step: Step) -> list[str]:
    return [*_pairs(step.name.vi), *step.also]


def _names(task: Task, *, steps: bool) -> list[str]:
    own = list(_pairs(task.name.vi))
    return own + [phrase for step in task.steps for phrase in _of_step(step)] if steps else own


def _folded(phrases: Iterable[str]) -> set[str]:
    return {fold(phrase) for phrase in phrases}


def _pairs(name: str) -> Iterator[str]:
    """Two words that stand together say something; one of them alone seldom does, save "5S"."""
    words = [token.text for token in tokens_of(clean(name).casefold()) if token.text[0].isalnum()]
    pieces = [a + b for a, b in pairwise(words) if a.isdecimal() and len(b) == 1 and b.isalpha()]
    yield from pieces
    yield from (f"{a} {b}" for a, b in pairwise(words) if a.isalpha() and b.isalpha())
