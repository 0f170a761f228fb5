"""Every night the figures of each tenant are made ready."""

from datetime import timedelta
from functools import partial

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from core.catalogue.plans import JobTime
from scheduler.jobs import prepare_figures
from scheduler.occasion import Content
from storage.models import Base, PreparedAnswer, PreparedFigures
from tests import shipped
from tests.scheduler.world import DAY, MONDAY, SUMMARY, World, catalogue

NIGHT = SUMMARY + timedelta(hours=11, minutes=30)  # Saturday 03:30 in Vietnam


async def test_answers_are_made_once_a_night_where_there_are_many_reports(world: World) -> None:
    world.content = Content(catalogue(jobs={prepare_figures.NAME: JobTime(at="03:30")}), shipped.texts())
    an = await world.person("An")
    for _ in range(prepare_figures.LEAST):
        await world.reports(an, MONDAY)
    (first,) = [run for run in (await world.scheduler().tick(NIGHT)).runs if run.tenant == "dong_cuu"]
    assert first.counts["made"] == first.counts["ready"] > 0
    assert (await world.scheduler().tick(NIGHT + timedelta(hours=1))).runs == ()
    (second,) = [run for run in (await world.scheduler().tick(NIGHT + DAY)).runs if run.tenant == "dong_cuu"]
    assert 0 < second.counts["made"] <= second.counts["ready"] == first.counts["ready"]
    # the figures of the one plan
    for left, count in ((PreparedAnswer, first.counts["ready"]), (PreparedFigures, 1)):
        there = await world.db.read(partial(_count, left))
        assert there == count


def _count(left: type[Base], session: Session) -> int | None:
    return session.scalar(select(func.count()).select_from(left))
