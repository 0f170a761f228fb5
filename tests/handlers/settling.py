"""An admin at the list of what plans leave open: the buttons pressed, and what is stored of it."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import select

from core.catalogue.plans import Member, Target
from core.indicators.facts import Moment, members_on
from core.indicators.progress import TargetProgress
from reports.progress import target_progress
from storage.models import PlanSetting
from storage.queries.settled import settled_catalogue
from tests.handlers.village import Village

PRODUCTS, SCHOOLS = "san_pham_dac_trung", "truong_hoc_xa"
TODAY = date(2026, 5, 14)


def token(village: Village, part: str, who: str = "chi") -> str:
    """The token of the button shown last that has this in it."""
    buttons = village.last[f"demo-{who}"].buttons()
    found = [button.token for button in buttons if part in button.token]
    assert found, f"no button with {part!r} among {[button.token for button in buttons]}"
    return found[0]


async def tap(village: Village, *parts: str) -> str:
    """Press one button after the other, each shown by the message before."""
    said = ""
    for part in parts:
        said = await village.press("chi", token(village, part))
    return said


async def add(village: Village, roster: str, names: str, day: str = "today") -> str:
    """Add members by typing their names."""
    await village.press("chi", f"fo:roster:{roster}")
    await tap(village, ":choose:add")
    await village.say("chi", names)
    if any(":names:done" in button.token for button in village.last["demo-chi"].buttons()):
        await tap(village, ":names:done")
    if day == "today":
        await tap(village, f":day:{TODAY.isoformat()}")
    else:
        await village.say("chi", day)
    return await tap(village, ":confirm:yes")


async def take_away(village: Village, roster: str, code: str, day: str) -> str:
    await village.press("chi", f"fo:roster:{roster}")
    await tap(village, ":choose:out", f":leaving:{code}")
    await village.say("chi", day)
    asked = [button.token for button in village.last["demo-chi"].buttons()]
    meant = [each for each in asked if ":day:" in each][:1]  # a day of long ago is asked about
    return await tap(village, *meant, ":confirm:yes")


async def settings(village: Village) -> list[tuple[str, str, Any]]:
    rows = await village.db.read(lambda session: session.scalars(select(PlanSetting)).all())
    return [(row.kind, row.key, row.value) for row in rows]


async def members(village: Village, roster: str, day: date, at: datetime | None = None) -> list[Member]:
    """Who is on a roster on a day, as known at a moment."""
    cutoff = at or village.now
    found = await village.db.read(
        lambda session: settled_catalogue(session, village.knowledge.catalogue, "dong_cuu", cutoff)
    )
    return list(members_on(found, roster, day))


async def stands(village: Village, code: str, at: datetime | None = None) -> TargetProgress:
    moment = Moment(TODAY, at or village.now)
    every = await village.db.read(
        lambda session: target_progress(session, village.knowledge.catalogue, "dong_cuu", moment)
    )
    return next(item for item in every if item.target.code == code)


async def target_now(village: Village, code: str) -> Target:
    return (await stands(village, code)).target


async def decide(village: Village, answer: str, review: str) -> str:
    await village.press("chi", "fo:condition:DC2-3")
    await tap(village, f":choose:{answer}")
    await village.say("chi", "no school has the staff")
    await village.say("chi", review)
    return await tap(village, ":confirm:yes")
