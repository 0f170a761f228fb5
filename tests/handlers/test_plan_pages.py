"""The pages of plans. plan_pages.yaml holds their very texts; `TIENDO_UPDATE=1` writes them anew."""

import os
from datetime import UTC, date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from sqlalchemy.orm import Session

from core.catalogue.fact_types import Role
from core.indicators.facts import Moment
from core.indicators.work import StepState
from core.messages import Button
from reports.reading import read_figures
from tests.handlers.province import WHO, enter, tell
from tests.handlers.village import Village

FILE = Path(__file__).with_name("plan_pages.yaml")
SCENES = yaml.load(FILE.read_text(encoding="utf-8"), yaml.CSafeLoader)
NOW = datetime(2026, 7, 2, 3, tzinfo=UTC)

#: what a phone shows without scrolling far
MOST_CHARACTERS, MOST_BUTTONS, WIDEST_BUTTON = 1500, 10, 24


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene["about"])
async def test_the_pages_read_as_written(village: Village, scene: dict[str, Any]) -> None:
    now = datetime.fromisoformat(scene["now"]).astimezone(UTC)
    await enter(village, scene["tenant"], now, scene.get("locale", "vi"))
    await tell(village, scene["tenant"], scene["facts"])
    shown = [await _shown(village, step["ask"]) for step in scene["steps"]]
    if os.environ.get("TIENDO_UPDATE"):
        _write(scene["about"], shown)
    else:
        assert shown == scene["steps"]


#: what leads away from figures: the menu, the register of scales, reports, forms
_AWAY = ("go:menu", "go:due", "rep:", "new:")


@pytest.mark.parametrize("locale", ["vi", "en"])
@pytest.mark.parametrize("tenant", ["dong_cuu", "bac_ninh", "lang_son", "bac_giang"])
async def test_every_page_fits_a_phone_and_leads_somewhere(
    village: Village, tenant: str, locale: str
) -> None:
    """Walks through every button there is but those of reports."""
    await enter(village, tenant, NOW, locale)
    await tell(village, tenant, _expenses(village, tenant))
    ahead, seen = ["go:progress"], set[str]()
    while ahead:
        token = ahead.pop()
        text = await village.press(WHO, token)
        buttons = village.last[f"demo-{WHO}"].buttons()
        assert 0 < len(text) <= MOST_CHARACTERS, (token, len(text))
        assert 0 < len(buttons) <= MOST_BUTTONS, token
        assert max(len(button.label) for button in buttons) <= WIDEST_BUTTON, token
        assert {"go:menu", "go:progress"} & {button.token for button in buttons}, token
        seen.add(token)
        following = {button.token for button in buttons if not button.token.startswith(_AWAY)}
        ahead = [*dict.fromkeys([*ahead, *following])]
        ahead = [each for each in ahead if each not in seen]
    catalogue = village.knowledge.catalogue
    for plan in catalogue.plans_of(tenant):
        assert {f"tg:{target.code}" for target in plan.targets} <= seen
        assert {f"tk:{task.code}" for task in plan.tasks} <= seen
        assert plan.budget is None or f"bd:{plan.code}" in seen


async def test_an_old_or_forged_button_of_figures_still_leads_to_the_figures(village: Village) -> None:
    forged = ("pl:NONE", "tg:NONE-1", "bh:NONE-1", "ts:NONE", "tk:NONE-1", "bd:NONE", "pl", "tg", "pg:3")
    for token in (*forged, "bd:DC1:x", "pl:DC1:99999", "tv:x", f"tv:{9**40}", "tw:NONE-1"):
        text = await village.press("dung", token)
        buttons = {button.token for button in village.last["demo-dung"].buttons()}
        assert text, token
        assert buttons & {"go:progress", "pl:DC1"}, token


async def test_no_page_shows_anything_of_a_plan_the_tenant_does_not_have(village: Village) -> None:
    other = village.knowledge.catalogue.plans["BG"]
    for token in ("pl:BG", "tg:BG-6", "bh:BG-6", "ts:BG", "tk:BG-I1", "bd:BG"):
        text = await village.press("dung", token)
        assert not any(target.name.vi in text for target in other.targets)


async def test_a_household_sees_no_page_of_figures(village: Village) -> None:
    own = await village.press("binh", "go:progress")
    refused = {
        await village.press("binh", token)
        for token in ("pl:DC1", "tg:DC1-1", "bh:DC1-1", "ts:DC1", "tk:DC1-T1", "bd:DC1")
    }
    assert len(refused) == 1
    assert not any(figure in text for text in (own, *refused) for figure in ("%", "DC1-"))


async def test_an_officer_reads_the_figures_too(village: Village) -> None:
    await enter(village, "bac_giang", NOW, "en", Role.OFFICER)
    assert "Television report" in await village.press(WHO, "bd:BG")


async def test_a_step_is_reported_from_the_page_of_its_task(village: Village) -> None:
    await enter(village, "bac_giang", NOW, role=Role.OFFICER)
    await village.press(WHO, "tk:BG-I1")
    token = village.last[f"demo-{WHO}"].buttons()[0].token
    assert "BG-I1.1" in {button.label[:7] for button in (await pressed(village, token))}


async def pressed(village: Village, token: str) -> tuple[Button, ...]:
    await village.press(WHO, token)
    return village.last[f"demo-{WHO}"].buttons()


async def test_a_number_picks_the_target_in_its_place(village: Village) -> None:
    await village.press("dung", "pl:DC1:1")
    third = village.last["demo-dung"].buttons()[2].token
    assert await village.say("dung", "3") == await village.press("dung", third)


async def test_every_report_behind_a_figure_can_be_opened(village: Village) -> None:
    await enter(village, "bac_giang", NOW)
    facts = [
        {"type": "expense", "date": date(2023, 3, day), "line": "bg_v", "kind": "thanh_toan", "amount": 1}
        for day in range(1, 16)
    ]
    await tell(village, "bac_giang", facts)
    first = await village.press(WHO, "tg:BG-9")
    offered = {button.token for button in village.last[f"demo-{WHO}"].buttons()}
    assert "bh:BG-9" in offered
    opened: set[str] = set()
    for page in range(3):
        await village.press(WHO, f"bh:BG-9:{page}")
        opened |= {button.token for button in village.last[f"demo-{WHO}"].buttons()}
    reports = sorted(token for token in opened if token.startswith("rep:"))
    assert len(reports) == len(facts)
    for token in reports:
        assert "XX-" in await village.press(WHO, token)
    assert first.count("XX-") == 4


@pytest.mark.parametrize(("until", "wanted"), [(date(2023, 4, 30), [4, 0]), (date(2023, 5, 31), [8, 1])])
async def test_a_report_of_the_past_knows_what_was_known_then(
    village: Village, until: date, wanted: list[int]
) -> None:
    await enter(village, "bac_giang", NOW)
    paid = {"type": "expense", "line": "bg_v", "kind": "thanh_toan", "amount": 4}
    done = {"type": "step_done", "step": "bg_i1_1", "status": "xong"}
    march, may = date(2023, 3, 1), date(2023, 5, 2)
    await tell(village, "bac_giang", [{**paid, "date": march}, {**paid, "date": may}, {**done, "date": may}])
    catalogue = village.knowledge.catalogue
    plan = catalogue.plans["BG"]

    def read(session: Session) -> list[Decimal | int]:
        moment = Moment(until, datetime.combine(until, time(17, tzinfo=UTC)))
        figures = read_figures(session, catalogue, "bac_giang", moment)
        money = figures.budget(plan)
        finished = sum(task.count(StepState.DONE) for task in figures.tasks(plan))
        return [money.spent if money else -1, finished]

    assert await village.db.read(read) == wanted


def _expenses(village: Village, tenant: str) -> list[dict[str, Any]]:
    """On every line of the tenant's budgets more than it has."""
    plans = village.knowledge.catalogue.plans_of(tenant)
    day = NOW.date().replace(month=3)
    return [
        {
            "type": "expense",
            "date": day,
            "line": line.option(plan.code),
            "kind": "thanh_toan",
            "amount": 99999,
        }
        for plan in plans
        if plan.budget
        for line in plan.budget.all_lines()
    ]


async def _shown(village: Village, ask: str) -> dict[str, Any]:
    """Typed where it is a number, a word or a command; else the button of that token."""
    say = village.press if ":" in ask else village.say
    text = await say(WHO, ask)
    rows = village.last[f"demo-{WHO}"].rows
    return {"ask": ask, "text": text, "buttons": [[button.label for button in row] for row in rows]}


def _write(about: str, shown: list[dict[str, Any]]) -> None:
    scenes = yaml.load(FILE.read_text(encoding="utf-8"), yaml.CSafeLoader)
    written = [{**each, "steps": shown} if each["about"] == about else each for each in scenes]
    text = yaml.dump(written, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=110)
    FILE.write_text(text, encoding="utf-8")


class _Dumper(yaml.SafeDumper):
    """Long texts as blocks, so that a person can read them."""


def _text(dumper: yaml.SafeDumper, value: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style="|" if "\n" in value else None)


_Dumper.add_representer(str, _text)
