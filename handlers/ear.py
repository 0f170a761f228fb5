"""What free messages are read with, by tenant: made when first needed, and anew as names and words are
added.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from core.catalogue import Catalogue
from core.understanding.lexicon import Common, Lexicon, Local, build_lexicon
from storage.queries.known_orgs import known_orgs

#: names that reports bring are heard at the latest after this long
FRESH = timedelta(minutes=10)


@dataclass
class Ear:
    """The lexicons of all tenants. `common` is None where free messages are not read."""

    catalogue: Catalogue | None = None
    common: Common | None = None
    _made: dict[str, tuple[datetime, Lexicon]] = field(default_factory=dict, repr=False)

    def lexicon(self, session: Session, tenant: str, now: datetime) -> Lexicon | None:
        """The lexicon of a tenant, with the organisations its reports have named."""
        if self.common is None or self.catalogue is None or tenant not in self.catalogue.tenants:
            return None
        made = self._made.get(tenant)
        if made is not None and abs(now - made[0]) < FRESH:
            return made[1]
        spec = self.catalogue.tenants[tenant]
        local = Local(
            self.catalogue.for_tenant(tenant).fact_types,
            str(spec.level),
            spec.places,
            spec.units,
            self.catalogue.plans_of(tenant),
            known_orgs(session, tenant),
        )
        lexicon = build_lexicon(self.common, local)
        self._made[tenant] = (now, lexicon)
        return lexicon
