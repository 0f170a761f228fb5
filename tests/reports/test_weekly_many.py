"""Of many targets the weekly summary and the reminder name the goals that matter this week, no others."""

from datetime import date
from typing import Any

import pytest

from core.catalogue.plans import Goal, Target
from core.messages import Outbound
from reports.weekly import MOST_TARGETS, read_week, weekly_message
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


async def summary(world: World, *targets: Target, locale: str = "en") -> Outbound:
    """The summary of Friday at four, over targets of these kinds."""
    content = catalogue(targets)
    figures = await world.db.read(lambda session: read_week(session, content, "dong_cuu", SUMMARY))
    return weekly_message(figures, content, world.content.texts, locale)


def names(message: Outbound) -> list[str]:
    """The targets the message names, in order."""
    return [line.split("**")[1] for line in message.text.splitlines() if line.startswith("• **")]


async def test_only_goals_that_lag_are_named_and_all_others_counted(world: World) -> None:
    told = await summary(world, *QUIET, *DUTIES, *FOLLOWED, named("late", 100), named("annex", 90, kind="A"))
    assert names(told) == ["late", "annex"]
    assert "🟢 20 on pace · 🔴 7 need you · 🔹 5 followed" in told.text
    assert "… and 30 more targets\n" in told.text
    assert told.text.count("on pace") == 1
    assert told.buttons()[0].token == "+go:progress"


async def test_duties_that_need_somebody_are_named_in_one_line(world: World) -> None:
    told = await summary(world, *QUIET, *DUTIES, *FOLLOWED, named("late", 100))
    assert "🔴 Also need you: duty0; duty1; duty2 and 2 more" in told.text
    told = await summary(world, *QUIET, DUTIES[0])
    assert "🔴 Also need you: duty0\n" in f"{told.text}\n"
    told = await summary(world, *QUIET, named("late", 100))
    assert "Also need you" not in told.text


async def test_a_goal_reached_this_week_is_named_once(world: World) -> None:
    await world.reports(await world.person("An"), MONDAY, people=3)
    told = await summary(world, *QUIET, named("late", 100), named("new", 3))
    assert names(told) == ["late", *(item.name.en for item in QUIET), "new"][:MOST_TARGETS]
    told = await summary(world, *FOLLOWED, named("late", 100), named("new", 3))
    assert names(told) == ["late", "new"]
    assert "3/3" in told.text


async def test_a_goal_reached_before_this_week_is_only_counted(world: World) -> None:
    await world.reports(await world.person("An"), LONG_AGO, people=3)
    told = await summary(world, *FOLLOWED, *DUTIES, named("old", 3))
    assert names(told) == []
    assert "🟢 1 on pace" in told.text


async def test_a_ceiling_is_named_when_it_is_exceeded_and_never_for_being_kept(world: World) -> None:
    await world.reports(await world.person("An"), MONDAY, people=30)
    ceilings = [
        named(name, 1, goals=(Goal(op="<=", value=value, due=date(2026, 12, 31)),))
        for name, value in (("kept", 30), ("over", 29))
    ]
    told = await summary(world, *FOLLOWED, *DUTIES, *ceilings)
    assert names(told) == ["over"]
    assert "🔴 exceeded" in told.text


async def test_when_no_target_lags_it_says_so(world: World) -> None:
    told = await summary(world, *QUIET)
    assert names(told) == []
    assert "No target is behind." in told.text


async def test_few_targets_are_all_named_whatever_their_kind(world: World) -> None:
    told = await summary(world, *QUIET[:2], *DUTIES[:2], *FOLLOWED[: MOST_TARGETS - 4])
    assert len(names(told)) == MOST_TARGETS
    assert "more target" not in told.text


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
