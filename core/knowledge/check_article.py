"""What is wrong with one article that can be read, whatever the others are."""

from collections.abc import Iterator
from datetime import date, timedelta

from core.catalogue.parse import Parsed
from core.catalogue.problems import Problem, quoted
from core.indicators.windows import add_months
from core.knowledge.articles import FEWEST_WORDINGS, Article

#: nothing is said to hold for longer without a look at it; months
_LONGEST = 24
#: the day begins earlier where it was checked than where that is looked at
_AHEAD = timedelta(days=1)


def article_problems(each: Parsed[Article], today: date | None) -> list[Problem]:
    """Its problems; with a day also what is past its review then, or said to be checked later."""
    return [*_dated(each, today), *_formed(each), *_wordless(each)]


def _dated(each: Parsed[Article], today: date | None) -> list[Problem]:
    article, document = each.model, each.document
    if article.review_by < article.checked_on:
        what = f"review_by {article.review_by} is before checked_on {article.checked_on}"
        return [document.problem(("review_by",), what, "give the day it is to be looked at again")]
    if article.review_by > add_months(article.checked_on, _LONGEST):
        what = f"review_by {article.review_by} is more than {_LONGEST} months after checked_on"
        return [document.problem(("review_by",), what, "have it looked at again sooner")]
    if today is None:
        return []
    if article.checked_on > today + _AHEAD:
        what = f"checked_on {article.checked_on} is yet to come"
        return [document.problem(("checked_on",), what, "give the day it was looked at last")]
    if not article.is_overdue(today):
        return []
    what = f"review_by {article.review_by} has passed"
    do = f"{article.owner} looks at it again, then sets checked_on and review_by"
    late = today > add_months(article.review_by, 1)
    return [document.problem(("review_by",), what, do, "error" if late else "warning")]


def _formed(each: Parsed[Article]) -> list[Problem]:
    article, document = each.model, each.document
    problems = []
    if article.confidence == "U" and not article.offers_officer:
        what = "it is not settled (confidence U) and offers no officer"
        problems.append(document.problem(("offers_officer",), what, "write offers_officer: true"))
    if article.code in article.follow_ups or len(set(article.follow_ups)) < len(article.follow_ups):
        what = "follow_ups names itself, or one twice"
        problems.append(document.problem(("follow_ups",), what, "name other articles, each once"))
    if len(article.questions.vi) < FEWEST_WORDINGS:
        what = f"only {len(article.questions.vi)} wordings in Vietnamese"
        do = f"give at least {FEWEST_WORDINGS}, as different people would ask"
        problems.append(document.problem(("questions", "vi"), what, do, "warning"))
    return problems


def _wordless(each: Parsed[Article]) -> list[Problem]:
    """Texts without a letter or digit, which tell nobody anything, nor where an answer is from."""
    return [
        each.document.problem(place, f"{quoted(text)} has no word", "write what it is, or take it out")
        for place, text in _texts(each.model)
        if not any(map(str.isalnum, text))
    ]


def _texts(article: Article) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """The texts of its head, each with where it stands."""
    yield ("title", "vi"), article.title.vi
    yield ("title", "en"), article.title.en
    for at, source in enumerate(article.sources):
        yield ("sources", at, "document"), source.document
    for at, text in enumerate(article.questions.vi):
        yield ("questions", "vi", at), text
    for at, text in enumerate(article.questions.en):
        yield ("questions", "en", at), text
