"""What somebody may ask of the data that are kept about them, whatever their role."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from core.catalogue.fact_types import Role
from core.people import PersonStatus

Right = Literal["correct", "restrict", "object", "delete"]
#: what a request to delete one's data carries
ERASE_FLAG = "erase"
#: what a request carries to have one's data kept and not used
RESTRICT_FLAG = "restrict"
#: each with the calendar days within which the law wants it done (decree 356/2025, article 5)
RIGHTS: Mapping[Right, int] = MappingProxyType({"correct": 10, "restrict": 15, "object": 15, "delete": 20})


def erases_by_oneself(role: Role, status: PersonStatus) -> bool:
    """Whether no official work hangs on somebody's data: households', and of those who were never let in."""
    return role is Role.HOUSEHOLD or status in (PersonStatus.PENDING, PersonStatus.BLOCKED)


@dataclass(frozen=True, slots=True)
class ShowMyData:
    """All kinds of what is kept of the speaker, how much of each, and who sees it."""


@dataclass(frozen=True, slots=True)
class CopyMyData:
    """All of it as files: one to read, one for programs."""


@dataclass(frozen=True, slots=True)
class ClaimRight:
    """Ask those in charge; `key` makes it one request only. `text`: what of, in the person's own words."""

    right: Right
    key: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class NoteClaim:
    """Keep what somebody who is suspended claimed on paper or in person; `key` makes it one request only."""

    person_id: int
    right: Right
    key: str


@dataclass(frozen=True, slots=True)
class EraseFor:
    """Delete the data of who asked for it by this request."""

    request_id: int


@dataclass(frozen=True, slots=True)
class RestrictFor:
    """Only keep the data of who asked for it by this request, and use them no more."""

    request_id: int


@dataclass(frozen=True, slots=True)
class LiftRestriction:
    """Use somebody's data again: the speaker's own (0), or those of a person the speaker may change."""

    person_id: int = 0


RightsEffect = ShowMyData | CopyMyData | ClaimRight | NoteClaim | EraseFor | RestrictFor | LiftRestriction
