"""The words that answers are read with, as content/vocabulary holds them; folded once, on reading."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal, TypeVar

from pydantic import AfterValidator, BaseModel, Field, model_validator

from core.answers.tokens import phrase
from core.catalogue.documents import read_document
from core.catalogue.fact_types import Code, Role, Strict
from core.catalogue.parse import parse
from core.errors import ContentError

V = TypeVar("V")
M = TypeVar("M", bound=BaseModel)

#: the files below content/ that the vocabulary is read from
FILES = (
    "vocabulary/numbers.yaml",
    "vocabulary/dates.yaml",
    "vocabulary/titles.yaml",
    "vocabulary/words.yaml",
)


def _folded_keys(table: dict[str, V]) -> dict[str, V]:
    folded: dict[str, V] = {}
    for word, value in table.items():
        if folded.setdefault(phrase(word), value) != value:
            raise ValueError(f'"{word}" means two things once its marks are gone; keep one of them')
    return folded


def _folded(words: frozenset[str]) -> frozenset[str]:
    return frozenset(map(phrase, words))


def _folded_table(table: dict[str, str]) -> dict[str, str]:
    return _folded_keys({word: phrase(meaning) for word, meaning in table.items()})


def _small(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word.casefold() for word in words)


#: folded phrases; folded phrases with what they mean; phrases in small letters that keep their marks
Words = Annotated[frozenset[str], AfterValidator(_folded)]
Meanings = Annotated[dict[str, int], AfterValidator(_folded_keys)]
Forms = Annotated[frozenset[str], AfterValidator(_small)]

Span = Literal["day", "week", "month", "year"]
Vague = Literal["last_week", "this_week", "month_start", "month_middle", "month_end", "recent", "ask"]


class NumberWords(Strict):
    """vocabulary/numbers.yaml."""

    digits: Meanings
    tens: Words
    round_tens: Words
    twenties: Meanings
    #: last digits behind tens: "hai lăm" is 25
    closing: Meanings
    hundreds: Words
    thousands: Meanings
    #: thousands only when written to the figure: "500k"
    glued: Meanings
    links: Words
    halves: Words
    none: Words
    about: Words
    ranges: Words
    minus: Words
    percent: Words
    currency: Words
    #: words for anything, and groups of words for the same kind of thing
    neutral: Words
    counters: tuple[Words, ...]
    #: words of numbers, and those that make one a guess, with their marks
    spelled: frozenset[str] = frozenset()
    spelled_about: frozenset[str] = frozenset()

    @model_validator(mode="before")
    @classmethod
    def _keep_marks(cls, data: Any) -> Any:
        """The other fields are folded; running text needs "bà" told from "ba"."""
        if not isinstance(data, dict):
            return data
        tables = ("digits", "tens", "twenties", "hundreds", "thousands", "glued", "links", "halves")
        words = {str(word) for table in tables for word in data.get(table) or ()}
        return {**data, "spelled": words, "spelled_about": set(map(str, data.get("about") or ()))}


class DateWords(Strict):
    """vocabulary/dates.yaml. Days, weeks, months and years count from now; weekdays from 1, Monday."""

    days: Meanings
    #: with their marks
    blurred: dict[str, tuple[int, ...]]
    weekdays: Meanings
    weeks: Meanings
    months: Meanings
    quarters: Meanings
    years: Meanings
    month: Words
    year: Words
    spans: Annotated[dict[str, Span], AfterValidator(_folded_keys)]
    ago: Words
    ahead: Words
    ago_first: Words
    just: Words
    coming: Forms
    #: in front of the first of some days
    since: Words
    to: Words
    conjunctions: Words
    day: Words
    fillers: Words
    vague: Annotated[dict[str, Vague], AfterValidator(_folded_keys)]
    lunar: Words


class TitleWords(Strict):
    """vocabulary/titles.yaml: forms exactly as typed, capitals aside."""

    titles: Forms
    leading: Words
    conjunctions: Forms


class CommonWords(Strict):
    """vocabulary/words.yaml."""

    fillers: Words
    #: the same with their marks: other words sound like them without
    spelled_fillers: Forms = frozenset()
    #: a mere yes
    confirmations: Forms
    #: a yes that says more than yes: somebody confirms something
    confirming: Words = frozenset()
    #: nothing but this leaves an open form
    leaving: Forms = frozenset()
    #: what stands in front of words of command, and behind them, meaning nothing for them
    polite_before: Words = frozenset()
    polite_after: Words = frozenset()
    short: Annotated[dict[str, str], AfterValidator(_folded_table)]
    negations: Words
    spelled_negations: Forms = frozenset()
    conjunctions: Words
    all: Words
    both: Words
    place_kinds: dict[Code, Words]
    #: what people of a role are called, as those a message goes to
    audiences: dict[Role, Words] = Field(default_factory=dict)
    everybody: Words = frozenset()
    #: with days, these say that somebody is on leave; without, they may say something else
    away: Forms = frozenset()
    #: all communes of a province, as those whose people a message goes to
    all_communes: Words = frozenset()
    #: beside the code of a plan, target or task, these ask how it stands
    of_figures: Words = frozenset()
    #: these have a unit reminded of what it owes, and what stands around its name
    nudging: Words = frozenset()
    reports_owed: Words = frozenset()
    of_owed: Words = frozenset()
    #: these hand out work, with what is to be done; with the last it was done already
    assigning: Words = frozenset()
    to_be_done: Words = frozenset()
    was_done: Words = frozenset()
    #: these ask for the reason of a figure: wherever they stand, and only at the start
    why: Words = frozenset()
    why_first: Words = frozenset()
    #: these say of a figure that it is not what it should be
    lagging: Words = frozenset()
    #: what else stands beside a figure whose reason is asked for
    of_reasons: Words = frozenset()

    @model_validator(mode="before")
    @classmethod
    def _keep_marks(cls, data: Any) -> Any:
        if not isinstance(data, dict):
            return data
        return {**data, **{f"spelled_{table}": data.get(table) or () for table in ("fillers", "negations")}}


class Vocabulary(Strict):
    """All words that answers are read with; frozen, the same for the whole run."""

    numbers: NumberWords
    dates: DateWords
    titles: TitleWords
    common: CommonWords


def parse_vocabulary(texts: Mapping[str, str]) -> Vocabulary:
    """The texts of `FILES` (path below content/ -> text) as one vocabulary.

    Raises `ContentError` with every problem, each with its file, line and what to do.
    """
    problems: list[str] = []
    numbers = _read(NumberWords, FILES[0], texts, problems)
    dates = _read(DateWords, FILES[1], texts, problems)
    titles = _read(TitleWords, FILES[2], texts, problems)
    common = _read(CommonWords, FILES[3], texts, problems)
    if numbers is None or dates is None or titles is None or common is None or problems:
        raise ContentError("\n".join(problems))
    return Vocabulary(numbers=numbers, dates=dates, titles=titles, common=common)


def _read(model: type[M], path: str, texts: Mapping[str, str], problems: list[str]) -> M | None:
    if path not in texts:
        problems.append(f"content/{path}:1: error: there is none; add it as the shipped content has it")
        return None
    document, found = read_document(f"content/{path}", texts[path])
    parsed = None
    if document is not None:
        parsed, more = parse(model, document)
        found = found + more
    problems.extend(str(problem) for problem in found if problem.severity == "error")
    return parsed.model if parsed else None
