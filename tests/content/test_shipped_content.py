"""The content that comes with the program: free of errors, complete, and doing what the plans ask."""

import unicodedata
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
import yaml

from bot.content import read_catalogue
from core.catalogue import Catalogue
from core.catalogue.check_offered import unoffered
from core.catalogue.fact_types import FieldType, Level, Role
from core.catalogue.plans import Goal, Target
from core.folding import fold
from core.indicators.parse import parse
from core.indicators.references import references
from core.texts import Label
from handlers.conversations.asking import PAGE
from tests import shipped

#: by plan and code: the class of the target and its goals, as the plans have them
TARGETS: dict[str, dict[str, str]] = yaml.load(
    Path(__file__).with_name("goals.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader
)

#: options that say something was given up
STOPPED = {"dung", "huy"}


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return shipped.catalogue()


def test_there_is_no_error() -> None:
    assert [str(problem) for problem in read_catalogue()[1] if problem.severity == "error"] == []


def test_numbers_that_can_only_be_years_are_shown_as_years(catalogue: Catalogue) -> None:
    fields = [field for kind in catalogue.fact_types.values() for field in kind.fields]
    from_1900 = [field for field in fields if (field.minimum or 0) >= 1900 and (field.maximum or 0) <= 2100]
    assert {field.code for field in from_1900} >= {"year"}
    assert [field.code for field in from_1900 if not field.year] == []


def test_warnings_are_only_what_the_plans_leave_open() -> None:
    left_open = (
        "has no owner",
        "has no goal",
        "has no value",
        "has no months",
        "outside the window of",
        "no step of",
        "no split given",
        "is empty",
        "a sample tenant",
    )
    others = [p for p in read_catalogue()[1] if not any(words in p.what for words in left_open)]
    assert others == []


@pytest.mark.parametrize("plan", TARGETS)
def test_every_target_of_a_plan_is_there_with_its_class_and_goals(catalogue: Catalogue, plan: str) -> None:
    assert {target.code: _goals(target) for target in catalogue.plans[plan].targets} == TARGETS[plan]


def test_there_are_as_many_targets_tasks_and_steps_as_the_plans_have(catalogue: Catalogue) -> None:
    plans = catalogue.plans.values()
    assert sum(len(plan.targets) for plan in plans) == sum(map(len, TARGETS.values())) == 114
    assert {plan.code: len(plan.tasks) for plan in plans} == {
        "DC1": 15,
        "DC2": 21,
        "BN": 64,
        "LS": 22,
        "BG": 9,
    }
    assert sum(len(task.steps) for task in catalogue.plans["BG"].tasks) == 27


def test_the_budget_of_bac_giang_adds_up(catalogue: Catalogue) -> None:
    budget = catalogue.plans["BG"].budget
    assert budget is not None
    assert [line.amount for line in budget.lines] == [99, 100, 1476, 80, 15]
    assert budget.total == sum(line.amount or 0 for line in budget.lines) == 1770


def _goals(target: Target) -> str:
    goals = "; ".join(_goal(goal) for goal in target.goals)
    return f"{target.kind}: {goals}" if goals else target.kind


def _goal(goal: Goal) -> str:
    """A goal as goals.yaml writes it."""
    parts: list[str] = [goal.op]
    parts += [f"{goal.value:g}"] if goal.value is not None else []
    parts += [f"{goal.low:g}..{goal.high:g}"] if goal.low is not None else []
    parts += [f"+-{goal.tolerance:g}"] if goal.tolerance else []
    parts += ["%"] if goal.percent else []
    parts += [f"each year {goal.years[0]}..{goal.years[1]}"] if goal.years else []
    if goal.due:
        parts.append(f"by {goal.due:%m-%d}" if goal.years else f"by {goal.due}")
    return " ".join(parts)


def test_numbers_and_dates_the_documents_do_not_hold_are_left_open(catalogue: Catalogue) -> None:
    known = {plan.code: (plan.number, plan.issued_on) for plan in catalogue.plans.values()}
    assert known.pop("BN") == ("285/KH-UBND", date(2023, 9, 8))
    assert set(known.values()) == {(None, None)}


def test_every_kind_of_report_that_a_target_reads_can_be_sent_by_officers(catalogue: Catalogue) -> None:
    read = {
        kind
        for _, target in catalogue.targets.values()
        if target.indicator
        for kind in references(parse(target.indicator)).fact_types
    }
    assert {kind for kind in read if Role.OFFICER not in catalogue.fact_types[kind].reporters} == set()


def test_what_households_send_waits_for_an_officer(catalogue: Catalogue) -> None:
    sent = {
        code: kind.reporters[Role.HOUSEHOLD]
        for code, kind in catalogue.fact_types.items()
        if Role.HOUSEHOLD in kind.reporters
    }
    assert set(sent) == {"instrument_listed", "support_need", "violation_tip", "difficulty"}
    assert set(sent.values()) == {"pending"}


def test_an_inspection_never_moves_the_share_of_verified_instruments(catalogue: Catalogue) -> None:
    verified = references(parse(catalogue.targets["DC2-4"][1].indicator)).fact_types
    inspected = references(parse(catalogue.targets["DC2-18"][1].indicator)).fact_types
    assert verified.isdisjoint(inspected)


def test_what_has_stopped_is_below_every_other_stage(catalogue: Catalogue) -> None:
    staged = [f for kind in catalogue.fact_types.values() for f in kind.fields if f.code == "stage"]
    ended = [f for f in staged if {o.code for o in f.options} & STOPPED]
    assert {field.options_from for field in ended} >= {"site_stages", "support_stages"}
    assert {field.options[0].code for field in ended} == STOPPED
    assert [f.code for f in staged if f.options_from is None] == []


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


def offered(levels: tuple[Level, ...], level: Level) -> bool:
    return not levels or level in levels


def test_every_place_kind_a_form_offers_has_a_place(catalogue: Catalogue) -> None:
    kinds = {place.kind for tenant in catalogue.tenants.values() for place in tenant.places}
    fields = [f for kind in catalogue.fact_types.values() for f in kind.fields if f.type is FieldType.PLACE]
    assert {k for field in fields for k in field.place_kinds} <= kinds


def test_every_tenant_has_a_place_where_one_must_be_given(catalogue: Catalogue) -> None:
    needed = [
        (tenant.code, kind.code, field.code)
        for tenant in catalogue.tenants.values()
        for kind in catalogue.fact_types.values()
        for field in kind.fields
        if field.type is FieldType.PLACE and field.required and field.when is None
        if offered(kind.levels, tenant.level) and offered(field.levels, tenant.level)
        if not {place.kind for place in tenant.places} & set(field.place_kinds)
    ]
    assert needed == []


def test_every_kind_of_report_stands_in_a_group_of_the_menu(catalogue: Catalogue) -> None:
    assert [kind.code for kind in catalogue.fact_types.values() if kind.area is None] == []


def test_what_a_commune_chooses_from_fits_three_screens(catalogue: Catalogue) -> None:
    counts = {
        (kind.code, field.code): sum(offered(option.levels, Level.COMMUNE) for option in field.options)
        for kind in catalogue.fact_types.values()
        for field in kind.fields
        if offered(kind.levels, Level.COMMUNE) and offered(field.levels, Level.COMMUNE)
    }
    assert {field: count for field, count in counts.items() if count > 3 * PAGE} == {}


def test_reminder_and_summary_come_on_friday_afternoon(catalogue: Catalogue) -> None:
    jobs = catalogue.schedule.jobs
    named = ("early_reminder", "weekly_reminder", "weekly_summary")
    assert [(name, jobs[name].weekday, jobs[name].at) for name in named] == [
        ("early_reminder", 1, time(7, 30)),
        ("weekly_reminder", 5, time(14)),
        ("weekly_summary", 5, time(16)),
    ]


def test_each_month_is_summed_up_once_by_itself_or_with_its_quarter(catalogue: Catalogue) -> None:
    jobs = catalogue.schedule.jobs
    months = [month for name in ("monthly_summary", "quarterly_summary") for month in jobs[name].months]
    assert sorted(months) == list(range(1, 13))
    zone, year = "Asia/Ho_Chi_Minh", datetime(2027, 1, 1, tzinfo=UTC)
    # of December 2025: the 1st of January was off, and so was the Friday after it
    due = jobs["quarterly_summary"].latest(zone, datetime(2026, 3, 1, tzinfo=UTC), catalogue.calendar)
    assert due == datetime(2026, 1, 5, 2, tzinfo=UTC)
    assert jobs["monthly_summary"].latest(zone, year, catalogue.calendar) == datetime(
        2026, 12, 1, 2, tzinfo=UTC
    )


def test_a_target_that_reads_what_nobody_is_offered_is_warned_of(catalogue: Catalogue) -> None:
    plan, target = catalogue.targets["BG-11"]
    assert list(unoffered(plan, target, catalogue)) == []
    only_communes = catalogue.fact_types["supervision"].model_copy(update={"levels": (Level.COMMUNE,)})
    narrow = replace(catalogue, fact_types={**catalogue.fact_types, "supervision": only_communes})
    ((what, do),) = unoffered(plan, target, narrow)
    assert ["supervision" in what, "levels:" in do] == [True, True]
