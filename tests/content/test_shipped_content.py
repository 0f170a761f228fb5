"""The content that comes with the program: free of errors, complete, and doing what the plans ask."""

import unicodedata
from datetime import time

import pytest

from bot.content import load_catalogue, read_catalogue
from core.catalogue import Catalogue
from core.catalogue.fact_types import FieldType, Role
from core.folding import fold
from core.indicators.parse import parse
from core.indicators.references import references
from core.texts import Label

EXPLICIT = {
    "DC1": {"DC1-1", "DC1-2", "DC1-3", "DC1-4", "DC1-5a", "DC1-5b", "DC1-5c", "DC1-6"},
    "DC2": {"DC2-1", "DC2-2", "DC2-3", "DC2-4"},
}


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue()


def test_there_is_no_error() -> None:
    assert [str(problem) for problem in read_catalogue()[1] if problem.severity == "error"] == []


def test_warnings_are_only_what_the_plans_leave_open() -> None:
    left_open = ("has no owner", "is empty", "a sample tenant")
    others = [p for p in read_catalogue()[1] if not any(words in p.what for words in left_open)]
    assert others == []


@pytest.mark.parametrize("plan", ["DC1", "DC2"])
def test_every_explicit_target_is_there(catalogue: Catalogue, plan: str) -> None:
    assert {t.code for t in catalogue.plans[plan].targets if t.kind == "E"} == EXPLICIT[plan]


def test_the_figures_of_the_goals_are_those_of_the_plans(catalogue: Catalogue) -> None:
    goals = {code: target.goals[0] for code, (_, target) in catalogue.targets.items() if target.goals}
    figures = {
        code: (g.op, g.value, g.percent, g.due and g.due.isoformat(), g.years) for code, g in goals.items()
    }
    end = "2030-12-31"
    assert figures == {
        "DC1-1": (">=", 20, False, None, (2026, 2030)),
        "DC1-2": (">=", 100, True, end, None),
        "DC1-3": (">=", 1, False, end, None),
        "DC1-4": (">=", 100, True, end, None),
        "DC1-5a": (">=", 1, False, end, None),
        "DC1-5b": (">=", 1, False, end, None),
        "DC1-5c": ("increase", None, False, None, (2026, 2030)),
        "DC1-6": (">=", 100, True, end, None),
        "DC1-7": (">=", 1, False, "2030-11-14", (2026, 2030)),
        "DC2-1": (">=", 100, True, "2028-12-31", None),
        "DC2-2": (">=", 5, False, end, None),
        "DC2-3": (">=", 1, False, end, None),
        "DC2-4": (">=", 100, True, end, None),
        "DC2-5": (">=", 1, False, "2030-11-14", (2026, 2030)),
    }


def test_numbers_and_dates_the_documents_do_not_hold_are_left_open(catalogue: Catalogue) -> None:
    assert [(plan.number, plan.issued_on) for plan in catalogue.plans.values()] == [(None, None)] * 2


def test_every_kind_of_report_that_a_target_reads_can_be_sent_by_officers(catalogue: Catalogue) -> None:
    read = {
        kind
        for _, target in catalogue.targets.values()
        for kind in references(parse(target.indicator)).fact_types
    }
    assert {kind for kind in read if Role.OFFICER not in catalogue.fact_types[kind].reporters} == set()


def test_what_households_send_waits_for_an_officer(catalogue: Catalogue) -> None:
    sent = {
        code: kind.reporters[Role.HOUSEHOLD]
        for code, kind in catalogue.fact_types.items()
        if Role.HOUSEHOLD in kind.reporters
    }
    assert sent == {"instrument_added": "pending", "support_need": "pending"}


def test_an_inspection_never_moves_the_share_of_verified_instruments(catalogue: Catalogue) -> None:
    verified = references(parse(catalogue.targets["DC2-4"][1].indicator)).fact_types
    inspected = references(parse(catalogue.targets["DC2-18"][1].indicator)).fact_types
    assert verified.isdisjoint(inspected)


def test_what_has_stopped_is_below_every_other_stage(catalogue: Catalogue) -> None:
    staged = [f for kind in catalogue.fact_types.values() for f in kind.fields if f.code == "stage"]
    assert {field.options[0].code for field in staged} == {"dung"}


def test_verified_and_registered_instruments_have_the_same_kinds(catalogue: Catalogue) -> None:
    kinds = {
        code: [o.code for o in field.options]
        for code in ("instrument_verified", "instrument_registered", "instrument_added", "instrument_retired")
        if (field := catalogue.fact_types[code].field("instrument_kind"))
    }
    assert len(kinds) == 4
    assert len({tuple(codes) for codes in kinds.values()}) == 1


def test_forms_are_short(catalogue: Catalogue) -> None:
    required = {code: sum(f.required for f in kind.asked()) for code, kind in catalogue.fact_types.items()}
    assert {code: steps for code, steps in required.items() if steps > 6} == {}


def test_the_question_fits_a_small_screen(catalogue: Catalogue) -> None:
    prompts = [f.prompt.vi for kind in catalogue.fact_types.values() for f in kind.fields if f.prompt]
    assert [prompt for prompt in prompts if len(prompt) > 120] == []


def test_every_choice_is_understood_without_diacritics(catalogue: Catalogue) -> None:
    for kind in catalogue.fact_types.values():
        for field in kind.fields:
            words = [
                fold(word)
                for o in field.options
                for word in {o.label.vi.casefold(), *map(str.casefold, o.also)}
            ]
            owners = {fold(word): o.code for o in field.options for word in (o.label.vi, *o.also)}
            assert len({(word, owners[word]) for word in words}) == len(owners), (kind.code, field.code)


def labels(value: object) -> list[Label]:
    if isinstance(value, Label):
        return [value]
    if isinstance(value, tuple | list):
        return [label for each in value for label in labels(each)]
    fields = getattr(type(value), "model_fields", {})
    return [label for name in fields for label in labels(getattr(value, name))]


def test_vietnamese_text_has_its_diacritics_in_one_spelling(catalogue: Catalogue) -> None:
    texts = [label.vi for kind in catalogue.fact_types.values() for label in labels(kind)]
    texts += [label.vi for plan in catalogue.plans.values() for label in labels(plan)]
    assert len(texts) > 300
    assert [text for text in texts if unicodedata.normalize("NFC", text) != text] == []
    bare = [
        text for text in texts if len(text.split()) > 3 and fold(text) == " ".join(text.casefold().split())
    ]
    assert bare == []


def test_the_sample_commune_says_that_it_is_one(catalogue: Catalogue) -> None:
    assert catalogue.tenants["dong_cuu"].sample


def test_every_place_kind_a_form_offers_has_a_place(catalogue: Catalogue) -> None:
    kinds = {place.kind for place in catalogue.tenants["dong_cuu"].places}
    wanted = {
        k
        for kind in catalogue.fact_types.values()
        for f in kind.fields
        if f.type is FieldType.PLACE
        for k in f.place_kinds
    }
    assert wanted <= kinds


def test_reminder_and_summary_come_on_friday_afternoon(catalogue: Catalogue) -> None:
    jobs = catalogue.schedule.jobs
    assert [(name, jobs[name].weekday, jobs[name].at) for name in ("weekly_reminder", "weekly_summary")] == [
        ("weekly_reminder", 5, time(14)),
        ("weekly_summary", 5, time(16)),
    ]
