"""The facts of tenants as figures read them: `core.indicators.facts.Facts` over the database.

What a figure only counts or adds up is counted and added up by the database, fact for fact alike: rows come
back grouped by the fields that are looked at. What they mean is decided in one place, the engine.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from sqlalchemy.orm import Session

from core.catalogue import Catalogue
from core.catalogue.fact_types import FactType
from core.catalogue.plans import Member
from core.indicators.facts import Ask, Detail, FactRow, in_order, members_on
from core.indicators.same_orgs import under_one_name
from storage.queries.fact_groups import grouped
from storage.queries.fact_rows import bounds, fact_row, facts_query, shape_of
from storage.queries.fact_series import series
from storage.queries.prepared import Prepared, keep_only, known_until, store
from storage.queries.read_once import ReadOnce, covers, read_once
from storage.queries.revisions import Years, counted, last_id, revisions


class StoredFacts:
    """The facts of some tenants within one transaction. Equal questions are put to the database once.

    Rosters are those of the content. With `whole`, every fact comes by itself, so that figures name the facts
    behind them.
    """

    def __init__(
        self, session: Session, catalogue: Catalogue, tenants: Sequence[int], *, whole: bool = False
    ) -> None:
        session.flush()  # plain statements do not do it: what this transaction wrote is to be seen
        self._session = session
        self._catalogue = catalogue
        self.tenants = tuple(tenants)
        self._whole = whole
        self._read: dict[Ask, tuple[FactRow, ...]] = {}
        self._once: dict[Ask, ReadOnce | None] = {}
        self._prepared: Prepared | None = None

    def expect(self, asks: Collection[Ask], states: Mapping[str, Years]) -> None:
        """What will be asked soon, and the states reports are in.

        Of a kind asked about in several ways the facts are then read once, and what is prepared is used.
        """
        if not self._whole:
            known = list(self._once)
            more = (wide for wide in read_once(asks) if not any(covers(each, wide) for each in known))
            self._once.update(dict.fromkeys(more))
            types = {ask.type for ask in asks if ask.type in states}
            self._prepared = Prepared.read(self._session, self._catalogue, self.tenants, states, types)

    def prepare(self, asks: Iterable[Ask], states: Mapping[str, Years], least: int) -> tuple[int, int]:
        """Make answers ready of kinds with so many reports: how many were made now, and how many there are.

        What was ready for these tenants beside is forgotten.
        """
        counts = counted(self._session, self.tenants)
        read = {self._wide(ask) or ask for ask in asks if counts.get(ask.type, 0) >= least}
        kinds = {ask.type for ask in read}
        prepared = Prepared.read(self._session, self._catalogue, self.tenants, states, kinds)
        parts = {part.key: part for ask in read for part in prepared.parts(ask)}
        stale = [part for part in parts.values() if not prepared.stands(part)]
        made = [
            (part, self._from_reports(part.ask, self._catalogue.fact_types.get(part.ask.type)))
            for part in stale
        ]
        # what others stored while it was read must not seem to have come later
        after, last = prepared.at(revisions(self._session, self.tenants)), last_id(self._session)
        still = {part.key: part for ask in read for part in after.parts(ask)}
        for part, rows in made:
            if still.get(part.key) == part:
                store(self._session, self.tenants, part, rows, last)
        keep_only(self._session, self.tenants, parts)
        known_until(self._session, self.tenants, last)
        return len(stale), len(parts)

    def read(self, ask: Ask) -> tuple[FactRow, ...]:
        """The facts asked for, known at the cut-off."""
        if ask not in self._read:
            self._read[ask] = tuple(under_one_name(self._fetch(ask), self._catalogue.same_orgs))
        return self._read[ask]

    def roster(self, code: str, as_of: date) -> tuple[Member, ...]:
        """The members of the content's roster on that day."""
        return members_on(self._catalogue, code, as_of)

    def _fetch(self, ask: Ask) -> Sequence[FactRow]:
        kind = self._catalogue.fact_types.get(ask.type)
        if self._whole:
            query = facts_query().where(shape_of(ask, kind).where())
            found = self._session.connection().execute(query, bounds(self.tenants, ask)).all()
            return sorted((fact_row(row, kind) for row in found), key=in_order)
        wide = self._wide(ask)
        if wide is not None:
            return self._whole_of(wide, kind).answer(ask)
        return self._answered(ask, kind)

    def _wide(self, ask: Ask) -> Ask | None:
        """The question that is read once for this one and others, if there is one."""
        return next((wide for wide in self._once if covers(wide, ask)), None)

    def _whole_of(self, wide: Ask, kind: FactType | None) -> ReadOnce:
        found = self._once[wide]
        if found is None:
            found = self._once[wide] = ReadOnce(self._answered(wide, kind))
        return found

    def _answered(self, ask: Ask, kind: FactType | None) -> list[FactRow]:
        """What is ready, and the rest from the reports."""
        found, left = self._prepared.answer(ask) if self._prepared else ([], [ask])
        for part in left:
            found.extend(self._from_reports(part, kind))
        return found if ask.detail is Detail.GROUPED else sorted(found, key=in_order)

    def _from_reports(self, ask: Ask, kind: FactType | None) -> list[FactRow]:
        read = grouped if ask.detail is Detail.GROUPED else series
        return read(self._session, self.tenants, ask, kind)
