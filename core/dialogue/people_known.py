"""The people of a tenant as those who keep them see them. Read-only; telephone numbers are no part of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, Protocol

from core.catalogue.fact_types import Role
from core.people import PersonStatus


@dataclass(frozen=True, slots=True)
class InviteKnown:
    """An invite as its code shows it. `problem` says why it cannot be used."""

    tenant_name: str
    role: Role
    unit_name: str | None
    problem: Literal["expired", "used", "revoked"] | None = None


@dataclass(frozen=True, slots=True)
class InviteListed:
    """An invite that can be used: its place in the list, how many more may, who came by it, who made it."""

    id: int
    nth: int
    role: Role
    unit: str | None
    left: int
    until: date
    by: str | None
    came: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MemberKnown:
    """Somebody who waits to be let in."""

    id: int
    name: str
    role: Role
    unit_name: str | None


@dataclass(frozen=True, slots=True)
class PersonLine:
    """Somebody in a list. `where`: the unit, or a household's business."""

    id: int
    name: str
    role: Role
    status: PersonStatus
    where: str | None


@dataclass(frozen=True, slots=True)
class Duties:
    """What hangs on one person.

    Handed over are `requests` that wait, `answered` ones that may come back, those `raised` to those above,
    `inspections` that are open, `broadcasts` to be released or followed, `groups` they linked. A `draft` and
    reports `sent_back` stay with who wrote them; targets, steps, articles and registers belong to the unit:
    `alone` says that no other officer is there for it. `tokens` of the API end with who made them.
    """

    requests: int = 0
    answered: int = 0
    raised: int = 0
    inspections: int = 0
    broadcasts: int = 0
    groups: int = 0
    tokens: int = 0
    sent_back: int = 0
    draft: bool = False
    alone: bool = False

    def moving(self) -> dict[str, int]:
        """What a hand-over moves: how many of each kind, of those there are."""
        kinds = ("requests", "answered", "raised", "inspections", "broadcasts", "groups")
        return {kind: getattr(self, kind) for kind in kinds if getattr(self, kind)}


@dataclass(frozen=True, slots=True)
class PersonCard:
    """All that is shown of one. `changes`: the speaker may change it; `unit_id` is 0 without one."""

    line: PersonLine
    unit_id: int
    joined: date
    channels: int
    last_seen: date | None
    reports: int
    duties: Duties
    changes: bool
    roles: tuple[Role, ...] = ()
    #: since when their data are only kept
    restricted: date | None = None


class PeopleLookups(Protocol):
    """What the speaker may know of people: nothing, unless they keep them."""

    def count(self) -> int: ...
    def page(self, first: int, limit: int) -> Sequence[PersonLine]: ...
    def named(self, text: str, limit: int) -> Sequence[PersonLine]: ...
    def card(self, person_id: int) -> PersonCard | None: ...
    def units(self) -> Sequence[tuple[int, str]]: ...
    def takers(self, person_id: int, limit: int) -> Sequence[PersonLine]: ...
    def invites(self) -> Sequence[InviteListed]: ...
