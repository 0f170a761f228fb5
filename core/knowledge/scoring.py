"""How well labelled questions are answered: right first, among three, declined, answered wrongly."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from core.knowledge.check import KnowledgeBase
from core.knowledge.finding import MOST, Found
from core.knowledge.subjects import Subject

#: what a question is about: something of ours, or not
Scope = Literal["in", "out"]


class LabelledQuestion(BaseModel):
    """One line of a file. Right is the article given, any of them if several, else any of the subject, or of
    one within it.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    text: str = Field(min_length=1)
    scope: Scope
    subject: str | None = None
    article: str | Annotated[tuple[str, ...], Field(min_length=1)] | None = None

    @property
    def articles(self) -> tuple[str, ...]:
        """The codes of the articles that are right; none where the subject decides."""
        return (self.article,) if isinstance(self.article, str) else self.article or ()


def labelled_question(line: str, base: KnowledgeBase) -> LabelledQuestion:
    """A line as a labelled question. Raises ValueError saying what is wrong with it."""
    try:
        question = LabelledQuestion.model_validate(json.loads(line))
    except (json.JSONDecodeError, RecursionError) as error:
        raise ValueError(f"not readable as JSON: {error}") from None
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        raise ValueError(f"{'.'.join(map(str, first['loc']))}: {first['msg']}") from None
    if question.scope == "in" and not (question.subject or question.articles):
        raise ValueError("a question of scope in needs its subject or its article")
    unknown = [code for code in question.articles if code not in base.articles]
    if unknown:
        raise ValueError(f"there is no article {unknown[0]!r}")
    if question.subject and question.subject not in base.subjects:
        raise ValueError(f"there is no subject {question.subject!r}")
    return question


@dataclass(frozen=True, slots=True)
class Mark:
    """How one question was answered. `answered`: one article was given as the answer, others not offered."""

    scope: Scope
    first: bool
    among: bool
    declined: bool
    answered: bool

    @property
    def right(self) -> bool:
        """Nothing is to be said against it: the right article first, or rightly declined."""
        return self.declined if self.scope == "out" else self.first and not self.declined


def mark(question: LabelledQuestion, found: Found, subjects: Mapping[str, Subject]) -> Mark:
    """Marks of what a question came to. What is near, or unknown, is declined: its nearest do not count."""
    declined = found.kind in ("near", "unknown")
    ranked = [] if declined else [hit.article for hit in found.ranking[:MOST]]
    right = [
        article.code in question.articles
        if question.articles
        else question.subject in (article.subject, subjects[article.subject].within)
        for article in ranked
    ]
    return Mark(
        question.scope,
        first=question.scope == "in" and bool(right[:1] and right[0]),
        among=question.scope == "in" and any(right),
        declined=declined,
        answered=found.kind == "answer",
    )


def summed(marks: Iterable[Mark]) -> Mapping[str, str]:
    """Names and values, in percent with how many of how many.

    "right first", "among three" and "wrongly declined" are of the questions of scope in, "rightly declined"
    of those of scope out. "wrongly answered" is of all: one article was given as the answer and is not right,
    or articles were offered to a question of scope out.
    """
    marks = list(marks)
    ours = [each for each in marks if each.scope == "in"]
    others = [each for each in marks if each.scope == "out"]
    wrong = [each for each in ours if each.answered and not each.first]
    wrong += [each for each in others if not each.declined]
    return {
        "right first": _share(sum(each.first for each in ours), len(ours)),
        "among three": _share(sum(each.among for each in ours), len(ours)),
        "rightly declined": _share(sum(each.declined for each in others), len(others)),
        "wrongly declined": _share(sum(each.declined for each in ours), len(ours)),
        "wrongly answered": _share(len(wrong), len(marks)),
    }


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} % ({part} of {whole})" if whole else "no such question"
