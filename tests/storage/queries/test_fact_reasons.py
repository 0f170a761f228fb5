"""Why a report moves nothing must be the same over the database as over plain facts."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from core.indicators.facts import FactRow, Facts, ListedFacts, Moment
from core.indicators.outcome import Scope
from core.indicators.parse import parse
from core.indicators.reasons import reason
from core.texts import Speech
from storage.db import Database
from storage.queries.facts import StoredFacts
from tests.core.indicators.world import CATALOGUE, plan, target
from tests.storage.queries.random_facts import facts, settle, store

SENTENCES = [
    "distinct(visit.(note, level) latest by note, level where stage >= begun)",
    "distinct(visit.(names, topics, place) having count >= 2 where names in roster(team))",
    "distinct(visit.note having distinct(level) >= 2 where not level = low in year)",
    "common(distinct(visit.note latest by note where stage >= begun), distinct(visit.note where topics = a))",
    "common(distinct(visit.level having count >= 2), distinct(check.kind where number >= 3))",
    "union(distinct(visit.(note, year) where unit = office), distinct(check.(kind, unit) having count = 2))",
    "ratio(distinct(visit.names latest by note from 2026-01-01 to 2026-06-30), roster(team))",
    "ratio(distinct(visit.(note, level) where stage = done), distinct(visit.(note, level)))",
    "growth(distinct(visit.note in year))",
    "growth(sum(visit.number latest by note in year), base 2025 = 3)",
    "avg(visit.share where place.kind = market)",
    "delay(visit.note where stage = done, after visit.note where stage = begun)",
    "latest(visit.number where level in @upper) - count(visit latest by place)",
    "register(survey.number minus visit.number by level)",
    "any(stage(visit where level in @upper) >= done, count(visit) >= 2)",
]
PLAN = plan(target("count(visit)"))
rows = st.lists(facts(), max_size=10).map(
    lambda found: tuple(replace(row, id=number) for number, row in enumerate(found, start=1))
)
moments = st.dates(date(2025, 6, 1), date(2027, 1, 31)).map(
    lambda day: Moment(day, datetime.combine(day, time(9), tzinfo=UTC))
)


def _reasons(told: FactRow, source: Facts, moment: Moment) -> dict[str, Speech]:
    scope = Scope(source, CATALOGUE, moment, PLAN)
    return {text: reason(parse(text), told, scope) for text in SENTENCES}


async def test_the_database_gives_the_same_reasons(db: Database) -> None:
    def run(session: Session) -> None:
        tenant = settle(session)

        @settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
        @given(rows, facts(), moments)
        def same(found: tuple[FactRow, ...], other: FactRow, moment: Moment) -> None:
            recorded = min(other.recorded_at, moment.cutoff)
            told = replace(other, id=99, recorded_at=recorded, confirmed_at=recorded, ended_at=None)
            with session.begin_nested() as attempt:
                store(session, tenant, found)
                stored = StoredFacts(session, CATALOGUE, [tenant])
                assert _reasons(told, stored, moment) == _reasons(told, ListedFacts(found, CATALOGUE), moment)
                attempt.rollback()

        same()

    await db.write(run)
