"""What was made ready is what the reports say, and is used only while they say it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event, func, select
from sqlalchemy.orm import Session

from core.indicators.evaluate import evaluate
from core.indicators.facts import Ask, FactRow, Facts, Moment
from core.indicators.parse import parse
from storage.db import Database
from storage.models import PreparedAnswer
from storage.queries.facts import StoredFacts
from storage.queries.kept import KeptFigures, forget
from storage.queries.prepared import Prepared
from storage.queries.revisions import revisions
from tests.core.indicators.world import CATALOGUE, fact
from tests.storage.queries.random_facts import settle, store
from tests.storage.queries.test_fact_groups import PLAN, moments, rows
from tests.storage.queries.test_kept import COUNTED, ITEMS, LATER, Reader, Sentence, change, changes, some

THIS_YEAR = date(2027, 1, 1)
VISITS = Ask("visit", None, LATER.date, LATER.cutoff)


def prepare(
    session: Session, tenant: int, moment: Moment, items: Sequence[Sentence] = ITEMS
) -> tuple[int, int]:
    """As a job does it, whatever the number of reports."""

    def work(item: Sentence, source: Facts) -> object:
        return evaluate(parse(item.code), source, CATALOGUE, moment, PLAN)

    source = StoredFacts(session, CATALOGUE, [tenant])
    return KeptFigures(session, CATALOGUE, [tenant], source).prepare({"item": items}, moment, work, least=0)


def ready(session: Session, tenant: int) -> Prepared:
    return Prepared.read(session, CATALOGUE, [tenant], revisions(session, [tenant]), ["visit", "survey"])


async def test_figures_from_what_is_ready_are_those_that_would_be_found_anew(db: Database) -> None:
    def run(session: Session) -> None:
        reader = Reader(settle(session))

        @settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
        @given(rows, moments | st.just(LATER), changes, some)
        def same(
            found: tuple[FactRow, ...], moment: Moment, more: list[Any], items: tuple[Sentence, ...]
        ) -> None:
            with session.begin_nested() as attempt:
                store(session, reader.tenant, found)
                prepare(session, reader.tenant, moment, items)
                reader.store(session, moment, items)
                for what, row, number, when in ((None, None, 0, moment), *more):
                    if what is not None:
                        change(session, reader.tenant, what, row, number, when.cutoff)
                    forget()
                    for asked in (moment, when, LATER):
                        assert reader.same(session, asked, items)
                attempt.rollback()

        same()

    await db.write(run)


async def test_nothing_is_read_from_the_reports_while_they_are_the_same(db: Database) -> None:
    def run(session: Session) -> None:
        reader = Reader(settle(session))
        store(session, reader.tenant, (fact(1), fact(2, "survey", number=5)))
        assert prepare(session, reader.tenant, LATER, COUNTED) == (4, 4)
        read: list[str] = []

        def listen(_c: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
            read.append(statement)

        engine = session.get_bind().engine
        event.listen(engine, "before_cursor_execute", listen)
        try:
            assert reader.values(session) == [1, 5]
        finally:
            event.remove(engine, "before_cursor_execute", listen)
        assert any("FROM prepared_answer" in statement for statement in read)
        assert not [statement for statement in read if "FROM fact " in statement.replace("\n", " ")]

    await db.write(run)


async def test_after_a_change_only_its_kind_and_its_year_are_read_again(db: Database) -> None:
    def run(session: Session) -> None:
        tenant = settle(session)
        this_year = replace(fact(3), occurred_from=THIS_YEAR, occurred_to=THIS_YEAR)
        store(session, tenant, (fact(1), fact(2, "survey", number=5), this_year))
        items = (*COUNTED, Sentence("distinct(visit.note)"))
        prepare(session, tenant, LATER, items)
        counted = replace(VISITS, detail=parse_detail(session, tenant))
        change(session, tenant, "end", fact(3), 3, LATER.cutoff)
        _, left = ready(session, tenant).answer(counted)
        assert left == [replace(counted, start=THIS_YEAR)]
        change(session, tenant, "end", fact(1), 1, LATER.cutoff)
        assert ready(session, tenant).answer(counted) == ([], [counted])

    await db.write(run)


async def test_reports_that_came_since_are_put_to_what_is_ready(db: Database) -> None:
    def run(session: Session) -> None:
        tenant = settle(session)
        store(session, tenant, (fact(1), fact(2, "survey", number=5)))
        prepare(session, tenant, LATER, COUNTED)
        counted = replace(VISITS, detail=parse_detail(session, tenant))
        this_year = replace(fact(5), occurred_from=THIS_YEAR, occurred_to=THIS_YEAR)
        store(session, tenant, (this_year, replace(this_year, id=6, recorded_at=LATER.cutoff)))
        found, left = ready(session, tenant).answer(counted)
        assert (sorted(row.id for row in found), left) == ([0, 5, 6], [])
        # with a smaller number, as of a transaction that began earlier and ended later
        store(session, tenant, (replace(this_year, id=0),))
        found, left = ready(session, tenant).answer(counted)
        assert (len(found), left) == (1, [replace(counted, start=THIS_YEAR)])

    await db.write(run)


def parse_detail(session: Session, tenant: int) -> Any:
    """How a count asks."""
    asked: list[Ask] = []

    class Listening:
        def read(self, ask: Ask) -> Sequence[FactRow]:
            asked.append(ask)
            return ()

        def roster(self, code: str, as_of: date) -> tuple[Any, ...]:
            return ()

    evaluate(parse("count(visit)"), Listening(), CATALOGUE, LATER, PLAN)
    return asked[0].detail


async def test_what_is_ready_is_of_no_use_for_a_cut_off_of_the_past_or_without_a_report(db: Database) -> None:
    def run(session: Session) -> None:
        tenant = settle(session)
        store(session, tenant, (fact(1),))
        there = ready(session, tenant)
        assert len(there.parts(VISITS)) == 2
        assert there.parts(replace(VISITS, cutoff=datetime(2026, 1, 1, tzinfo=UTC))) == []
        assert there.parts(replace(VISITS, without=1)) == []

    await db.write(run)


async def test_a_kind_that_reads_otherwise_asks_another_question(db: Database) -> None:
    def run(session: Session) -> None:
        tenant = settle(session)
        store(session, tenant, (fact(1),))
        kind = CATALOGUE.fact_types["visit"]
        other = replace(CATALOGUE, fact_types={"visit": kind.model_copy(update={"fields": kind.fields[:-1]})})
        states = revisions(session, [tenant])
        keys = {part.key for part in Prepared(CATALOGUE, states, {}).parts(VISITS)}
        assert keys.isdisjoint(part.key for part in Prepared(other, states, {}).parts(VISITS))

    await db.write(run)


async def test_the_next_night_makes_only_this_year_anew_and_leaves_nothing_of_yesterday(db: Database) -> None:
    def run(session: Session) -> None:
        tenant = settle(session)
        store(session, tenant, (fact(1),))
        first = prepare(session, tenant, LATER, COUNTED)
        store(session, tenant, (fact(7, "loss"),))
        following = Moment(LATER.date + timedelta(days=1), LATER.cutoff)
        assert prepare(session, tenant, following, COUNTED) == (first[1] // 2, first[1])
        assert session.scalar(select(func.count()).select_from(PreparedAnswer)) == first[1]
        # of those that stand, too, only what came after this night is looked for
        assert session.scalars(select(PreparedAnswer.last).distinct()).all() == [7]

    await db.write(run)
