"""Of many targets the summary and the reminder name the goals that matter this week, no others."""

from datetime import date
from typing import Any

import pytest

from core.catalogue.plans import Goal, Target
from reports.summary.message import summary_message
from reports.summary.reading import Summary, read_summary, urgent_first
from scheduler.occasion import Content
from scheduler.reminder import needing_attention
from storage.db import Database
from tests.scheduler.world import LONG_AGO, MONDAY, SUMMARY, World, catalogue, target


@pytest.fixture
async def world(db: Database) -> World:
    return await World.create(db)


def named(name: str, goal: int, **more: Any) -> Target:
    """So many people to be trained in a year."""
    return target(f"DC1-{name}", None, name, goal).model_copy(update=more)


#: with nothing reported yet they are in step in May: one person a year is not expected before its end
QUIET = tuple(named(f"quiet{number}", 1) for number in range(20))
#: and so many more are behind
DUTIES = tuple(named(f"duty{number}", 100, kind="D") for number in range(5))
FOLLOWED = tuple(named(f"followed{number}", 1, kind="D", goals=()) for number in range(5))


async def summary(world: World, *targets: Target) -> tuple[Summary, list[str]]:
    """The summary of Friday at four over targets of these kinds, and its lines."""
    content = catalogue(targets)
    found = await world.db.read(lambda session: read_summary(session, content, "dong_cuu", SUMMARY))
    texts = world.content.texts
    text = texts.render(summary_message(found, texts, "en").text, "en")
    return found, text.replace("**", "").splitlines()


async def test_what_needs_somebody_is_named_goals_first_and_all_others_counted(world: World) -> None:
    _, lines = await summary(
        world, *QUIET, *DUTIES, *FOLLOWED, named("late", 100), named("annex", 90, kind="A")
    )
    assert lines[1] == "🟢 20 on pace · 🔴 7 need you · 🔹 5 followed"
    assert lines[2] == "🔴 Need you: late: 0/100 lượt; annex: 0/90 lượt; duty0: 0/100 lượt and 4 more"


async def test_duties_are_named_where_no_goal_needs_somebody(world: World) -> None:
    _, lines = await summary(world, *QUIET, *DUTIES, *FOLLOWED)
    assert lines[2] == "🔴 Need you: duty0: 0/100 lượt; duty1: 0/100 lượt; duty2: 0/100 lượt and 2 more"
    _, lines = await summary(world, *QUIET)
    assert lines[2] == "No target is behind."


async def test_a_goal_reached_this_week_is_named_once(world: World) -> None:
    await world.reports(await world.person("An"), MONDAY, people=3)
    _, lines = await summary(world, *FOLLOWED, *DUTIES, named("late", 100), named("new", 3))
    assert lines[2:4] == [
        "🔴 Need you: late: 3/100 lượt; duty0: 3/100 lượt; duty1: 3/100 lượt and 3 more",
        "🎉 Just reached: new: 3/3 lượt",
    ]


async def test_a_goal_reached_before_this_week_is_only_counted(world: World) -> None:
    await world.reports(await world.person("An"), LONG_AGO, people=3)
    found, lines = await summary(world, *FOLLOWED, named("old", 3))
    assert found.newly == ()
    assert lines[1:3] == ["✅ 1 reached · 🔹 5 followed", "No target is behind."]


async def test_a_ceiling_is_named_when_it_is_exceeded_and_never_for_being_kept(world: World) -> None:
    await world.reports(await world.person("An"), MONDAY, people=30)
    ceilings = [
        named(name, 1, goals=(Goal(op="<=", value=value, due=date(2026, 12, 31)),))
        for name, value in (("kept", 30), ("over", 29))
    ]
    found, lines = await summary(world, *FOLLOWED, *DUTIES, *ceilings)
    assert lines[2].startswith("🔴 Need you: over: 30")
    assert "kept" not in lines[2]
    assert found.newly == ()


async def test_those_that_need_somebody_come_first_and_goals_before_duties(world: World) -> None:
    found, _ = await summary(world, *FOLLOWED, *QUIET[:1], *DUTIES[:1], named("late", 100))
    names = [item.target.name.en for item in found.targets]
    assert names[:3] == ["late", "duty0", "quiet0"]
    assert urgent_first(found.targets) == found.targets


@pytest.mark.parametrize(
    ("targets", "wanted"),
    [((*QUIET, *DUTIES, *FOLLOWED, named("late", 100)), ["late"]), ((*QUIET[:2], *DUTIES[:1]), ["duty0"])],
    ids=["many", "few"],
)
async def test_the_reminder_speaks_of_lagging_goals_only_where_there_are_many_targets(
    world: World, targets: tuple[Target, ...], wanted: list[str]
) -> None:
    content = Content(catalogue(targets), world.content.texts)
    attention = await world.db.read(lambda session: needing_attention(session, content, "dong_cuu", SUMMARY))
    assert [item.target.name.en for item in attention] == wanted
