"""Answers of one tenant are found beside those of all, which are held once."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from core.folding import fold
from core.knowledge.articles import Article
from core.knowledge.check import KnowledgeBase
from core.knowledge.finding import Finder
from core.texts import Label
from core.understanding.lexicon import short_forms
from tests import shipped

#: so many shipped articles stand below; some of the others are a tenant's own
BELOW, ALL = 24, 40
#: features of questions are weighed by the articles below, which are few here: so large a part of the
#: questions may have another first (of all 2,202 it is 13), and every so many are tried
OTHERS, EVERY = 0.02, 9


@cache
def articles() -> Sequence[Article]:
    """Some of each area, each without one question in three, which is asked instead."""
    base = shipped.knowledge().turns.library.base().articles
    every = sorted(base.values(), key=lambda each: fold(each.answer))
    return [without(article) for article in every[:: len(every) // ALL]][:ALL]


def without(article: Article) -> Article:
    vi = article.questions.vi
    kept = tuple(text for at, text in enumerate(vi) if at % 3)
    return article.model_copy(update={"questions": article.questions.model_copy(update={"vi": kept})})


def held_back() -> list[str]:
    base = shipped.knowledge().turns.library.base().articles
    return [text for article in articles() for text in base[article.code].questions.vi[::3]]


def finder_of(some: Sequence[Article]) -> Finder:
    base = shipped.knowledge().turns.library.base()
    less = replace(base, articles={article.code: article for article in some})
    return Finder(less, short_forms(shipped.hearing().speech))


@cache
def common() -> Finder:
    return finder_of(articles()[:BELOW])


@cache
def laid_over(begin: int, end: int) -> tuple[Finder, Finder]:
    """The same articles in two layers, and in one."""
    own = articles()[begin:end]
    layered = common().with_own({article.code: article for article in own})
    return layered, finder_of([*articles()[:BELOW], *own])


def test_hardly_a_question_has_another_first_than_among_all_of_them_at_once() -> None:
    others, tried = [], asked_of_layers()[::EVERY]
    for own, text in tried:
        layered, whole = laid_over(*own)
        found, expected = layered.find(text), whole.find(text)
        assert found.asked == expected.asked
        assert bool(found.ranking) == bool(expected.ranking)
        if found.ranking and found.ranking[0].article.code != expected.ranking[0].article.code:
            # where one is the answer it stays so; where there is a choice, or none, the order may differ
            assert expected.kind != "answer", text
            others.append(text)
    assert len(others) <= OTHERS * len(tried), others


def asked_of_layers() -> list[tuple[tuple[int, int], str]]:
    """Where a tenant's own articles begin and end, with what is asked; with marks and without."""
    return [
        (own, text)
        for own in ((24, 26), (26, 34), (24, 40))
        for asked in held_back()
        for text in (asked, fold(asked))
    ]


def test_what_both_are_asked_is_answered_by_the_tenants_own() -> None:
    old = articles()[0]
    text = old.questions.vi[0]
    own = old.model_copy(update={"code": "dp_1", "title": Label("Ở xã", "Here")})
    assert common().with_own({"dp_1": own}).find(text).hits[0].article is own
    assert common().find(text).hits[0].article.code == old.code


def test_words_that_only_a_tenants_own_answers_have_are_known_and_no_slip() -> None:
    wording = ("Xưởng blumpra ở đâu nhận khách?",)
    asked = articles()[0].questions.model_copy(update={"vi": wording, "en": wording})
    own = articles()[0].model_copy(
        update={"code": "dp_1", "questions": asked, "title": Label("Xưởng blumpra", "Xưởng blumpra")}
    )
    layered = common().with_own({"dp_1": own})
    for text in ("blumpra co nhan khach khong", "xuong blumpar nhan khach o dau"):
        assert layered.find(text).ranking[0].article is own
    assert "blumpra" not in common().index.seen


def test_the_common_articles_are_found_as_before_and_what_is_known_of_them_is_held_once() -> None:
    texts = held_back()[:10]
    before = [common().find(text) for text in texts]
    layered = common().with_own({"dp_1": articles()[30].model_copy(update={"code": "dp_1"})})
    for _ in layered.warm():
        pass
    assert [common().find(text) for text in texts] == before
    for at in range(BELOW):
        assert layered.index.says(at) is common().index.says(at)
        assert layered.index.wordings(at) is common().index.wordings(at)
        assert layered.index.by_words.learned(at) is common().index.by_words.learned(at)
    assert "dp_1" not in common().index.places


def test_one_article_over_none_is_found() -> None:
    base: KnowledgeBase = replace(shipped.knowledge().turns.library.base(), articles={})
    own = articles()[0]
    layered = Finder(base, {}).with_own({own.code: own})
    assert layered.find(own.questions.vi[0]).hits[0].article is own
