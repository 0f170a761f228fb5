"""Every kind of figure in words, in both languages: a target's line, what stands beside it, what moved it."""

from dataclasses import replace
from typing import Any

import pytest

from core.catalogue.plans import SideFigure
from core.indicators.facts import ListedFacts
from core.indicators.movement import movements
from core.texts import LOCALES, Speech
from reports.figures import side_figure
from reports.goal_words import goal_line
from reports.progress import movement_line, target_line
from tests import shipped
from tests.core.indicators.plan_world import CATALOGUE
from tests.core.indicators.world import moment
from tests.reports.figure_cases import DAY, UNIT, compare, figures_of, plan_of, read_cases, rows_of

TEXTS = shipped.texts()


def said(speech: Speech) -> dict[str, str]:
    return {locale: TEXTS.render(speech, locale) for locale in LOCALES}


@pytest.mark.parametrize("case", read_cases("figures.yaml"), ids=lambda case: case["about"])
def test_each_kind_of_target_has_its_words(case: dict[str, Any]) -> None:
    plan = plan_of(case)
    item = figures_of(case).stands(plan, plan.targets[0])
    goal = goal_line(item)
    found = {
        locale: {
            "line": TEXTS.render(target_line(item), locale).split("\n")[1],
            **({"goal": TEXTS.render(goal, locale)} if goal else {}),
        }
        for locale in LOCALES
    }
    compare("figures.yaml", case, found)


@pytest.mark.parametrize("case", read_cases("side_figures.yaml"), ids=lambda case: case["about"])
def test_each_kind_of_figure_beside_a_target_has_its_words(case: dict[str, Any]) -> None:
    beside = SideFigure(name=UNIT, unit=UNIT, indicator=case["indicator"])
    whole = plan_of({**case, "indicator": "count(visit)"})
    target = whole.targets[0].model_copy(update={"also": (beside,)})
    ((_, measure),) = figures_of(case).sides(whole, target)
    compare("side_figures.yaml", case, said(side_figure(beside, measure, whole, DAY)))


@pytest.mark.parametrize("case", read_cases("movements.yaml"), ids=lambda case: case["about"])
def test_a_receipt_says_what_a_report_did_to_each_kind_of_target(case: dict[str, Any]) -> None:
    *before, last = rows_of(case)
    town = replace(CATALOGUE, plans={"P": plan_of(case)})
    (found,) = movements(last, town, "town", ListedFacts(tuple(before), town), moment(DAY))
    compare("movements.yaml", case, said(movement_line(found, DAY)))
