"""A plan with steps, money and parameters for tests of what figures read of their plan."""

from dataclasses import replace
from datetime import date

from core.catalogue.fact_types import FieldType
from core.catalogue.plans import Budget, BudgetLine, Parameter, Plan, Step, Task
from core.indicators.evaluate import Measure, evaluate
from core.indicators.facts import FactRow, ListedFacts
from core.indicators.parse import parse
from tests.core.indicators.world import CATALOGUE as WORLD
from tests.core.indicators.world import DAY, fact_type, field, label, moment, plan, target

STEPS = ("p_1_1", "p_1_2", "p_2_1", "p_2_2")
LINES = ("p_i", "p_i_1", "p_i_2", "p_ii")

DONE = fact_type(
    "done",
    field("step", FieldType.CHOICE, *STEPS, "q_1_1"),
    field("status", FieldType.CHOICE, "begun", "ended"),
)
COST = fact_type("cost", field("line", FieldType.CHOICE, *LINES), field("amount", FieldType.MONEY))
PRIZE = fact_type("prize", field("org", FieldType.TEXT), field("year", FieldType.INTEGER))

CATALOGUE = replace(
    WORLD, fact_types={**WORLD.fact_types, **{kind.code: kind for kind in (DONE, COST, PRIZE)}}
)


def _step(code: str, starts: str | None, ends: str | None) -> Step:
    return Step(code=code, name=label(code), starts=starts, ends=ends)


def _line(code: str, amount: float | None, *lines: BudgetLine) -> BudgetLine:
    return BudgetLine(code=code, name=label(code), amount=amount, lines=lines)


PLAN = plan(target("count(visit)")).model_copy(
    update={
        "tasks": (
            Task(
                code="P-1",
                section="III",
                name=label("one"),
                steps=(_step("1", "2026-01", "2026-02"), _step("2", "2026-03", None)),
            ),
            Task(
                code="P-2",
                section="III",
                name=label("two"),
                steps=(_step("1", "2026-04", "2026-12"), _step("2", None, None)),
            ),
        ),
        "budget": Budget(
            total=150,
            lines=(_line("I", 100, _line("I.1", 30), _line("I.2", None)), _line("II", 50)),
        ),
        "parameters": (
            Parameter(code="enough", name=label("enough"), value="done"),
            Parameter(code="base", name=label("base"), value="4"),
            Parameter(code="unset", name=label("unset")),
        ),
    }
)


def measure(text: str, *rows: FactRow, day: date = DAY, whole: Plan | None = PLAN) -> Measure:
    """What a sentence comes to over these facts, in the plan above or another."""
    return evaluate(parse(text), ListedFacts(rows, CATALOGUE), CATALOGUE, moment(day), whole)
