"""What free messages are read with, by tenant: made when needed, and anew as names and words are added."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from core.catalogue import Catalogue
from core.understanding.filling import Named
from core.understanding.lexicon import Common, Lexicon, Local, build_lexicon, with_names
from core.understanding.taught import Taught
from storage.queries.known_orgs import known_orgs
from storage.repositories.taught import taught

#: names that reports bring are heard at the latest after this long
FRESH = timedelta(minutes=10)


@dataclass(frozen=True)
class _Made:
    """A lexicon with the moment at which it was right, and the words and names in it."""

    at: datetime
    words: tuple[Taught, ...]
    names: tuple[Named, ...]
    lexicon: Lexicon


@dataclass
class Ear:
    """The lexicons of all tenants. `common` is None where free messages are not read."""

    catalogue: Catalogue | None = None
    common: Common | None = None
    #: what content says, for every tenant that was heard; and with what came up in use
    _plain: dict[str, Lexicon] = field(default_factory=dict, repr=False)
    _made: dict[str, _Made] = field(default_factory=dict, repr=False)
    _everywhere: list[Lexicon] = field(default_factory=list, repr=False)

    def lexicon(self, session: Session, tenant: str, now: datetime) -> Lexicon | None:
        """The lexicon of a tenant, with the organisations its reports have named and the words it was taught.

        The words are as this transaction sees them, whichever process they were taught in.
        """
        words = taught(session, tenant)
        made = self._made.get(tenant)
        if made is not None and abs(now - made.at) < FRESH and made.words == words:
            return made.lexicon
        names = known_orgs(session, tenant)
        if made is not None and (made.words, made.names) == (words, names):
            self._made[tenant] = replace(made, at=now)
            return made.lexicon
        lexicon = self._build(tenant, words, names)
        if lexicon is not None:
            self._made[tenant] = _Made(now, words, names, lexicon)
        return lexicon

    def lexicon_with(self, session: Session, tenant: str, word: Taught) -> Lexicon | None:
        """The lexicon as it would be with one more word; it is not kept."""
        return self._build(tenant, (*taught(session, tenant), word), known_orgs(session, tenant))

    def everywhere(self) -> Lexicon | None:
        """The kinds of report of all levels, with nobody's places and units; made at the first need."""
        if self.common is None or self.catalogue is None:
            return None
        if not self._everywhere:
            self._everywhere.append(build_lexicon(self.common, Local(self.catalogue.fact_types, "")))
        return self._everywhere[0]

    def _build(self, tenant: str, words: tuple[Taught, ...], names: tuple[Named, ...]) -> Lexicon | None:
        if self.common is None or self.catalogue is None or tenant not in self.catalogue.tenants:
            return None
        if tenant not in self._plain:
            self._plain[tenant] = build_lexicon(self.common, _local(self.catalogue, tenant))
        return with_names(self._plain[tenant], names, words)


def _local(catalogue: Catalogue, tenant: str) -> Local:
    spec = catalogue.tenants[tenant]
    kinds = catalogue.for_tenant(tenant).fact_types
    return Local(kinds, str(spec.level), spec.places, spec.units, catalogue.plans_of(tenant))
