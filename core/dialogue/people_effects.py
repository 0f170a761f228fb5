"""What is done about people: units, roles, suspended and back, duties handed over."""

from dataclasses import dataclass
from typing import Literal

What = Literal["unit", "role", "status"]
CHANGES: tuple[What, ...] = ("unit", "role", "status")


@dataclass(frozen=True, slots=True)
class ChangePerson:
    """Change one thing of somebody. `to` and `old` as they are stored: a unit's number, a role, a status.

    Nothing is changed where it is not `old` any more: what was confirmed was another change.
    """

    person_id: int
    what: What
    to: str
    old: str


@dataclass(frozen=True, slots=True)
class HandOverDuties:
    """Everything that waits for one person waits for another one from now on."""

    person_id: int
    to_id: int


#: one code lets in at most so many
MAX_USES = 200


@dataclass(frozen=True, slots=True)
class MakeInvite:
    """A new invite for a role in a unit: for how many people, and how many days."""

    role: str
    unit: str | None
    uses: int = 1
    days: int = 7


@dataclass(frozen=True, slots=True)
class RevokeInvite:
    """Nobody comes in by this invite any more."""

    invite_id: int


@dataclass(frozen=True, slots=True)
class PrintInvite:
    """A sheet to be put up, with the code that was just made."""

    code: str


PeopleEffect = ChangePerson | HandOverDuties | MakeInvite | RevokeInvite | PrintInvite
