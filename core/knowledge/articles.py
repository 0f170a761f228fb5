"""An approved answer as content: content/knowledge/AREA/CODE.md."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from core.catalogue.fact_types import Code, Role, Strict
from core.texts import Label

#: folders below content/knowledge
AREAS = ("measuring", "barcodes", "labels", "standards", "food_farm", "tools", "support", "contact")

#: wordings that an article should have at least, so that it is found
FEWEST_WORDINGS = 5

Wording = Annotated[str, Field(min_length=2, max_length=300)]


class Source(Strict):
    """Where an answer stands: a document, and the articles of it."""

    document: str = Field(min_length=1)
    article: str = ""


class Questions(Strict):
    """How people ask for the article: a seller, an officer, short and long, with and without diacritics."""

    vi: tuple[Wording, ...] = Field(min_length=1)
    en: tuple[Wording, ...] = Field(min_length=1)


class Article(Strict):
    """One answer. Its first paragraph (`answer`, Vietnamese; `en`, English) is what is said to a question.

    `more` is the long form and `plain` the one in plain words, both Vietnamese. `confidence` U: it is not
    settled, which the text says, and an officer is offered.
    """

    code: Code
    area: Literal["measuring", "barcodes", "labels", "standards", "food_farm", "tools", "support", "contact"]
    subject: Code
    title: Label
    questions: Questions
    sources: tuple[Source, ...] = Field(min_length=1)
    in_force_since: date
    checked_on: date
    review_by: date
    confidence: Literal["A", "B", "U"]
    owner: Code
    audience: tuple[Role, ...] = Field(min_length=1)
    offers_officer: bool = False
    follow_ups: tuple[Code, ...] = Field(default=(), max_length=3)
    answer: str = Field(min_length=1, max_length=450)
    more: str = Field(min_length=1, max_length=1500)
    plain: str = Field(min_length=1, max_length=500)
    en: str = Field(min_length=1, max_length=700)

    def is_overdue(self, today: date) -> bool:
        """Whether its owner should have looked at it again before this day."""
        return today > self.review_by
