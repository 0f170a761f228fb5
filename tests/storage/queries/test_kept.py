"""A figure that was kept is the figure that would be found now, whatever was reported, changed or undone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter
from sqlalchemy import text, update
from sqlalchemy.orm import Session

from core.indicators.evaluate import Measure, evaluate
from core.indicators.facts import FactRow, Facts, Moment
from core.indicators.parse import parse
from storage.db import Database
from storage.models import Person, Place
from storage.queries import prepared_figures
from storage.queries.facts import StoredFacts
from storage.queries.kept import KeptFigures, forget
from storage.repositories.facts import confirm, end
from tests.core.indicators.world import CATALOGUE, fact
from tests.storage.queries.random_facts import facts, settle, store
from tests.storage.queries.test_fact_groups import PLAN, SENTENCES, moments

#: after everything a random fact may say
LATER = Moment(date(2027, 3, 1), datetime(2027, 3, 1, 9, tzinfo=UTC))


@dataclass(frozen=True, slots=True)
class Sentence:
    """One figure, by its sentence."""

    code: str


ITEMS = tuple(Sentence(text) for text in SENTENCES)
COUNTED = (Sentence("count(visit)"), Sentence("sum(survey.number)"))


class Left:
    """Figures as bytes and back."""

    _every = TypeAdapter(dict[str, Measure])

    def dump(self, figures: Mapping[str, Measure]) -> bytes:
        return self._every.dump_json(dict(figures))

    def load(self, figures: bytes) -> Mapping[str, Measure]:
        return self._every.validate_json(figures)


@dataclass
class Reader:
    """Reads figures, and notes which had to be worked out."""

    tenant: int
    worked_out: list[str] = field(default_factory=list)

    def kept(
        self, session: Session, moment: Moment, items: Sequence[Sentence] = ITEMS
    ) -> tuple[Measure, ...]:
        source = StoredFacts(session, CATALOGUE, [self.tenant])
        figures = KeptFigures(session, CATALOGUE, [self.tenant], source)
        return figures.each("P", items, moment, partial(self._work, moment), Left())

    def store(self, session: Session, moment: Moment, items: Sequence[Sentence] = ITEMS) -> None:
        source = StoredFacts(session, CATALOGUE, [self.tenant])
        figures = KeptFigures(session, CATALOGUE, [self.tenant], source)
        figures.store("P", items, moment, partial(self._work, moment), Left())

    def _work(self, moment: Moment, item: Sentence, source: Facts) -> Measure:
        self.worked_out.append(item.code)
        return self._measure(item, source, moment)

    def same(self, session: Session, moment: Moment, items: Sequence[Sentence]) -> bool:
        """Whether what is kept is what is found anew, each figure by itself."""
        anew = tuple(
            self._measure(item, StoredFacts(session, CATALOGUE, [self.tenant]), moment) for item in items
        )
        return self.kept(session, moment, items) == anew

    def values(self, session: Session, moment: Moment = LATER) -> list[Any]:
        return [measure.value for measure in self.kept(session, moment, COUNTED)]

    def _measure(self, item: Sentence, source: Facts, moment: Moment) -> Measure:
        found = evaluate(parse(item.code), source, CATALOGUE, moment, PLAN)
        return replace(found, facts=())  # a figure that is kept names none


#: a few figures: with each more, an example is one question longer at each of its steps
some = st.lists(st.sampled_from(ITEMS), min_size=1, max_size=5, unique=True).map(tuple)
moments_late = st.just(LATER) | moments
changes = st.lists(
    st.tuples(
        st.sampled_from(["add", "add", "end", "confirm", "move"]), facts(), st.integers(0, 9), moments_late
    ),
    min_size=1,
    max_size=6,
)


def change(session: Session, tenant: int, what: str, row: FactRow, number: int, at: datetime) -> None:
    """One change as a message makes it."""
    if what == "add":
        taken = session.execute(text("SELECT coalesce(max(id), 0) FROM fact")).scalar_one()
        store(session, tenant, (replace(row, id=taken + 1),))
    elif what == "end":
        end(session, number, "withdrawn", at)
    elif what == "confirm":
        confirm(session, number, session.query(Person.id).limit(1).scalar() or 0, at)
    else:
        session.execute(update(Place).values(kind=("market", "ward")[number % 2]))


async def test_what_is_kept_is_what_would_be_found_anew(db: Database) -> None:
    def run(session: Session) -> None:
        reader = Reader(settle(session))

        @settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
        @given(changes, changes, some)
        def same(stay: list[Any], undone: list[Any], items: tuple[Sentence, ...]) -> None:
            with session.begin_nested() as example:
                for listed, kept in ((stay, True), (undone, False), (stay, True)):
                    with session.begin_nested() as attempt:
                        for what, row, number, moment in listed:
                            change(session, reader.tenant, what, row, number, moment.cutoff)
                            for asked in (LATER, moment):
                                assert reader.same(session, asked, items)
                        if not kept:
                            attempt.rollback()
                    assert reader.same(session, LATER, items)
                example.rollback()

        same()

    await db.write(run)


async def reader_of(db: Database) -> Reader:
    """A town with one visit, whose figures were asked for once."""

    def begin(session: Session) -> Reader:
        reader = Reader(settle(session))
        store(session, reader.tenant, (fact(1),))
        return reader

    reader = await db.write(begin)
    assert await db.read(reader.values) == [1, 0]
    reader.worked_out.clear()
    return reader


async def test_only_figures_of_the_kind_that_was_reported_are_worked_out_again(db: Database) -> None:
    reader = await reader_of(db)
    assert await db.read(reader.values) == [1, 0]
    assert reader.worked_out == []
    await db.write(lambda session: store(session, reader.tenant, (fact(2, "survey", number=5),)))
    assert await db.read(reader.values) == [1, 5]
    assert reader.worked_out == ["sum(survey.number)"]


async def test_another_day_and_a_cut_off_of_the_past_have_figures_of_their_own(db: Database) -> None:
    reader = await reader_of(db)
    before = Moment(LATER.date, datetime.combine(date(2026, 5, 14), time(0), UTC))
    tomorrow = Moment(date(2027, 3, 2), LATER.cutoff)
    for moment, expected in ((before, [0, 0]), (LATER, [1, 0]), (tomorrow, [1, 0]), (before, [0, 0])):
        assert await db.read(partial(reader.values, moment=moment)) == expected


async def test_figures_of_what_was_rolled_back_are_nobody_elses(db: Database) -> None:
    reader = await reader_of(db)

    def broken(session: Session) -> None:
        store(session, reader.tenant, (fact(2), fact(3)))
        assert reader.values(session) == [3, 0]
        raise RuntimeError("undone")

    with pytest.raises(RuntimeError, match="undone"):
        await db.write(broken)
    assert await db.read(reader.values) == [1, 0]
    await db.write(lambda session: store(session, reader.tenant, (fact(2),)))
    assert await db.read(reader.values) == [2, 0]


async def test_another_process_is_noticed_and_what_is_not_committed_is_not_seen(postgres_url: str) -> None:
    from sqlalchemy.util import await_only

    from storage.db import open_database

    here, there = await open_database(postgres_url), await open_database(postgres_url)
    reader = await reader_of(here)

    def turn(session: Session) -> list[Any]:
        store(session, reader.tenant, (fact(2),))
        own = reader.values(session)
        assert await_only(here.read(reader.values)) == [1, 0]
        return own

    assert await there.write(turn) == [2, 0]
    assert await here.read(reader.values) == [2, 0]
    await here.close()
    await there.close()


async def test_what_is_committed_while_figures_are_read_is_not_kept_as_the_state_before(
    postgres_url: str,
) -> None:
    from sqlalchemy.util import await_only

    from storage.db import open_database

    db = await open_database(postgres_url)
    reader = await reader_of(db)
    await db.write(lambda session: store(session, reader.tenant, (fact(2),)))

    def snapshot(session: Session) -> list[Any]:
        """Another transaction of before sees what was there before, whoever asked in between."""
        session.execute(text("SELECT 1"))
        await_only(db.write(interrupted))
        return reader.values(session)

    def interrupted(session: Session) -> None:
        source = StoredFacts(session, CATALOGUE, [reader.tenant])
        figures = KeptFigures(session, CATALOGUE, [reader.tenant], source)
        await_only(db.write(lambda other: store(other, reader.tenant, (fact(3),))))
        found = figures.each(
            "P", COUNTED, LATER, lambda item, facts: evaluate(parse(item.code), facts, CATALOGUE, LATER)
        )
        assert [measure.value for measure in found] == [3, 0]

    assert await db.read(snapshot) == [2, 0]
    assert await db.read(reader.values) == [3, 0]
    await db.close()


async def test_another_process_takes_the_figures_of_the_night_but_those_that_changed(db: Database) -> None:
    reader = await reader_of(db)
    await db.write(lambda session: reader.store(session, LATER, COUNTED))
    forget()
    assert await db.read(reader.values) == [1, 0]
    assert reader.worked_out == []
    await db.write(lambda session: store(session, reader.tenant, (fact(2, "survey", number=5),)))
    forget()
    assert await db.read(reader.values) == [1, 5]
    assert reader.worked_out == ["sum(survey.number)"]


async def test_figures_of_another_day_or_of_other_content_are_worked_out_anew(db: Database) -> None:
    reader = await reader_of(db)
    await db.write(lambda session: reader.store(session, LATER, COUNTED))
    kind = CATALOGUE.fact_types["visit"]
    types = {**CATALOGUE.fact_types, "visit": kind.model_copy(update={"version": kind.version + 1})}
    others = (
        (CATALOGUE, "P", LATER.date + timedelta(days=1)),
        (CATALOGUE, "Q", LATER.date),
        (replace(CATALOGUE, fact_types=types), "P", LATER.date),
        (replace(CATALOGUE, same_orgs={"a": "b"}), "P", LATER.date),
    )

    def found(session: Session) -> list[bool]:
        asked = ((CATALOGUE, "P", LATER.date), *others)
        return [
            prepared_figures.read(session, catalogue, [reader.tenant], plan, day) is not None
            for catalogue, plan, day in asked
        ]

    assert await db.read(found) == [True, False, False, False, False]
