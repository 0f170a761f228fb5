"""Tenants, units and places come from the content into the database."""

import asyncio

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session
from sqlalchemy.util import await_only

from bot.seed import bring_in
from core.catalogue import Catalogue
from storage.db import Database, open_database
from storage.models import Place, Tenant, Unit
from tests import shipped


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return shipped.catalogue()


def counts(session: Session) -> list[int]:
    return [session.scalar(select(func.count()).select_from(model)) or 0 for model in (Tenant, Unit, Place)]


def expected(catalogue: Catalogue) -> list[int]:
    tenants = catalogue.tenants.values()
    units = sum(len(tenant.units) for tenant in tenants)
    return [len(tenants), units, sum(len(tenant.places) for tenant in tenants)]


async def test_all_of_them_come_in_and_the_next_start_adds_nothing(
    db: Database, catalogue: Catalogue
) -> None:
    for _ in range(2):
        await db.write(lambda session: bring_in(session, catalogue))
    assert await db.read(counts) == expected(catalogue)


async def test_a_new_name_is_followed(db: Database, catalogue: Catalogue) -> None:
    await db.write(lambda session: bring_in(session, catalogue))
    await db.write(lambda session: setattr(session.scalars(select(Unit)).first(), "name", "?"))
    await db.write(lambda session: bring_in(session, catalogue))
    names = await db.read(lambda session: set(session.scalars(select(Unit.name))))
    assert names == {unit.name for tenant in catalogue.tenants.values() for unit in tenant.units}


async def test_units_come_with_their_first_and_last_day(db: Database, catalogue: Catalogue) -> None:
    """So that nobody waits for the weekly report of an office that is no more."""
    await db.write(lambda session: bring_in(session, catalogue))
    query = select(Tenant.code, Unit.code, Unit.valid_from, Unit.valid_to).join(Tenant)
    stored = await db.read(lambda session: {tuple(row) for row in session.execute(query)})
    tenants = catalogue.tenants.values()
    assert stored == {(t.code, unit.code, unit.since, unit.until) for t in tenants for unit in t.units}
    assert any(until for _, _, _, until in stored)


async def test_of_two_processes_that_start_together_one_brings_it_in(
    postgres_url: str, catalogue: Catalogue
) -> None:
    db, other = await open_database(postgres_url), await open_database(postgres_url)
    brought, finish = asyncio.Event(), asyncio.Event()

    def slowly(session: Session) -> None:
        bring_in(session, catalogue)
        brought.set()
        await_only(finish.wait())

    first = asyncio.create_task(db.write(slowly))
    await brought.wait()
    second = asyncio.create_task(other.write(lambda session: bring_in(session, catalogue)))
    await asyncio.sleep(0.2)  # the second one is waiting by now, or has gone wrong
    finish.set()
    await asyncio.gather(first, second)
    assert await db.read(counts) == expected(catalogue)
    await db.close()
    await other.close()
