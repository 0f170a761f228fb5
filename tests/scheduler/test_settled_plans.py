"""Reminders and summaries go by what the tenant's admin has settled, at the moment they tell of."""

from datetime import datetime
from typing import Any

from core.texts import Label, say
from reports.summary.reading import read_summary
from storage.db import Database
from storage.repositories import plan_settings
from tests.scheduler.world import HOUR, LONG_AGO, MONDAY, REMINDER, SUMMARY, World, catalogue, target


async def settle(world: World, kind: str, key: str, value: dict[str, Any], at: datetime) -> None:
    """The admin of the first tenant decides."""
    admin = await world.person("Admin", role="admin", unit=None)

    def decide(session: Any) -> None:
        plan_settings.decide(session, 1, kind, key, value, (admin, at))

    await world.db.write(decide)


async def test_officers_are_reminded_of_what_their_unit_was_given(db: Database) -> None:
    world = await World.create(db, catalogue((target("DC1-1", None, "Courses"),)))
    await world.person("An", unit="van_hoa")
    await world.person("Bo", unit="kinh_te")
    await settle(world, "owner", "DC1-1", {"unit": "kinh_te"}, MONDAY)
    await world.scheduler().tick(REMINDER)
    told = ["Courses" in message.text for message in await world.messages("weekly_reminder")]
    assert told == [False, True]


async def conditional(db: Database) -> World:
    """One target that holds only under a condition."""
    open_target = target("DC1-1", None, "Clubs").model_copy(update={"conditional": Label(vi="x", en="x")})
    world = await World.create(db, catalogue((open_target,)))
    await world.person("Manager", role="manager", unit=None, locale="en")
    return world


async def test_the_summary_counts_a_target_that_does_not_apply_by_itself(db: Database) -> None:
    world = await conditional(db)
    decided = {"met": False, "reason": "no staff", "review": None}
    await settle(world, "condition", "DC1-1", decided, MONDAY)
    await world.scheduler().tick(SUMMARY)
    text = (await world.messages("weekly_summary"))[0].text
    texts = world.content.texts
    assert texts.render(say("summary-not-applicable", count=1), "en") in text
    assert texts.render(say("summary-at-risk", count=1), "en") not in text


async def test_what_is_decided_after_the_moment_told_of_changes_nothing(db: Database) -> None:
    world = await conditional(db)
    decided = {"met": False, "reason": "no staff", "review": None}
    await settle(world, "condition", "DC1-1", decided, SUMMARY + HOUR)
    await world.scheduler().tick(SUMMARY)
    texts = world.content.texts
    text = (await world.messages("weekly_summary"))[0].text
    assert texts.render(say("summary-at-risk", count=1), "en") in text


async def test_what_applies_only_since_this_week_is_newly_reached_though_its_reports_are_older(
    db: Database,
) -> None:
    clubs = target("DC1-0", None, "Clubs", 3).model_copy(update={"conditional": Label(vi="x", en="x")})
    quiet = tuple(target(f"DC1-{number}", None, f"Quiet {number}", 1) for number in range(1, 9))
    content = catalogue((clubs, *(each.model_copy(update={"goals": ()}) for each in quiet)))
    world = await World.create(db, content)
    await world.reports(await world.person("An"), LONG_AGO, people=3)
    for met, at in ((False, LONG_AGO), (True, MONDAY + HOUR)):
        await settle(world, "condition", "DC1-0", {"met": met, "reason": "x", "review": None}, at)
    found = await db.read(lambda session: read_summary(session, content, "dong_cuu", SUMMARY))
    assert [item.target.name.en for item in found.newly] == ["Clubs"]
