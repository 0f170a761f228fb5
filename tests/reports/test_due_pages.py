"""Lists of what is due that are long: the units of a calendar by pages, the communes of a province."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from bot.seed import bring_in
from core.texts import Speech
from reports.due.below import late_below
from reports.due.countdown import UNITS, countdown, unit_pages
from scheduler.occasion import Content
from storage.db import Database
from tests.reports.test_due import MORNING, ahead_of
from tests.scheduler.world import World
from tests.shipped import catalogue, texts


@pytest.fixture
async def world(db: Database) -> World:
    await db.write(lambda session: bring_in(session, catalogue()))
    return World(db, Content(catalogue(), texts()))


async def test_units_that_do_not_fit_one_page_of_the_calendar_stand_on_the_next(world: World) -> None:
    ahead = await ahead_of(world, MORNING)
    many = replace(ahead, units=tuple(replace(ahead.units[0], pending=n) for n in range(UNITS + 1)))
    assert (unit_pages(many), unit_pages(replace(ahead, units=()))) == (2, 1)
    told = [texts().render(countdown(many, page), "vi").count(" %") for page in range(2)]
    assert told == [UNITS, 1]


async def test_what_went_up_from_the_communes_is_listed_for_their_province(world: World) -> None:
    await world.person("An", unit="phong_vhxh")

    def read(days: int) -> Callable[[Session], Speech | None]:
        return lambda session: late_below(session, catalogue(), "bac_ninh", MORNING + timedelta(days=days))

    late = await world.db.read(read(6))
    assert late is not None
    told = texts().render(late, "vi")
    assert "xã Đông Cứu" in told
    assert "(DC1, 2026)" in told
    assert await world.db.read(read(0)) is None
