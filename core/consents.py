"""What data are used for, purpose by purpose: what rests on a duty, and what only on somebody's own yes.

Reports, and whose they are, rest on the work somebody was given (staff), or on the yes a household comes in
with: without them there is no bot. Each purpose here is apart from that, and from the others; none is agreed
to by default.
"""

from dataclasses import dataclass
from enum import StrEnum

from core.catalogue.fact_types import Role

REMINDERS, CONTACT, LOCATION, WORK_REMINDERS = "reminders", "contact", "location", "work-reminders"


class Basis(StrEnum):
    """Why the data may be used so."""

    #: only after a yes, until that is taken back
    CONSENT = "consent"
    #: part of the work that was given; it ends when the person objects
    DUTY = "duty"


@dataclass(frozen=True, slots=True)
class Purpose:
    """One thing that data are used for, and of whom."""

    code: str
    basis: Basis
    roles: frozenset[Role]


_STAFF = frozenset(Role) - {Role.HOUSEHOLD}
_HOUSEHOLDS = frozenset({Role.HOUSEHOLD})
PURPOSES = (
    Purpose(REMINDERS, Basis.CONSENT, _HOUSEHOLDS),
    Purpose(CONTACT, Basis.CONSENT, _HOUSEHOLDS),
    Purpose(WORK_REMINDERS, Basis.DUTY, _STAFF),
    Purpose(LOCATION, Basis.CONSENT, frozenset(Role)),
)


def purposes_of(role: Role) -> tuple[Purpose, ...]:
    """Those that somebody of this role decides about, in the order in which they are shown."""
    return tuple(each for each in PURPOSES if role in each.roles)


def purpose_of(role: Role, code: str) -> Purpose | None:
    """The one with this code; None where the role has nothing to decide there."""
    return next((each for each in purposes_of(role) if each.code == code), None)
