"""`tiendo audit check` says whether the trail holds, and admins hear when it does not."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session
from typer.testing import CliRunner

from bot.backup_news import tell_broken
from bot.cli import app
from core.trail import Break
from storage.db import Database, open_database
from storage.models import Audit, Outbox, Person, Tenant
from storage.repositories import audit
from storage.triggers import guard_trail, unguard_trail
from tests import shipped
from tests.handlers.village import Village

NOW = datetime(2026, 5, 11, 1, 30, tzinfo=UTC)


async def test_a_check_says_where_a_chain_is_broken(
    sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    db = await open_database(sqlite_url)

    def three(session: Session) -> str:
        session.add(Tenant(id=1, code="mau", name="x"))
        for number in range(3):
            audit.note(session, audit.Change(NOW, None, "export", "tenant", 1, new={"n": number}, chain=1))
        session.commit()
        return audit.checked(session, 1).seal

    seal = await db.write(three)
    monkeypatch.setenv("TIENDO_DATABASE_URL", sqlite_url)
    monkeypatch.setenv("TIENDO_DATA_DIR", str(tmp_path))
    run = CliRunner()
    cases: list[tuple[list[str], int, str]] = [
        ([], 0, f"mau: 3 lines, the last one 3:{seal}; whole"),
        (["--tenant", "mau", "--known", f"3:{seal[:12]}"], 0, "whole"),
        (["--tenant", "mau", "--known", f"2:{seal[:12]}"], 1, "whole"),
    ]
    for options, status, said in cases:
        result = await asyncio.to_thread(run.invoke, app, ["audit", "check", *options])
        assert (result.exit_code, said in result.stdout) == (status, True), result.output

    def forge(session: Session) -> None:
        unguard_trail(session.connection())
        session.execute(update(Audit).where(Audit.seq == 2).values(new={"n": 9}))
        guard_trail(session.connection())

    await db.write(forge)
    result = await asyncio.to_thread(run.invoke, app, ["audit", "check"])
    assert (result.exit_code, "line 2: what it tells was altered" in result.stdout) == (1, True)
    await db.close()


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_admins_of_that_tenant_hear_of_it_once_a_day(db: Database) -> None:
    await Village(db, shipped.knowledge()).build()
    admins = select(Person.id, Person.tenant_id).where(Person.role == "admin").order_by(Person.id)
    (one, tenant), (_, other) = await db.read(lambda session: session.execute(admins).all())
    found = (Break(2, "words"),)
    told = [
        await db.write(tell_broken(shipped.knowledge(), NOW, [audit.Checked(chain, 3, "x", found)]))
        for chain in (tenant, tenant, 99, audit.INSTALLATION)
    ]
    rows = select(Outbox.person_id).where(Outbox.dedupe_key.like("backup:%:trail"))
    assert told == [1, 0, 0, 1]
    assert tenant != other
    assert one in await db.read(lambda session: session.scalars(rows).all())
