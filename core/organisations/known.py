"""What a conversation may know of the register of organisations."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from core.gs1.owners import Product
from core.instruments.shown import InstrumentShown
from core.organisations.names import OrgNamed, OrgNames


@dataclass(frozen=True, slots=True)
class OrgCard:
    """All that is known of an organisation.

    `reports`: how many by kind of report; `supports`: content and the latest stage of each; `merged`: numbers
    of the merges that may be undone, with the names. `people`: households that speak for it. `needs`:
    subjects it asked to be guided on and was not, with the day.
    """

    org: OrgNamed
    status: str
    since: date | None
    trade: str
    tax_code: str
    contact: str
    reports: Mapping[str, int]
    supports: tuple[tuple[str, str], ...]
    certificates: tuple[tuple[str, date], ...]
    merged: tuple[tuple[int, str], ...]
    people: int
    #: how many of them agreed to be contacted with guidance
    contactable: int = 0
    needs: tuple[tuple[str, date], ...] = ()
    instruments: tuple[InstrumentShown, ...] = ()
    products: tuple[Product, ...] = ()


class OrgLookups(Protocol):
    """The register of the speaker's tenant. Cards are for who may see the register; names for forms."""

    def names(self) -> OrgNames: ...
    def counts(self) -> Sequence[tuple[str, int]]: ...
    def card(self, org_id: int) -> OrgCard | None: ...
