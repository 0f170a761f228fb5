"""Answers made ready beforehand: of the years gone by, and of this year up to today.

What has not changed since is taken from there, and only the rest is read from the reports. They are made by
a job of its own, never by a turn: a turn that waited for another's answers could wait for ever.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from hashlib import blake2b

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from core.catalogue import Catalogue
from core.catalogue.fact_types import FactType
from core.identity import Same
from core.indicators.facts import Ask, FactRow
from storage.models import PreparedAnswer
from storage.models.base import table
from storage.queries.packing import FORMAT, packed, unpacked
from storage.queries.revisions import Years
from storage.upserts import dialect_of, insert_into

_ready = table(PreparedAnswer)

#: a kind of report and a question about it
Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Part:
    """Some days of a question, by what its answer is kept, and the state of the reports of those days."""

    ask: Ask
    key: Key
    token: int


@dataclass(frozen=True, slots=True)
class Prepared:
    """The answers that are ready for some tenants, by the states their reports are in now."""

    catalogue: Catalogue
    states: Mapping[str, Years]
    ready: Mapping[Key, tuple[int, bytes]]

    @staticmethod
    def read(
        session: Session,
        catalogue: Catalogue,
        tenants: Sequence[int],
        states: Mapping[str, Years],
        types: Collection[str],
    ) -> "Prepared":
        """Those to questions about some kinds of report."""
        query = select(_ready.c.type, _ready.c.question, _ready.c.token, _ready.c.answer).where(
            _ready.c.tenants == _owner(tenants), _ready.c.type.in_(sorted(types))
        )
        rows = session.connection().execute(query)
        return Prepared(
            catalogue, states, {(row.type, row.question): (row.token, row.answer) for row in rows}
        )

    def answer(self, ask: Ask) -> tuple[list[FactRow], list[Ask]]:
        """What is ready of the answer to a question, and the questions that are left."""
        parts = self.parts(ask) if self.ready else []
        there = [part for part in parts if self.stands(part)]
        if not there:
            return [], [ask]
        found = [row for part in there for row in unpacked(self.ready[part.key][1], part.ask)]
        return found, [part.ask for part in parts if part not in there]

    def stands(self, part: Part) -> bool:
        """Whether its answer is ready, and nothing has changed since."""
        token, _ = self.ready.get(part.key, (None, b""))
        return token == part.token

    def parts(self, ask: Ask) -> list[Part]:
        """The question by the years gone by and the last one: answers that stand until reports change.

        None, where a report is left out, or some were recorded or changed after the cut-off.
        """
        years = self.states.get(ask.type, {})
        kind = self.catalogue.fact_types.get(ask.type)
        begins = date(ask.end.year, 1, 1)
        parts = [ask]
        if ask.start is None or ask.start < begins:
            before = replace(ask, end=date(ask.end.year - 1, 12, 31))
            parts = [before, replace(ask, start=begins)]
        if ask.without is not None:
            return []
        found = []
        for part in parts:
            asked = [state for year, state in years.items() if _within(year, part)]
            if any(state.latest > ask.cutoff for state in asked):
                return []
            token = sum(state.token for state in asked)
            found.append(Part(part, (ask.type, _question(part, kind)), token))
        return found


def _within(year: int, ask: Ask) -> bool:
    return (ask.start is None or ask.start.year <= year) and year <= ask.end.year


def store(session: Session, tenants: Sequence[int], part: Part, rows: Iterable[FactRow]) -> None:
    """Keep an answer in the place of the one to the same question."""
    statement = insert_into(_ready, dialect_of(session))
    statement = statement.on_conflict_do_update(
        index_elements=[_ready.c.tenants, _ready.c.type, _ready.c.question],
        set_={"token": statement.excluded.token, "answer": statement.excluded.answer},
    )
    type_, question = part.key
    row = {"tenants": _owner(tenants), "type": type_, "question": question}
    session.connection().execute(statement, {**row, "token": part.token, "answer": packed(rows)})


def keep_only(session: Session, tenants: Sequence[int], asked: Collection[Key]) -> None:
    """Forget the answers to questions nobody asks any more: those of yesterday, or of other content."""
    owner = _owner(tenants)
    there = session.connection().execute(
        select(_ready.c.type, _ready.c.question).where(_ready.c.tenants == owner)
    )
    for type_, question in [
        (row.type, row.question) for row in there if (row.type, row.question) not in asked
    ]:
        session.connection().execute(
            delete(_ready).where(
                _ready.c.tenants == owner, _ready.c.type == type_, _ready.c.question == question
            )
        )


def _owner(tenants: Iterable[int]) -> str:
    return _digest(sorted(tenants))


def _question(ask: Ask, kind: FactType | None) -> str:
    """A digest of all that decides an answer, beside the reports."""
    only = sorted((field, sorted(codes)) for field, codes in ask.only)
    shown = None if ask.shown is None else sorted(ask.shown)
    days = ask.start, ask.end
    return _digest(
        (
            FORMAT,
            _spelled(Same(kind)),
            days,
            ask.detail,
            sorted(ask.fields),
            ask.added,
            only,
            shown,
            ask.located,
        )
    )


@lru_cache(maxsize=1_000)
def _spelled(kind: Same[FactType | None]) -> str:
    return _digest(kind.value.model_dump_json()) if kind.value else ""


def _digest(said: object) -> str:
    return blake2b(repr(said).encode(), digest_size=16).hexdigest()
