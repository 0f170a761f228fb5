"""What a new version of a plan changes, part by part."""

from dataclasses import replace
from typing import Any

import pytest

from core.catalogue.plan_changes import Change, changes
from core.catalogue.plans import Plan
from tests import shipped

PLAN = shipped.catalogue().plans["BG"]


def with_(**parts: Any) -> Plan:
    return PLAN.model_copy(update=parts)


def target(number: int, **fields: Any) -> Plan:
    changed = PLAN.targets[number].model_copy(update=fields)
    return with_(targets=(*PLAN.targets[:number], changed, *PLAN.targets[number + 1 :]))


def test_the_same_plan_changes_nothing() -> None:
    assert changes(PLAN, PLAN) == []


def test_of_a_new_plan_everything_is_added_but_the_plan_itself() -> None:
    found = changes(None, PLAN)
    steps = sum(len(task.steps) for task in PLAN.tasks)
    assert {change.what for change in found} == {"added"}
    assert [change.noun for change in found].count("step") == steps == 27
    assert "plan" not in {change.noun for change in found}


def test_fields_are_named_with_what_they_were_and_what_they_will_be() -> None:
    first = PLAN.targets[0]
    (goal,) = first.goals
    new = target(
        0,
        goals=(goal.model_copy(update={"value": 2.5}),),
        owner=None,
        name=replace(first.name, en="Another"),
        partners=("a", "b"),
    )
    assert changes(PLAN, new) == [
        Change(
            "target",
            first.code,
            "Another",
            "changed",
            (
                ("name (en)", first.name.en, "Another"),
                ("goals 1 value", "1", "2.5"),
                ("partners", ", ".join(first.partners), "a, b"),
                ("owner", str(first.owner), ""),
            ),
        )
    ]


def test_the_plans_own_fields_are_one_change() -> None:
    (change,) = changes(PLAN, with_(number="1/KH", legal_bases=()))
    assert (change.noun, change.code, [name for name, *_ in change.fields]) == (
        "plan",
        "BG",
        ["number", "legal_bases"],
    )


@pytest.mark.parametrize("key", ["targets", "tasks", "parameters", "duties"])
def test_a_part_that_is_gone_is_removed_and_one_more_is_added(key: str) -> None:
    plan = shipped.catalogue().plans["DC1"]
    parts = getattr(plan, key)
    fewer = plan.model_copy(update={key: parts[1:]})
    noun = {"duties": "duty"}.get(key, key.removesuffix("s"))
    (removed,) = [one for one in changes(plan, fewer) if one.noun == noun]
    (added,) = [one for one in changes(fewer, plan) if one.noun == noun]
    assert (removed.code, removed.what) == (parts[0].code, "removed")
    assert (added.code, added.what, added.name) == (parts[0].code, "added", parts[0].name.en)


def test_a_step_is_named_with_its_task() -> None:
    task = PLAN.tasks[0]
    step = task.steps[0].model_copy(update={"ends": "2023-04"})
    new = with_(tasks=(task.model_copy(update={"steps": (step, *task.steps[1:])}), *PLAN.tasks[1:]))
    assert [(one.noun, one.code, one.fields) for one in changes(PLAN, new)] == [
        ("step", "BG-I1 step 1", (("ends", "2023-03", "2023-04"),))
    ]


def test_a_budget_line_that_stands_under_another_is_changed() -> None:
    assert PLAN.budget is not None
    first, second, *rest = PLAN.budget.lines
    moved = first.lines[-1]
    new = PLAN.budget.model_copy(
        update={
            "lines": (
                first.model_copy(update={"lines": first.lines[:-1]}),
                second.model_copy(update={"lines": (moved, *second.lines)}),
                *rest,
            )
        }
    )
    assert [(one.code, one.what, one.fields) for one in changes(PLAN, with_(budget=new))] == [
        ("BG line I.3", "changed", (("under", "I", "II"),)),
        ("", "moved", ()),
    ]


def test_another_order_is_said_once() -> None:
    (change,) = changes(PLAN, with_(targets=PLAN.targets[::-1]))
    assert (change.noun, change.what) == ("target", "moved")


def test_large_and_fine_numbers_are_told_apart() -> None:
    goals = [PLAN.targets[0].goals[0].model_copy(update={"value": value}) for value in (1234567.5, 1234568.5)]
    (change,) = changes(target(0, goals=(goals[0],)), target(0, goals=(goals[1],)))
    assert change.fields == (("goals 1 value", "1234567.5", "1234568.5"),)
