"""Questions that are answered together have the answers that each would have by itself."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime

from hypothesis import HealthCheck, given, settings
from sqlalchemy.orm import Session

from core.catalogue.plans import Member
from core.indicators.evaluate import evaluate
from core.indicators.facts import Ask, Detail, FactRow, ListedFacts, Moment
from core.indicators.parse import parse
from storage.db import Database
from storage.queries.facts import StoredFacts
from storage.queries.read_once import covers, read_once
from tests.core.indicators.world import CATALOGUE
from tests.storage.queries.random_facts import settle, store
from tests.storage.queries.test_fact_groups import PLAN, SENTENCES, moments, rows

CUTOFF = datetime(2026, 12, 31, tzinfo=UTC)
EVER = Ask("visit", None, date(2026, 12, 31), CUTOFF, frozenset({"note"}), detail=Detail.LAST)
MONTH = replace(EVER, start=date(2026, 12, 1))


class Listening:
    """Hands out nothing, and notes what it was asked."""

    def __init__(self) -> None:
        self.asks: list[Ask] = []

    def read(self, ask: Ask) -> Iterable[FactRow]:
        self.asks.append(ask)
        return ()

    def roster(self, code: str, as_of: date) -> tuple[Member, ...]:
        return ListedFacts((), CATALOGUE).roster(code, as_of)


async def test_what_is_read_once_comes_to_the_same_figures(db: Database) -> None:
    def run(session: Session) -> None:
        tenant = settle(session)

        @settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
        @given(rows, moments)
        def same(found: tuple[FactRow, ...], moment: Moment) -> None:
            listening = Listening()
            for text in SENTENCES:
                evaluate(parse(text), listening, CATALOGUE, moment, PLAN)
            assert read_once(listening.asks)
            with session.begin_nested() as attempt:
                store(session, tenant, found)
                stored = StoredFacts(session, CATALOGUE, [tenant])
                stored.expect(listening.asks, {})
                for text in SENTENCES:
                    expected = evaluate(parse(text), ListedFacts(found, CATALOGUE), CATALOGUE, moment, PLAN)
                    figure = evaluate(parse(text), stored, CATALOGUE, moment, PLAN)
                    assert replace(figure, facts=()) == replace(expected, facts=()), text
                attempt.rollback()

        same()

    await db.write(run)


def test_a_kind_that_is_asked_about_once_or_twice_is_not_read_whole() -> None:
    other = replace(EVER, type="survey")
    counted = replace(EVER, detail=Detail.GROUPED)
    assert read_once([EVER, EVER, EVER, counted, other]) == []


def test_of_many_questions_one_reading_answers_all() -> None:
    ways = [replace(EVER, fields=frozenset({name})) for name in ("a", "b", "c")]
    (wide,) = read_once([*ways, replace(MONTH, located=True)])
    assert wide.start is None
    assert all(covers(wide, ask) for ask in [*ways, replace(MONTH, located=True)])


def test_many_questions_about_a_month_read_no_more_than_that_month() -> None:
    ways = [replace(MONTH, fields=frozenset({name})) for name in ("a", "b", "c")]
    (wide,) = read_once([*ways, EVER])
    assert (wide.start, wide.end) == (MONTH.start, MONTH.end)
    assert not covers(wide, EVER)
