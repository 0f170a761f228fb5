"""The facts of tenants as figures read them: `core.indicators.facts.Facts` over the database.

What a figure only counts or adds up is counted and added up by the database, fact for fact alike: rows come
back grouped by the fields that are looked at. What they mean is decided in one place, the engine.
"""

from collections.abc import Sequence
from datetime import date

from sqlalchemy.orm import Session

from core.catalogue import Catalogue
from core.catalogue.plans import Member
from core.indicators.facts import Ask, Detail, FactRow, members_on
from storage.queries.fact_groups import grouped
from storage.queries.fact_rows import bounds, fact_row, facts_query, shape_of
from storage.queries.fact_series import series


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

    def read(self, ask: Ask) -> tuple[FactRow, ...]:
        """The facts asked for, known at the cut-off."""
        if ask not in self._read:
            self._read[ask] = tuple(self._fetch(ask))
        return self._read[ask]

    def roster(self, code: str, as_of: date) -> tuple[Member, ...]:
        """The members of the content's roster on that day."""
        return members_on(self._catalogue, code, as_of)

    def _fetch(self, ask: Ask) -> list[FactRow]:
        kind = self._catalogue.fact_types.get(ask.type)
        if self._whole:
            query = facts_query().where(shape_of(ask, kind).where())
            found = self._session.connection().execute(query, bounds(self.tenants, ask)).all()
            return [fact_row(row, kind) for row in found]
        read = grouped if ask.detail is Detail.GROUPED else series
        return read(self._session, self.tenants, ask, kind)
