"""What counts as understood: each part of a message judged by itself."""

from pathlib import Path
from typing import Any

import yaml

from core.understanding.hearing import Hearing
from core.understanding.scoring import Score, free_fields, marked, same, summed
from tests.tables import over

CASES = yaml.load(Path(__file__).with_name("scoring.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader)


def told(**changes: Any) -> dict[str, Any]:
    record = {"op": "create", "topic": "trip", "fields": {"days": 2, "date": "2026-05-14"}}
    return {"intent": "report", "topic": "trip", "records": [record], "must_ask": ["place"], **changes}


@over(CASES["same"])
def test_two_values_say_the_same(case: dict[str, Any]) -> None:
    assert same(case["ours"], case["theirs"], free=case.get("free", False))


@over(CASES["other"])
def test_two_values_say_something_else(case: dict[str, Any]) -> None:
    assert not same(case["ours"], case["theirs"], free=case.get("free", False))


def test_a_reading_as_expected_is_right_as_a_whole() -> None:
    marks = marked(told(), told())
    assert (marks.whole, marks.made, marks.extra, marks.wrong) == (True, 1, 0, ())


def test_a_field_nobody_expected_is_no_mistake() -> None:
    fewer = told(records=[{"topic": "trip", "fields": {"days": 2}}])
    assert marked(told(), fewer).whole


def test_a_wrong_number_is_named_with_its_field() -> None:
    marks = marked(told(), told(records=[{"topic": "trip", "fields": {"days": 3}}]))
    assert (marks.fields, marks.whole, marks.wrong) == (False, False, ("trip.days 2 for 3",))


def test_a_question_too_many_or_too_few_is_a_mistake() -> None:
    for asks in ([], ["place", "date"]):
        marks = marked(told(must_ask=asks), told())
        assert (marks.questions, marks.fields, marks.whole) == (False, True, False)


def test_a_record_of_what_should_make_none_is_a_wrong_record() -> None:
    nothing = told(intent="greet", topic=None, records=[], must_ask=[])
    marks = marked(told(), nothing)
    assert (marks.intent, marks.topics, marks.extra) == (False, False, 1)


def test_a_record_of_another_kind_is_a_wrong_record_though_their_number_is_right() -> None:
    other = told(topic="club", records=[{"topic": "club", "fields": {}}])
    assert marked(told(), other).extra == 1


def test_a_correction_of_another_record_is_a_mistake() -> None:
    ours = told(records=[{"op": "correct", "topic": "trip", "target": "r1", "fields": {}}])
    theirs = told(records=[{"op": "correct", "topic": "trip", "target": "r2", "fields": {}}])
    assert marked(ours, theirs).wrong == ("trip.target r1 for r2",)


def test_of_several_records_the_likest_are_compared() -> None:
    two = [{"topic": "trip", "fields": {"days": days}} for days in (2, 3)]
    assert marked(told(records=two), told(records=two[::-1])).whole


def test_which_fields_are_in_free_words_stands_in_the_hearing() -> None:
    fields = [{"code": "what", "kind": "text"}, {"code": "who", "kind": "text", "proper": True}]
    hearing = Hearing.model_validate(
        {"fact_type": "tip", "topic": "violation", "fields": [*fields, {"code": "count", "kind": "count"}]}
    )
    assert free_fields([hearing]) == {"violation.what"}


def test_shares_are_per_cent_with_their_counts() -> None:
    wrong = told(records=[{"topic": "trip", "fields": {"days": 3}}])
    score = summed([marked(told(), told()), marked(told(), wrong), marked(told(), told())])
    assert dict(score.lines()) == {
        "intent right": "100.0 % (3 of 3)",
        "topics right": "100.0 % (3 of 3)",
        "fields right": "66.7 % (2 of 3)",
        "questions right": "100.0 % (3 of 3)",
        "whole message right": "66.7 % (2 of 3)",
        "wrong records made": "0.0 % (0 of 3)",
    }


def test_no_messages_have_a_score_too() -> None:
    assert dict(Score().lines())["whole message right"] == "0.0 % (0 of 0)"
