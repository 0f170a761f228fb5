"""The description of plan files: its examples are right, and it leaves out no key, comparison or word."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from pydantic import BaseModel

from bot.content import CONTENT
from core.catalogue.check_goals import goal_findings
from core.catalogue.documents import read_document
from core.catalogue.goals import Goal, GoalOp
from core.catalogue.parse import parse as parse_model
from core.catalogue.plans import Plan
from core.indicators.check import problems
from core.indicators.parse import parse
from core.texts import Label
from tests import shipped

TEXT = (CONTENT / "plans" / "README.md").read_text(encoding="utf-8")
EXAMPLE = re.search(r"```yaml\n(.*?)```", TEXT, re.DOTALL)
FIRST_CELLS = re.findall(r"^\| `(.*?)` \|", TEXT, re.MULTILINE)
GOALS = [cell for cell in FIRST_CELLS if cell.startswith("{")]
SENTENCES = [cell for cell in FIRST_CELLS if re.match(r"[a-z]+\(", cell)]
CATALOGUE = shipped.catalogue()


def example() -> Plan:
    assert EXAMPLE is not None
    document, found = read_document("xy.yaml", EXAMPLE[1])
    assert document is not None
    parsed, more = parse_model(Plan, document)
    assert [str(problem) for problem in found + more] == []
    assert parsed is not None
    return parsed.model


def models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        if annotation is not Label:
            yield annotation
        return
    for part in get_args(annotation):
        yield from models_in(part)


def models(model: type[BaseModel], seen: set[type[BaseModel]]) -> set[type[BaseModel]]:
    if model not in seen:
        seen.add(model)
        for field in model.model_fields.values():
            for inner in models_in(field.annotation):
                models(inner, seen)
    return seen


def test_the_example_has_every_key_a_plan_can_have() -> None:
    plan = example()
    assert plan.code == "XY"
    for model in models(Plan, set()) - {Goal}:
        absent = [key for key in model.model_fields if not re.search(rf"[\s{{-]{key}: ", TEXT)]
        absent = [key for key in absent if not re.search(rf"^ *{key}: *(#.*)?$", TEXT, re.MULTILINE)]
        assert absent == [], model.__name__


def test_every_comparison_of_goals_has_an_example() -> None:
    goals = [Goal.model_validate(yaml.load(cell, yaml.CSafeLoader)) for cell in GOALS]
    assert {goal.op for goal in goals} == set(get_args(GoalOp))
    assert [list(goal_findings(goal, example())) for goal in goals] == [[]] * len(goals)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_every_example_of_an_indicator_can_be_computed(sentence: str) -> None:
    assert problems(parse(sentence), CATALOGUE) == []


def test_every_word_of_the_language_has_an_example() -> None:
    described = Path(__file__).parents[2] / "core" / "indicators" / "__init__.py"
    words = set(re.findall(r"\b([a-z]+)\(", described.read_text(encoding="utf-8")))
    assert words <= {word for sentence in SENTENCES for word in re.findall(r"\b([a-z]+)\(", sentence)}
