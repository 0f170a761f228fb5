from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session

from core.errors import TiendoError
from core.indicators.evaluate import evaluate
from core.indicators.facts import Ask, FactRow, Moment
from core.indicators.parse import parse
from storage.db import Database
from storage.queries.fact_rows import fact_row_of
from storage.queries.facts import StoredFacts
from storage.queries.progress import tenant_facts
from storage.repositories.facts import confirm
from tests import shipped
from tests.storage.queries.commune import MORNING, report, settle

CATALOGUE = shipped.catalogue()
LATER = MORNING + timedelta(days=3)


async def _row(db: Database, by: str, kind: str, **more: Any) -> FactRow:
    """A stored report as figures read it."""

    def run(session: Session) -> FactRow:
        commune = settle(session)
        more.setdefault("place_id", commune.market)
        found = fact_row_of(session, CATALOGUE, report(session, commune, by, kind, **more))
        assert found is not None
        return found

    return await db.write(run)


async def test_a_stored_report_comes_with_the_codes_of_its_place_and_unit(db: Database) -> None:
    row = await _row(db, "An", "instrument_verified", fields={"checked": 45, "passed": 43})
    assert (row.place, row.place_kind, row.unit) == ("cho_ngu", "cho", "phong_kinh_te")
    assert row.recorded_at == MORNING


async def test_computed_fields_are_there_even_if_they_were_not_stored(db: Database) -> None:
    row = await _row(db, "An", "instrument_verified", fields={"checked": 45, "passed": 43})
    assert row.fields["failed"] == 2


@pytest.mark.parametrize(
    ("status", "expected"), [("confirmed", MORNING), ("pending", None), ("rejected", None)]
)
async def test_what_is_stored_as_confirmed_counts_from_when_it_was_recorded(
    db: Database, status: str, expected: datetime | None
) -> None:
    row = await _row(db, "An", "instrument_added", status=status)
    assert row.confirmed_at == expected


async def test_what_waited_counts_from_when_it_was_confirmed(db: Database) -> None:
    def run(session: Session) -> datetime | None:
        commune = settle(session)
        fact_id = report(session, commune, "Bình", "instrument_added", status="pending")
        confirm(session, fact_id, commune.people["An"], LATER)
        row = fact_row_of(session, CATALOGUE, fact_id)
        return row.confirmed_at if row else None

    assert await db.write(run) == LATER


async def test_only_this_tenant_s_reports_of_the_type_and_days_are_read(db: Database) -> None:
    def run(session: Session) -> list[int]:
        elsewhere = settle(session, "elsewhere")
        report(session, elsewhere, "An", "model_site")
        commune = settle(session)
        report(session, commune, "An", "club")
        for day in (date(2025, 12, 31), date(2026, 1, 1), date(2026, 7, 1), date(2026, 7, 2)):
            report(session, commune, "An", "model_site", occurred_from=day, occurred_to=day)
        facts = StoredFacts(session, CATALOGUE, [commune.tenant])
        asked = Ask("model_site", date(2026, 1, 1), date(2026, 7, 1), LATER)
        return [row.occurred_from.day for row in facts.read(asked)]

    assert await db.write(run) == [1, 1]


async def test_a_type_and_window_is_read_once(db: Database) -> None:
    def run(session: Session) -> int:
        commune = settle(session)
        facts = tenant_facts(session, CATALOGUE, "dong_cuu")
        asked: list[str] = []

        def note(connection: object, cursor: object, statement: str, *_: object) -> None:
            asked.append(statement)

        connection = session.connection()
        event.listen(connection, "before_cursor_execute", note)
        for _ in range(3):
            evaluate(
                parse("ratio(count(club in year), count(club in year))"),
                facts,
                CATALOGUE,
                Moment(date(2026, 7, 1), LATER),
            )
        event.remove(connection, "before_cursor_execute", note)
        assert commune.tenant
        return len(asked)

    assert await db.write(run) == 1


async def test_a_report_of_the_past_stays_as_it_was_after_a_correction(db: Database) -> None:
    def run(session: Session) -> list[object]:
        commune = settle(session)
        fields = {"organizer_level": "tinh", "subject": "5s"}
        report(
            session,
            commune,
            "An",
            "training_attendance",
            fields={**fields, "audience": {"can_bo": 6}},
            status="superseded",
            confirmed_at=MORNING,
            ended_at=LATER,
        )
        report(
            session,
            commune,
            "An",
            "training_attendance",
            fields={**fields, "audience": {"can_bo": 4}},
            recorded_at=LATER,
        )
        facts = tenant_facts(session, CATALOGUE, "dong_cuu")
        sentence = parse("sum(training_attendance.audience where organizer_level in @cap_tren in year)")
        day = date(2026, 7, 1)
        moments = [Moment(day, MORNING), Moment(day, LATER)]
        return [evaluate(sentence, facts, CATALOGUE, moment).value for moment in moments]

    assert await db.write(run) == [6, 4]


async def test_rosters_are_those_of_the_content_on_the_day(db: Database) -> None:
    def run(session: Session) -> int:
        settle(session)
        schools = CATALOGUE.rosters["truong_hoc_xa"]
        closed = schools.members[0].model_copy(update={"until": date(2026, 5, 31)})
        changed = schools.model_copy(update={"members": (closed, *schools.members[1:])})
        catalogue = replace(CATALOGUE, rosters={**CATALOGUE.rosters, "truong_hoc_xa": changed})
        facts = tenant_facts(session, catalogue, "dong_cuu")
        return len(facts.roster("truong_hoc_xa", date(2026, 6, 1)))

    assert await db.write(run) == len(CATALOGUE.rosters["truong_hoc_xa"].members) - 1


async def test_a_tenant_that_is_not_in_the_database_is_named(db: Database) -> None:
    with pytest.raises(TiendoError, match="nowhere"):
        await db.read(lambda session: tenant_facts(session, CATALOGUE, "nowhere"))
