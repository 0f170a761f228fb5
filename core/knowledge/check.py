"""Texts of content/knowledge -> articles, subjects and words; or every problem of every file at once."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from pydantic import BaseModel

from core.catalogue.documents import read_document
from core.catalogue.parse import Parsed, parse
from core.catalogue.problems import Problem, choose, quoted
from core.knowledge.articles import Article
from core.knowledge.check_article import article_problems
from core.knowledge.reading import read_article
from core.knowledge.subjects import AskingWords, Desk, NearSubject, NearSubjects, Subject, Subjects
from core.knowledge.terms import worded
from core.knowledge.vectors import Vectors, read_vectors

M = TypeVar("M", bound=BaseModel)

FOLDER = "knowledge"
SUBJECTS, NEAR, WORDS = (f"{FOLDER}/{name}.yaml" for name in ("subjects", "near", "words"))
VECTORS = f"{FOLDER}/vectors.tsv"
FILES = (SUBJECTS, NEAR, WORDS, VECTORS)


@dataclass(frozen=True)
class KnowledgeBase:
    """All that questions are answered from: articles, subjects and desks by code, near subjects, words, and
    where these point to.
    """

    articles: Mapping[str, Article]
    subjects: Mapping[str, Subject]
    desks: Mapping[str, Desk]
    near: tuple[NearSubject, ...] = ()
    words: AskingWords = field(default_factory=AskingWords)
    vectors: Vectors = field(default_factory=Vectors)

    @classmethod
    def empty(cls) -> "KnowledgeBase":
        """Nothing is known."""
        return cls({}, {}, {})

    def desk_of(self, subject: str) -> Desk | None:
        """The desk in charge of a subject."""
        found = self.subjects.get(subject)
        return self.desks.get(found.desk) if found else None


def check_knowledge(
    texts: Mapping[str, str | None], today: date | None = None, *, sound_only: bool = False
) -> tuple[KnowledgeBase | None, list[Problem]]:
    """The knowledge of the files (path below content/ -> text), None if there is an error; and all problems.

    `sound_only`: articles with an error are left out instead, and there is none only where the subjects,
    what is declined or the words cannot be read.

    A text is None if the file could not be read, which the caller reports. With a day, articles that should
    have been looked at again before it are named: a month late is an error. Without one they are not, so
    that the bot starts whatever the day.
    """
    problems: list[Problem] = []
    subjects = _one(Subjects, SUBJECTS, texts, problems)
    near = _one(NearSubjects, NEAR, texts, problems)
    words = _one(AskingWords, WORDS, texts, problems)
    vectors = _vectors(texts.get(VECTORS), problems)
    articles = [
        parsed
        for path, text in sorted(texts.items())
        if path.endswith(".md") and text is not None and (parsed := _article(path, text, problems))
    ]
    unread = None in texts.values() or any(problem.severity == "error" for problem in problems)
    problems += _checked(articles, subjects, today, whole=not unread)
    wrong = {problem.file for problem in problems if problem.severity == "error"}
    if not (subjects and near and words) or ((unread or wrong) and not sound_only):
        return None, sorted(set(problems))
    articles = [each for each in articles if each.document.file not in wrong]
    base = KnowledgeBase(
        {each.model.code: each.model for each in articles},
        {each.code: each for each in subjects.model.subjects},
        {each.code: each for each in subjects.model.desks},
        near.model.near,
        words.model,
        vectors,
    )
    return base, sorted(set(problems))


def _one(
    model: type[M], path: str, texts: Mapping[str, str | None], problems: list[Problem]
) -> Parsed[M] | None:
    if path not in texts:
        problems.append(
            Problem(f"content/{path}", 1, "there is none", "add it as the shipped content has it")
        )
    text = texts.get(path)
    if text is None:
        return None
    document, found = read_document(f"content/{path}", text)
    problems += found
    if document is None:
        return None
    parsed, more = parse(model, document)
    problems += more
    return parsed


def _vectors(text: str | None, problems: list[Problem]) -> Vectors:
    """Where words point to; content may do without it."""
    try:
        return read_vectors(text or "")
    except ValueError as error:
        do = "run benchmarks/knowledge_vectors.py, or take the file out"
        problems.append(Problem(f"content/{VECTORS}", 1, str(error), do))
        return Vectors()


def _article(path: str, text: str, problems: list[Problem]) -> Parsed[Article] | None:
    document, found = read_article(path, text)
    problems += found
    if document is None:
        return None
    parsed, more = parse(Article, document)
    problems += more
    return parsed


def _checked(
    articles: list[Parsed[Article]], subjects: Parsed[Subjects] | None, today: date | None, *, whole: bool
) -> list[Problem]:
    """What is wrong with articles that can be read. A code that is missing where a file could not be read
    may stand in that file, and is not named."""
    problems = [problem for each in articles for problem in article_problems(each, today)]
    problems += _twice(articles)
    if subjects is not None:
        problems += _desks(subjects)
        known = {each.code for each in subjects.model.subjects}
        desks = {each.code for each in subjects.model.desks}
        problems += _unknown(articles, "subject", known, lambda article: (article.subject,))
        problems += _unknown(articles, "owner", desks, lambda article: (article.owner,))
    if whole:
        codes = {each.model.code for each in articles}
        problems += _unknown(articles, "follow_ups", codes, lambda article: article.follow_ups)
    return problems


def _unknown(
    articles: list[Parsed[Article]], key: str, known: set[str], named: Callable[[Article], Iterable[str]]
) -> list[Problem]:
    return [
        each.document.problem((key,), f"{key} names {quoted(code)}, which is none", choose(code, known))
        for each in articles
        for code in named(each.model)
        if code not in known
    ]


def _desks(subjects: Parsed[Subjects]) -> list[Problem]:
    known = {desk.code for desk in subjects.model.desks}
    codes = {subject.code for subject in subjects.model.subjects}
    problems = []
    seen: set[str] = set()
    for at, subject in enumerate(subjects.model.subjects):
        if subject.desk not in known:
            what = f"desk {quoted(subject.desk)} is not known"
            problems.append(
                subjects.document.problem(("subjects", at, "desk"), what, choose(subject.desk, known))
            )
        if subject.within is not None and subject.within not in codes:
            what = f"within names {quoted(subject.within)}, which is no subject"
            problems.append(
                subjects.document.problem(("subjects", at, "within"), what, choose(subject.within, codes))
            )
        if subject.code in seen:
            what = f"the subject {subject.code} a second time"
            problems.append(subjects.document.problem(("subjects", at), what, "keep one of them"))
        seen.add(subject.code)
    return problems


def _twice(articles: list[Parsed[Article]]) -> list[Problem]:
    """Codes, and questions whatever their marks, that two articles have."""
    problems = []
    codes: dict[str, str] = {}
    asked: dict[str, tuple[str, str]] = {}
    for each in articles:
        code, document = each.model.code, each.document
        if code in codes:
            what = f"another article is called {code} ({codes[code]})"
            problems.append(document.problem((), what, "give one of them another name"))
        codes.setdefault(code, document.file)
        for locale in ("vi", "en"):
            questions: tuple[str, ...] = getattr(each.model.questions, locale)
            for at, line in enumerate(worded(questions).lines):
                first, place = asked.setdefault(line, (code, ""))
                if first != code:
                    what = f"{quoted(questions[at])} is asked of {first} too{place}"
                    do = "leave it to one of them, or say what tells them apart"
                    problems.append(document.problem(("questions", locale, at), what, do))
    return problems
