"""Figures worked out once and kept in this process while the reports they were worked out from stay the same.

What a figure was worked out from is not guessed but watched: the kinds of report it asked for, and the state
they were in (storage.queries.revisions). States are never repeated, so that a figure of another transaction,
another database, or one that was rolled back is never taken for one of this.
"""

from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Generic, Protocol, TypeVar

from sqlalchemy.orm import Session

from core.catalogue import Catalogue
from core.catalogue.plans import Member
from core.garbage import no_search
from core.identity import Same
from core.indicators.facts import Ask, FactRow, Facts, Moment
from storage.queries import prepared_figures
from storage.queries.prepared_figures import tokens_of
from storage.queries.revisions import Years, revisions
from storage.upserts import dialect_of

#: figures of some hundred tenants, and what is asked for them; the one asked for longest ago goes first
_MOST = 20_000


class Coded(Protocol):
    """Something with a code: what a figure is about."""

    @property
    def code(self) -> str: ...


class Expecting(Facts, Protocol):
    """Facts that may be told what will be asked of them, and which state the reports are in."""

    def expect(self, asks: Collection[Ask], states: Mapping[str, Years]) -> None: ...

    def prepare(self, asks: Iterable[Ask], states: Mapping[str, Years], least: int) -> tuple[int, int]: ...


T = TypeVar("T")
C = TypeVar("C", bound=Coded)


class Stored(Protocol[T]):
    """How figures are stored, by their codes."""

    def dump(self, figures: Mapping[str, T]) -> bytes: ...

    def load(self, figures: bytes) -> Mapping[str, T]: ...


#: the kinds of report that were asked for, each in the state it was in; None: there were none
States = Mapping[str, Years | None]


@dataclass(frozen=True, slots=True)
class _Kept(Generic[T]):
    day: date
    states: States
    figure: T


@dataclass(slots=True)
class _Shelf(Generic[T]):
    """Room for the last figure of one target. Threads may share it: it is put there and taken whole."""

    kept: _Kept[T] | None = None


@dataclass(slots=True)
class _Looked:
    """Of which day the figures were sought that were worked out in the night."""

    day: date | None = None


@dataclass(slots=True)
class _Asked:
    """Room for what one figure asks; which it does at every moment of a day."""

    asks: tuple[Ask, ...] | None = None


class _Watched:
    """Facts that remember of which kinds they were asked."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self.kinds: set[str] = set()

    def read(self, ask: Ask) -> Iterable[FactRow]:
        self.kinds.add(ask.type)
        return self._facts.read(ask)

    def roster(self, code: str, as_of: date) -> tuple[Member, ...]:
        return self._facts.roster(code, as_of)


class _Listening:
    """No facts, but what is asked of them."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self.asks: list[Ask] = []

    def read(self, ask: Ask) -> Iterable[FactRow]:
        self.asks.append(ask)
        return ()

    def roster(self, code: str, as_of: date) -> tuple[Member, ...]:
        return self._facts.roster(code, as_of)


class KeptFigures:
    """The figures of some tenants in one transaction, by one content as it was settled."""

    def __init__(
        self, session: Session, catalogue: Catalogue, tenants: Sequence[int], facts: Expecting
    ) -> None:
        self._session = session
        self._tenants = tuple(tenants)
        self._owner = (Same(catalogue), self._tenants)
        self._facts = facts
        self._now = revisions(session, tenants)

    def each(
        self,
        what: str,
        items: Sequence[C],
        moment: Moment,
        work: Callable[[C, Facts], T],
        stored: Stored[T] | None = None,
    ) -> tuple[T, ...]:
        """The figure of each item at a moment, as `work` finds it in the facts. `what` tells apart the codes.

        It is kept only for a moment at which all reports are known: one of the past has fewer. With `stored`
        those that `store` left are taken first.
        """
        shelves: list[_Shelf[T]] = [_shelf(self._owner, what, item.code) for item in items]
        found = [self._standing(shelf, moment) for shelf in shelves]
        if stored is not None and None in found and self._load(what, moment.date, stored):
            found = [self._standing(shelf, moment) for shelf in shelves]
        missing = [item for item, kept in zip(items, found, strict=True) if kept is None]
        if missing:
            with no_search():
                self._announce(what, missing, moment, work)
                anew = iter([self._worked_out(item, moment, work) for item in missing])
            kept_now = [kept or next(anew) for kept in found]
            pairs = zip(shelves, found, kept_now, strict=True)
            self._keep([(shelf, kept) for shelf, before, kept in pairs if before is None], moment)
            return tuple(kept.figure for kept in kept_now)
        return tuple(kept.figure for kept in found if kept is not None)

    def store(
        self,
        what: str,
        items: Sequence[C],
        moment: Moment,
        work: Callable[[C, Facts], T],
        stored: Stored[T],
    ) -> None:
        """Leave the figures of some items for other processes, and for this one when it starts again."""
        self.each(what, items, moment, work)
        shelves: dict[str, _Shelf[T]] = {item.code: _shelf(self._owner, what, item.code) for item in items}
        kept = {code: self._standing(shelf, moment) for code, shelf in shelves.items()}
        there = {code: each for code, each in kept.items() if each is not None}
        made = prepared_figures.Figures(
            kinds={code: sorted(each.states) for code, each in there.items()},
            tokens={kind: tokens_of(years) for each in there.values() for kind, years in each.states.items()},
            figures=stored.dump({code: each.figure for code, each in there.items()}),
        )
        prepared_figures.store(self._session, self._owner[0].value, self._tenants, what, moment.date, made)

    def _load(self, what: str, day: date, stored: Stored[T]) -> bool:
        """Takes what was left, once a day; whether there was any."""
        looked = _looked(self._owner, what)
        if looked.day == day:
            return False
        looked.day = day
        left = prepared_figures.read(self._session, self._owner[0].value, self._tenants, what, day)
        if left is None:
            return False
        figures = stored.load(left.figures)
        for code in left.standing(self._now):
            shelf: _Shelf[T] = _shelf(self._owner, what, code)
            states = {kind: self._now.get(kind) for kind in left.kinds[code]}
            shelf.kept = _Kept(day, states, figures[code])
        return True

    def _standing(self, shelf: "_Shelf[T]", moment: Moment) -> _Kept[T] | None:
        kept = shelf.kept
        if kept is None or kept.day != moment.date or not _stands(kept.states, self._now, moment):
            return None
        return kept

    def prepare(
        self,
        groups: Mapping[str, Sequence[C]],
        moment: Moment,
        work: Callable[[C, Facts], object],
        least: int,
    ) -> tuple[int, int]:
        """Make ready what the figures of some items ask, by what they are, as `StoredFacts.prepare` does."""
        every = groups.items()
        asks = [ask for what, items in every for ask in self._announce(what, items, moment, work)]
        return self._facts.prepare(asks, self._now, least)

    def _announce(
        self, what: str, items: Sequence[C], moment: Moment, work: Callable[[C, Facts], object]
    ) -> list[Ask]:
        """Tells what several figures will ask: what that is, is found out without any facts, once a day."""
        if len(items) <= 1:
            return []
        asks: list[Ask] = []
        for item in items:
            asked = _asked(self._owner[0], what, item.code, moment.date)
            if asked.asks is None:
                listening = _Listening(self._facts)
                work(item, listening)
                asked.asks = tuple(listening.asks)
            asks += asked.asks
        known = [ask if ask.cutoff == moment.cutoff else replace(ask, cutoff=moment.cutoff) for ask in asks]
        self._facts.expect(known, self._now)
        return known

    def _worked_out(self, item: C, moment: Moment, work: Callable[[C, Facts], T]) -> _Kept[T]:
        watched = _Watched(self._facts)
        figure = work(item, watched)
        return _Kept(moment.date, {kind: self._now.get(kind) for kind in watched.kinds}, figure)

    def _keep(self, new: Sequence[tuple[_Shelf[T], _Kept[T]]], moment: Moment) -> None:
        """A transaction may see what others commit while it reads: what has moved meanwhile is not kept.

        On SQLite it sees nothing of the kind.
        """
        alone = dialect_of(self._session) == "sqlite"
        after = self._now if alone or not new else revisions(self._session, self._tenants)
        for shelf, kept in new:
            if _stands(kept.states, after, moment):
                shelf.kept = kept


def _stands(states: States, now: Mapping[str, Years], moment: Moment) -> bool:
    """Whether the kinds are in these states now, and nothing happened to them after the cut-off."""
    return all(
        now.get(kind) == state and all(year.latest <= moment.cutoff for year in (state or {}).values())
        for kind, state in states.items()
    )


@lru_cache(maxsize=_MOST)
def _shelf(owner: Hashable, what: str, code: str) -> "_Shelf[T]":
    return _Shelf()


@lru_cache(maxsize=_MOST)
def _looked(owner: Hashable, what: str) -> _Looked:
    return _Looked()


@lru_cache(maxsize=_MOST)
def _asked(catalogue: Same[Catalogue], what: str, code: str, day: date) -> _Asked:
    return _Asked()


def forget() -> None:
    """Keep nothing of what was worked out so far: to measure what the first asking costs."""
    _shelf.cache_clear()
    _looked.cache_clear()
