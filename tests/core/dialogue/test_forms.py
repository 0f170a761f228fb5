"""The law of forms: moving loses nothing, a condition that ends drops its answer, the card comes last."""

from hypothesis import given
from hypothesis import strategies as st

from core.catalogue.fact_types import Check, FactType, FieldSpec
from core.dialogue import forms
from core.dialogue.state import FormState
from tests.core.dialogue.nothing_known import NOW

KIND = FactType.model_validate(
    {
        "code": "visit",
        "receipt": "VS",
        "icon": "•",
        "label": {"vi": "Thăm", "en": "Visit"},
        "help": {"vi": "Thăm", "en": "Visit"},
        "reporters": {"officer": "confirmed"},
        "fields": [
            {
                "code": "date",
                "type": "date",
                "label": {"vi": "Ngày", "en": "Date"},
                "prompt": {"vi": "?", "en": "?"},
            },
            {
                "code": "found",
                "type": "choice",
                "label": {"vi": "Thấy", "en": "Found"},
                "prompt": {"vi": "?", "en": "?"},
                "options": [
                    {"code": "yes", "label": {"vi": "Có", "en": "Yes"}},
                    {"code": "no", "label": {"vi": "Không", "en": "No"}},
                ],
            },
            {
                "code": "checked",
                "type": "integer",
                "label": {"vi": "Số", "en": "Number"},
                "prompt": {"vi": "?", "en": "?"},
                "when": {"field": "found", "any_of": ["yes"]},
            },
            {
                "code": "failed",
                "type": "integer",
                "label": {"vi": "Hỏng", "en": "Failed"},
                "prompt": {"vi": "?", "en": "?"},
                "when": {"field": "found", "any_of": ["yes"]},
            },
            {
                "code": "passed",
                "type": "integer",
                "label": {"vi": "Đạt", "en": "Passed"},
                "formula": "checked - failed",
            },
            {
                "code": "note",
                "type": "text",
                "required": False,
                "label": {"vi": "Ghi chú", "en": "Note"},
                "prompt": {"vi": "?", "en": "?"},
            },
        ],
        "checks": [
            {
                "left": "failed",
                "op": "<=",
                "right": "checked",
                "message": {"vi": "Không được", "en": "Cannot be"},
            }
        ],
    }
)
FULL: dict[str, str | int] = {"date": "2026-05-14", "found": "yes", "checked": 9, "failed": 2}


def filled(**answers: str | int) -> FormState:
    form = forms.new_form(KIND, "1", {}, NOW)
    for code, value in answers.items():
        form = forms.with_answer(KIND, form, code, value)
    return form


def test_a_new_form_asks_its_first_question() -> None:
    assert forms.new_form(KIND, "1", {}, NOW).at == "date"


def test_a_question_whose_condition_does_not_hold_is_not_asked() -> None:
    assert filled(date="2026-05-14", found="no").at == "note"


def test_the_number_of_steps_follows_the_answers() -> None:
    assert forms.position(KIND, filled(date="2026-05-14", found="no")) == (3, 3)
    assert forms.position(KIND, filled(date="2026-05-14", found="yes")) == (3, 5)


def test_changing_a_condition_drops_only_the_answers_that_hang_on_it() -> None:
    changed = forms.with_answer(KIND, filled(**FULL, note="x"), "found", "no")
    assert changed.answers == {"date": "2026-05-14", "found": "no", "note": "x"}


def test_changing_a_condition_back_asks_what_is_missing_again() -> None:
    changed = forms.with_answer(
        KIND, forms.edit(filled(date="2026-05-14", found="no"), "found"), "found", "yes"
    )
    assert changed.at == "checked"


def test_what_is_told_before_its_question_is_kept_until_that_is_known() -> None:
    told = filled(checked=5, date="2026-05-14")
    assert (told.answers, told.at) == ({"date": "2026-05-14"}, "found")
    asked_for = forms.with_answer(KIND, told, "found", "yes")
    assert (asked_for.answers["checked"], asked_for.at, asked_for.held) == (5, "failed", {})
    not_asked_for = forms.with_answer(KIND, told, "found", "no")
    assert ("checked" in not_asked_for.answers, not_asked_for.held) == (False, {})


def test_a_form_filled_from_words_holds_what_waits_for_another_answer() -> None:
    form = forms.filled(KIND, forms.new_form(KIND, "1", {}, NOW), {"checked": 5, "failed": 1})
    assert (form.answers, form.held) == ({}, {"checked": 5, "failed": 1})


def test_editing_one_answer_comes_back_to_the_review_card() -> None:
    reviewed = forms.with_skip(KIND, filled(**FULL), "note")
    assert reviewed.at is None
    assert forms.with_answer(KIND, forms.edit(reviewed, "checked"), "checked", 8).at is None


def test_computed_fields_are_filled_in() -> None:
    assert forms.completed(KIND, FULL)["passed"] == 7


def test_a_broken_rule_is_found_as_soon_as_both_answers_are_there() -> None:
    assert forms.violation(KIND, {"checked": 3}) is None
    assert forms.violation(KIND, {"checked": 3, "failed": 4}) is KIND.checks[0]


def test_a_draft_taken_up_again_is_where_it_was() -> None:
    draft = filled(date="2026-05-14", found="yes")
    assert forms.fitted(KIND, draft) == draft


@given(st.lists(st.sampled_from(["answer", "back", "skip"]), max_size=25))
def test_going_back_and_forth_never_loses_an_answer(moves: list[str]) -> None:
    form, given_answers = forms.new_form(KIND, "1", {}, NOW), dict[str, object]()
    for move in moves:
        if move == "back":
            form = forms.back(KIND, form)
        elif form.at is not None and move == "answer":
            given_answers[form.at] = FULL.get(form.at, "x")
            form = forms.with_answer(KIND, form, form.at, FULL.get(form.at, "x"))
        elif form.at == "note":
            given_answers.pop("note", None)
            form = forms.with_skip(KIND, form, "note")
        assert form.answers == given_answers


def test_a_check_may_be_of_a_number_while_another_answer_is_there_and_counts_names_and_tallies() -> None:
    number = KIND.fields[2].model_copy(update={"code": "share"})
    check = {"message": {"vi": "?", "en": "?"}}
    rules = [
        Check.model_validate(
            {
                **check,
                "left": "share",
                "op": "<=",
                "limit": 100,
                "when": {"field": "found", "any_of": ["yes"]},
            }
        ),
        Check.model_validate({**check, "left": "names", "op": "<=", "right": "checked"}),
    ]
    kind = KIND.model_copy(update={"fields": (*KIND.fields, number), "checks": tuple(rules)})
    assert forms.violation(kind, {"share": 300, "found": "no"}) is None
    assert forms.violation(kind, {"share": 300, "found": "yes"}) is rules[0]
    assert forms.violation(kind, {"names": ["An", "Chi"], "checked": 1}) is rules[1]
    assert forms.violation(kind, {"names": {"a": 2, "b": 3}, "checked": 5}) is None


def test_another_answer_drops_a_place_of_a_kind_it_does_not_leave() -> None:
    found = KIND.fields[1]
    by = {"field": "found", "kinds": {"yes": ("market",), "no": ("school",)}}
    place = FieldSpec.model_validate(
        {**found.model_dump(), "code": "where", "type": "place", "options": (), "place_kinds_by": by}
    )
    kind = KIND.model_copy(update={"fields": (KIND.fields[0], found, place)})
    form = FormState(
        key="k",
        fact_type="visit",
        version=1,
        touched_at=NOW,
        answers={"date": "2026-05-14", "found": "yes", "where": "square"},
    )
    same = forms.with_answer(kind, form, "found", "yes")
    assert (same.answers["where"], same.at) == ("square", None)
    other = forms.with_answer(kind, form, "found", "no")
    assert ("where" in other.answers, other.at) == (False, "where")
