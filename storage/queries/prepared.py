"""Answers made ready beforehand: of the years gone by, and of this year up to today.

What has not changed since is taken from there; where reports only came, so is what there was before them; and
the rest is read from the reports. They are made by
a job of its own, never by a turn: a turn that waited for another's answers could wait for ever.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from functools import lru_cache
from hashlib import blake2b

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from core.catalogue import Catalogue
from core.catalogue.fact_types import FactType
from core.identity import Same
from core.indicators.facts import Ask, FactRow
from storage.models import PreparedAnswer
from storage.models.base import table
from storage.queries.newer import Newer
from storage.queries.packing import FORMAT, packed, unpacked
from storage.queries.revisions import Years
from storage.upserts import dialect_of, insert_into

_ready = table(PreparedAnswer)

#: a kind of report and a question about it
Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class State:
    """The state of the reports of some years, as `Revision`."""

    token: int
    added: int
    rewritten: int


@dataclass(frozen=True, slots=True)
class Part:
    """Some days of a question, by what its answer is kept, and the state of the reports of those days."""

    ask: Ask
    key: Key
    state: State


@dataclass(frozen=True, slots=True)
class Ready:
    """An answer, the state of the reports it is of, and an id above which all reports came after it."""

    answer: bytes
    last: int
    state: State


@dataclass(frozen=True, slots=True)
class Prepared:
    """The answers that are ready for some tenants, by the states their reports are in now."""

    catalogue: Catalogue
    states: Mapping[str, Years]
    ready: Mapping[Key, Ready]
    #: reports that came after answers were made ready
    newer: Newer | None = None

    @staticmethod
    def read(
        session: Session,
        catalogue: Catalogue,
        tenants: Sequence[int],
        states: Mapping[str, Years],
        types: Collection[str],
    ) -> "Prepared":
        """Those to questions about some kinds of report."""
        columns = (_ready.c.token, _ready.c.added, _ready.c.rewritten)
        query = select(_ready.c.type, _ready.c.question, _ready.c.answer, _ready.c.last, *columns).where(
            _ready.c.tenants == owner_of(tenants), _ready.c.type.in_(sorted(types))
        )
        ready = {
            (type_, question): Ready(answer, last, State(*state))
            for type_, question, answer, last, *state in session.connection().execute(query)
        }
        last = min((each.last for each in ready.values()), default=0)
        newer = Newer(session, catalogue, tenants, {type_ for type_, _ in ready}, last)
        return Prepared(catalogue, states, ready, newer)

    def at(self, states: Mapping[str, Years]) -> "Prepared":
        """The same by other states."""
        return replace(self, states=states)

    def answer(self, ask: Ask) -> tuple[list[FactRow], list[Ask]]:
        """What is ready of the answer to a question, and the questions that are left."""
        parts = self.parts(ask) if self.ready else []
        found = [(part, self._rows(part)) for part in parts]
        if all(rows is None for _, rows in found):
            return [], [ask]
        there = [row for _, rows in found for row in rows or ()]
        return there, [part.ask for part, rows in found if rows is None]

    def stands(self, part: Part) -> bool:
        """Whether its answer is ready, and nothing has changed since."""
        ready = self.ready.get(part.key)
        return ready is not None and ready.state.token == part.state.token

    def _rows(self, part: Part) -> list[FactRow] | None:
        """Its answer, where what was made ready is one with what came since."""
        ready = self.ready.get(part.key)
        if ready is None or ready.state.rewritten != part.state.rewritten:
            return None
        if ready.state.token == part.state.token:
            return unpacked(ready.answer, part.ask)
        came = self.newer.of(part.ask.type, ready.last) if self.newer else None
        new = [row for row in came or () if _within(row.occurred_from.year, part.ask)]
        # Of two reports stored at once the one with the smaller id may be seen later: then the count tells.
        if came is None or len(new) != part.state.added - ready.state.added:
            return None
        return [*unpacked(ready.answer, part.ask), *(row for row in new if part.ask.holds(row))]

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
            state = State(
                sum(each.token for each in asked),
                sum(each.added for each in asked),
                sum(each.rewritten for each in asked),
            )
            found.append(Part(part, (ask.type, _question(part, kind)), state))
        return found


def _within(year: int, ask: Ask) -> bool:
    return (ask.start is None or ask.start.year <= year) and year <= ask.end.year


def store(session: Session, tenants: Sequence[int], part: Part, rows: Iterable[FactRow], last: int) -> None:
    """Keep an answer in the place of the one to the same question; `last` is as of `Ready`."""
    statement = insert_into(_ready, dialect_of(session))
    columns = "token", "added", "last", "rewritten", "answer"
    statement = statement.on_conflict_do_update(
        index_elements=[_ready.c.tenants, _ready.c.type, _ready.c.question],
        set_={column: statement.excluded[column] for column in columns},
    )
    type_, question = part.key
    row = {"tenants": owner_of(tenants), "type": type_, "question": question, "answer": packed(rows)}
    session.connection().execute(statement, {**row, "last": last, **asdict(part.state)})


def known_until(session: Session, tenants: Sequence[int], last: int) -> None:
    """All answers are looked through: what is missing in one has an id above this, or the count tells."""
    session.connection().execute(
        update(_ready).where(_ready.c.tenants == owner_of(tenants)).values(last=last)
    )


def keep_only(session: Session, tenants: Sequence[int], asked: Collection[Key]) -> None:
    """Forget the answers to questions nobody asks any more: those of yesterday, or of other content."""
    owner = owner_of(tenants)
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


def owner_of(tenants: Iterable[int]) -> str:
    """A digest of some tenants, in any order."""
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
