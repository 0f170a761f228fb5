"""Lexicons are made anew when there is something new to hear, and only then."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.demo import sample_commune
from bot.seed import bring_in
from core.understanding.lexicon import Lexicon
from handlers.ear import FRESH, Ear
from storage.db import Database
from storage.models import Fact
from storage.repositories import organisations
from tests import shipped

NOW = datetime(2026, 5, 14, 8, tzinfo=UTC)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_a_lexicon_is_kept_until_reports_have_brought_other_names(db: Database) -> None:
    turns = shipped.knowledge().turns
    ear, commune = Ear(turns.ear.catalogue, turns.ear.common), sample_commune(turns)

    async def lexicon(after: timedelta) -> Lexicon | None:
        return await db.read(lambda session: ear.lexicon(session, commune.sample.tenant, NOW + after))

    def everything(session: Session) -> None:
        bring_in(session, shipped.catalogue())
        commune.bring_in(session, "test", NOW)

    def name_somebody(session: Session) -> None:
        report = session.scalars(select(Fact).limit(1)).one()
        report.fields = {**report.fields, "org": "HTX Nam Hoa", "org_type": "cooperative"}
        organisations.link_fact(session, report)

    await db.write(everything)
    first = await lexicon(timedelta())
    await db.write(name_somebody)
    assert first is not None
    assert await lexicon(FRESH / 2) is first
    second = await lexicon(FRESH)
    assert second is not first
    assert await lexicon(timedelta(days=7)) is second
