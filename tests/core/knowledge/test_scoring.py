"""What labelled questions are marked with, and what the marks come to."""

import json
from collections.abc import Mapping

import pytest

from core.knowledge.scoring import Mark, labelled_question, mark, summed
from tests.core.knowledge.test_finding import QUESTIONS, sample

RIGHT = Mark("in", first=True, among=True, declined=False, answered=True)
SECOND = Mark("in", first=False, among=True, declined=False, answered=False)
WRONG = Mark("in", first=False, among=False, declined=False, answered=True)
MISSED = Mark("in", first=False, among=False, declined=True, answered=False)
DECLINED = Mark("out", first=False, among=False, declined=True, answered=False)
OFFERED = Mark("out", first=False, among=False, declined=False, answered=False)


def marked(text: str, **label: str | list[str]) -> Mark:
    return marked_within({}, text, **label)


def marked_within(within: Mapping[str, str], text: str, **label: str | list[str]) -> Mark:
    """`within`: subjects that are a part of others."""
    base, line = sample().base, json.dumps({"text": text, **label})
    subjects = {
        code: subject.model_copy(update={"within": within.get(code)})
        for code, subject in base.subjects.items()
    }
    return mark(labelled_question(line, base), sample().find(text), subjects)


def test_right_is_the_article_that_is_given_or_else_any_of_the_subject() -> None:
    text = QUESTIONS[0]["text"]
    assert marked(text, scope="in", article="mat_tem_kiem_dinh") == RIGHT
    assert marked(text, scope="in", subject="kiem_dinh") == RIGHT
    assert not marked(text, scope="in", subject="msmv").first
    assert marked(text, scope="in", subject="kiem_dinh", article="chu_ky_can_dong_ho").answered
    assert not marked(text, scope="in", subject="kiem_dinh", article="chu_ky_can_dong_ho").first


def test_an_article_of_a_part_of_the_subject_is_right_too_but_none_of_the_whole() -> None:
    text = QUESTIONS[0]["text"]
    assert marked_within({"kiem_dinh": "msmv"}, text, scope="in", subject="msmv") == RIGHT
    assert not marked_within({"msmv": "kiem_dinh"}, text, scope="in", subject="msmv").first


def test_any_of_several_articles_is_right() -> None:
    text = QUESTIONS[0]["text"]
    assert marked(text, scope="in", article=["chu_ky_can_dong_ho", "mat_tem_kiem_dinh"]) == RIGHT
    other = marked(text, scope="in", subject="kiem_dinh", article=["chu_ky_can_dong_ho"])
    assert (other.answered, other.first) == (True, False)


def test_what_is_near_and_what_is_unknown_is_declined() -> None:
    by_kind = {case.get("kind"): case["text"] for case in QUESTIONS}
    assert marked(by_kind["near"], scope="out") == DECLINED
    assert marked(by_kind["unknown"], scope="out") == DECLINED
    assert marked(by_kind["unknown"], scope="in", subject="msmv") == MISSED
    assert not marked(by_kind["answer"], scope="out").right


def test_the_shares_are_of_the_questions_they_are_about() -> None:
    assert summed([RIGHT, SECOND, WRONG, MISSED, DECLINED, OFFERED]) == {
        "right first": "25.0 % (1 of 4)",
        "among three": "50.0 % (2 of 4)",
        "rightly declined": "50.0 % (1 of 2)",
        "wrongly declined": "25.0 % (1 of 4)",
        "wrongly answered": "33.3 % (2 of 6)",
    }
    assert summed([])["right first"] == "no such question"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("{", "not readable as JSON"),
        ('{"scope": "in"}', "text"),
        ('{"text": "a", "scope": "maybe"}', "scope"),
        ('{"text": "a", "scope": "in"}', "needs its subject or its article"),
        ('{"text": "a", "scope": "in", "article": "none"}', "no article 'none'"),
        ('{"text": "a", "scope": "in", "article": ["mat_tem_kiem_dinh", "none"]}', "no article 'none'"),
        ('{"text": "a", "scope": "in", "article": []}', "article"),
        ('{"text": "a", "scope": "in", "subject": "none"}', "no subject 'none'"),
    ],
)
def test_a_line_that_is_wrong_says_how(line: str, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        labelled_question(line, sample().base)
