"""The database counts and adds up what a figure needs; it must come to what the engine finds fact by fact."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from core.indicators.evaluate import evaluate
from core.indicators.facts import ChangedFacts, FactRow, Facts, ListedFacts, Moment
from core.indicators.parse import parse
from storage.db import Database
from storage.queries.facts import StoredFacts
from tests.core.indicators.world import CATALOGUE, plan, target
from tests.storage.queries.random_facts import facts, settle, store

SENTENCES = [
    "count(visit)",
    "count(visit where level in @upper in year)",
    "count(visit where place = square and place.kind = market and unit = office)",
    "count(visit where year = 2026 or number >= 5)",
    "count(visit latest by note where stage >= begun)",
    "answered(visit.note by topics where level = low with visit.names by topics where stage >= begun)",
    "distinct(visit.note new by note, level where stage >= begun in year)",
    "count(visit latest by note, topics where place.kind = market in year)",
    "distinct(visit.place latest by level, place where number >= 2)",
    "sum(visit.number where level != low)",
    "sum(visit.number where number > 2 in plan)",
    "sum(visit.people[staff] where topics = a in 6 months)",
    "sum(visit.share where level != high)",
    "sum(visit.people)",
    "sum(visit.people[staff, guests] where people = guests)",
    "distinct(visit.names where level in @upper)",
    "distinct(visit.names where names in roster(team))",
    "distinct(visit.note latest by note, level where stage = done)",
    "distinct(visit.topics where not level = low)",
    "common(distinct(visit.(note, level) latest by note, level), distinct(visit.(note, level) in year))",
    "ratio(distinct(visit.note latest by note, level where stage >= begun), distinct(visit.note in year))",
    "ratio(distinct(visit.names where level in @upper), roster(team))",
    "ratio(distinct(visit.names where level = high), distinct(visit.names where level = middle))",
    "latest(visit.number where level in @upper)",
    "stage(visit where level in @upper) >= done",
    "all(count(visit where level = high) >= 2, any(stage(visit where level = middle) >= begun))",
    "register(survey.number minus loss.number by kind)",
    "ratio(valid(check.number by kind), register(survey.number minus loss.number by kind))",
    "ratio(valid(check.number by kind where kind = x), register(survey.number by kind where kind = x))",
]
PLAN = plan(target("count(visit)"))
rows = st.lists(facts(), max_size=12).map(
    lambda found: tuple(replace(row, id=number) for number, row in enumerate(found, start=1))
)
moments = st.dates(date(2025, 6, 1), date(2027, 1, 31)).map(
    lambda day: Moment(day, datetime.combine(day, time(9), tzinfo=UTC))
)


def _figures(source: Facts, moment: Moment) -> dict[str, object]:
    """Every sentence's figure, without the facts behind it: groups do not name them."""
    return {
        text: replace(evaluate(parse(text), source, CATALOGUE, moment, PLAN), facts=()) for text in SENTENCES
    }


async def test_the_database_finds_what_the_engine_finds(db: Database) -> None:
    def run(session: Session) -> None:
        tenant = settle(session)

        @settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
        @given(rows, moments, st.booleans())
        def same(found: tuple[FactRow, ...], moment: Moment, whole: bool) -> None:
            with session.begin_nested() as attempt:
                store(session, tenant, found)
                stored = StoredFacts(session, CATALOGUE, [tenant], whole=whole)
                assert _figures(stored, moment) == _figures(ListedFacts(found, CATALOGUE), moment)
                attempt.rollback()

        same()

    await db.write(run)


async def test_a_fact_taken_out_and_another_put_in_are_the_same_on_both_sides(db: Database) -> None:
    def run(session: Session) -> None:
        tenant = settle(session)

        @settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
        @given(rows.filter(bool), facts(), moments)
        def same(found: tuple[FactRow, ...], other: FactRow, moment: Moment) -> None:
            with session.begin_nested() as attempt:
                store(session, tenant, found)
                without, plus = found[0].id, (replace(other, id=99),)
                stored = ChangedFacts(StoredFacts(session, CATALOGUE, [tenant]), without, plus)
                listed = ChangedFacts(ListedFacts(found, CATALOGUE), without, plus)
                assert _figures(stored, moment) == _figures(listed, moment)
                attempt.rollback()

        same()

    await db.write(run)


async def test_with_whole_facts_a_figure_names_those_behind_it(db: Database) -> None:
    def run(session: Session) -> None:
        tenant = settle(session)

        @settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
        @given(rows, moments, st.sampled_from(SENTENCES))
        def same(found: tuple[FactRow, ...], moment: Moment, text: str) -> None:
            with session.begin_nested() as attempt:
                store(session, tenant, found)
                stored = StoredFacts(session, CATALOGUE, [tenant], whole=True)
                expected = evaluate(parse(text), ListedFacts(found, CATALOGUE), CATALOGUE, moment, PLAN)
                assert evaluate(parse(text), stored, CATALOGUE, moment, PLAN) == expected
                attempt.rollback()

        same()

    await db.write(run)
