"""Questions find their articles however they are typed, and what is not ours is declined."""

import re
import unicodedata
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from core.catalogue.fact_types import Role
from core.folding import fold
from core.knowledge.articles import Article
from core.knowledge.check import KnowledgeBase
from core.knowledge.explain import as_data, told
from core.knowledge.finding import MOST, Finder
from core.understanding.lexicon import short_forms
from tests import shipped
from tests.core.knowledge.samples import SAMPLE, changed, sample_base
from tests.tables import over

QUESTIONS: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "questions.yaml").read_text(encoding="utf-8")
)


def finder_of(texts: dict[str, str]) -> Finder:
    """In a few articles, whose words point to where the shipped ones do."""
    base = replace(sample_base(texts), vectors=real().base.vectors)
    return Finder(base, short_forms(shipped.hearing().speech))


@cache
def sample() -> Finder:
    return finder_of(dict(SAMPLE))


@cache
def real() -> Finder:
    """The shipped articles, which hundreds of questions lead to."""
    finder = shipped.knowledge().turns.library.shared()
    assert finder is not None
    return finder


def wordings() -> list[tuple[str, str]]:
    articles = real().base.articles.values()
    return [(text, article.code) for article in articles for text in article.questions.vi]


@over(QUESTIONS, ids=lambda case: f"{case['why']}: {case['text'][:60]}")
def test_a_question_comes_to_what_it_should(case: dict[str, Any]) -> None:
    found = sample().find(case["text"])
    assert found.kind != case.get("not")
    assert found.kind == case.get("kind", found.kind), "\n".join(told(found))
    if "first" in case:
        assert found.hits[0].article.code == case["first"]
    assert (found.near.code if found.near else None) == case.get("near")


def test_every_question_of_every_shipped_article_is_known_with_and_without_diacritics() -> None:
    finder = real()
    assert [text for text, _ in wordings() if not (finder.has(text) and finder.has(fold(text)))] == []


def test_a_question_of_every_shipped_article_leads_to_it_with_and_without_diacritics() -> None:
    finder = real()
    # that no two articles have a question is checked when they are read: another one leads there as well
    some = {code: text for text, code in wordings()}
    lost = [
        (text, code)
        for number, (code, text) in enumerate(some.items())
        if [hit.article.code for hit in finder.find(fold(text) if number % 2 else text).hits] != [code]
    ]
    assert lost == []


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_which_diacritics_are_dropped_does_not_change_the_winner_of_an_exact_question(data: Any) -> None:
    text, code = data.draw(st.sampled_from(wordings()))
    dropped = data.draw(st.lists(st.booleans(), min_size=len(text), max_size=len(text)))
    typed = "".join(fold(char) or char if drop else char for char, drop in zip(text, dropped, strict=True))
    shouted = data.draw(
        st.sampled_from([typed, typed.upper(), f"  {typed} !", unicodedata.normalize("NFD", typed)])
    )
    assert real().find(shouted).hits[0].article.code == code


@settings(max_examples=25, deadline=None)
@given(st.permutations(sorted(SAMPLE)), st.sampled_from(QUESTIONS))
def test_the_order_of_files_does_not_matter(order: list[str], case: dict[str, Any]) -> None:
    mixed = finder_of({path: SAMPLE[path] for path in order}).find(case["text"])
    plain = sample().find(case["text"])
    assert [(hit.article.code, hit.score) for hit in mixed.ranking] == [
        (hit.article.code, hit.score) for hit in plain.ranking
    ]


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=400))
def test_whatever_is_typed_comes_to_something_and_is_explained(text: str) -> None:
    found = sample().find(text)
    assert all(0 <= hit.score <= 1 for hit in found.ranking)
    assert len(found.hits) <= MOST
    assert (found.kind in ("answer", "choice")) == bool(found.hits)
    assert as_data(found)["kind"] == found.kind
    assert re.match(found.kind, next(told(found)))


def test_two_articles_that_fit_alike_are_offered_both() -> None:
    path = "knowledge/measuring/mat_tem_kiem_dinh.md"
    twin = re.sub(r"^( {4}- .*)$", r"\1 nhé", SAMPLE[path], flags=re.MULTILINE)
    twin = re.sub(r"^  en: \[What if", "  en: [Again what if", twin, flags=re.MULTILINE)
    finder = finder_of({**SAMPLE, "knowledge/measuring/tem_hong.md": twin})
    found = finder.find(QUESTIONS[2]["text"])
    assert found.kind == "choice"
    assert {hit.article.code for hit in found.hits} == {"mat_tem_kiem_dinh", "tem_hong"}


@cache
def asking_more() -> Finder:
    return finder_of(changed("knowledge/words.yaml", "asking: [", "asking: [bao lâu, thì sao, ")[0])


@pytest.mark.parametrize(
    "text",
    [
        "cân đồng hồ bao lâu phải kiểm định lại, tem kiểm định bị rách thì sao",
        "can dong ho bao lau phai kiem dinh lai va tem kiem dinh bi rach thi sao",
        "Tem kiểm định trên cân bị rách thì sao? Cân đồng hồ bao lâu phải kiểm định?",
    ],
)
def test_two_questions_of_one_subject_are_answered_beside_each_other(text: str) -> None:
    found = asking_more().find(text)
    assert found.kind == "answer"
    assert found.beside is not None
    both = {found.hits[0].article.code, found.beside.article.code}
    assert both == {"mat_tem_kiem_dinh", "chu_ky_can_dong_ho"}
    assert f"beside:     {found.beside.article.code} answers the other question" in list(told(found))


def test_two_questions_of_two_subjects_are_not_answered_beside_each_other() -> None:
    assert asking_more().find("tem kiểm định bị rách thì sao, phí đăng ký mã vạch bao nhiêu").beside is None


def test_one_question_in_two_clauses_has_nothing_beside_its_answer() -> None:
    found = asking_more().find("Nhà em có cái cân đồng hồ, bao lâu phải kiểm định một lần ạ?")
    assert (found.kind, found.beside) == ("answer", None)


def test_an_article_is_found_only_by_those_it_is_for() -> None:
    texts, _ = changed(
        "knowledge/barcodes/phi_ma_vach.md",
        "audience: [household, officer, manager, admin]",
        "audience: [officer]",
    )
    finder, text = finder_of(texts), QUESTIONS[4]["text"]
    assert finder.find(text, Role.OFFICER).kind == "answer"
    assert "phi_ma_vach" not in [hit.article.code for hit in finder.find(text, Role.HOUSEHOLD).ranking]


def test_without_articles_nothing_is_answered() -> None:
    finder = Finder(KnowledgeBase.empty(), {})
    assert finder.find("x y z").kind == "unknown"


def test_an_article_overdue_says_so() -> None:
    article: Article = sample().base.articles["phi_ma_vach"]
    assert not article.is_overdue(article.review_by)
    assert article.is_overdue(article.review_by.replace(year=article.review_by.year + 1))


def test_a_phrase_without_its_marks_says_less_where_all_else_has_them() -> None:
    own, other = (sample().find(text).asked.subjects for text in ("chỗ nào có tem cân", "chỗ nào có tem cần"))
    less, bare = (sample().find(text).asked.subjects for text in ("chỗ nào có tem can", "cho nao co tem can"))
    assert [sum(each.weight for each in heard) for heard in (own, less, bare)] == [3.0, 1.5, 3.0]
    assert "tem cần" not in [each.phrase for each in other]
