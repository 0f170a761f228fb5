"""The reports that came after answers were made ready, read once for all of those."""

from collections.abc import Collection, Sequence

from sqlalchemy import bindparam
from sqlalchemy.orm import Session

from core.catalogue import Catalogue
from core.indicators.facts import FactRow
from storage.queries.fact_rows import FACT, fact_row, facts_query

#: more reports than these are read faster as figures ask for them
_MOST = 2_000
#: By number and by nothing else: with the tenant or the kind of report both databases would take the index in
#: which all the others are.
_CAME = (
    facts_query()
    .where(
        FACT.c.id > bindparam("last"),
        (FACT.c.tenant_id + 0).in_(bindparam("tenants", expanding=True)),
        (FACT.c.type + "").in_(bindparam("types", expanding=True)),
    )
    .limit(_MOST + 1)
)


class Newer:
    """The reports of some tenants and kinds with an id above one, whole, in no order."""

    def __init__(
        self,
        session: Session,
        catalogue: Catalogue,
        tenants: Sequence[int],
        types: Collection[str],
        last: int,
    ) -> None:
        self._session = session
        self._catalogue = catalogue
        self._tenants = tenants
        self._types = sorted(types)
        self._last = last
        self._read: dict[str, list[FactRow]] | None = None
        self._too_many = False

    def of(self, type_: str, last: int) -> list[FactRow] | None:
        """Those of a kind with a greater id than this; None where they are too many."""
        if self._read is None:
            self._read = self._came()
        if self._too_many:
            return None
        return [row for row in self._read.get(type_, ()) if row.id > last]

    def _came(self) -> dict[str, list[FactRow]]:
        asked = {"tenants": self._tenants, "types": self._types, "last": self._last}
        rows = self._session.connection().execute(_CAME, asked).all()
        self._too_many = len(rows) > _MOST
        found: dict[str, list[FactRow]] = {type_: [] for type_ in self._types}
        for row in rows:
            found[row.type].append(fact_row(row, self._catalogue.fact_types.get(row.type)))
        return found
