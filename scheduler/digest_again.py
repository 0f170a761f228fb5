"""A digest that waited, looked at once more before it goes out: what of it is still to be done."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from core.due.telling import Item, items
from reports.due.below import PLACES, Below, DueBelow, of_tenant, shortened
from reports.due.reading import DueNow, read_due
from scheduler.occasion import Content
from storage.models import Outbox, Tenant
from storage.queries.recipients import Recipient
from storage.queries.weekly import find_tenant
from storage.repositories import told


@dataclass(frozen=True, slots=True)
class Left:
    """What is left of a digest: the person's tenant as it stands, what is theirs there, and what is below."""

    found: DueNow
    own: tuple[Item, ...]
    below: Below

    @property
    def matters(self) -> int:
        return len(self.own) + self.below.all_matters + self.below.skipped


def hand_over(older: Outbox, newer: Outbox) -> None:
    """Let a digest that waits tell of what an older one was about, for as long as that would have."""
    asked, before = newer.recheck or {}, older.recheck or {}
    newer.recheck = {
        **asked,
        "matters": list(dict.fromkeys([*before["matters"], *asked["matters"]])),
        "more": True,
    }
    if older.useless_after is not None and newer.useless_after is not None:
        newer.useless_after = max(older.useless_after, newer.useless_after)


def what_is_left(
    session: Session, content: Content, person: Recipient, asked: Mapping[str, Any], now: datetime
) -> Left | None:
    """What a person was told in a digest and is still to be done; None where their tenant is gone.

    `asked` is what the digest carries: `matters` are keys of `tenant`, or of those below it.

    Tenants below are read in the order in which they were told of until there are as many as a message names:
    the others are counted as they were.
    """
    found = _due_of(session, content, person.tenant, now)
    if found is None:
        return None
    by_tenant: dict[int | None, list[str]] = {}
    # who moved since is told of nothing there, were it called the same
    told_in = None if asked["tenant"] == person.tenant else find_tenant(session, asked["tenant"])
    for key in dict.fromkeys(asked["matters"]):
        tenant_id, matter = told.parted(key)
        home = told_in.id if told_in else None
        by_tenant.setdefault(home if tenant_id is None else tenant_id, []).append(matter)
    own = _still_open(found, person.person_id, by_tenant.pop(None, ()))
    open_ones, unread = list[DueBelow](), list[list[str]]()
    for tenant_id, matters in by_tenant.items():
        if len(open_ones) >= PLACES:
            unread.append(matters)
            continue
        tenant = session.get(Tenant, tenant_id)
        there = _due_of(session, content, tenant.code, now) if tenant else None
        below = of_tenant(there, _still_open(there, person.person_id, matters)) if there else None
        open_ones.extend([below] if below else [])
    shown = replace(shortened(open_ones), places=len(unread), matters=sum(map(len, unread)))
    return Left(found, own, shown)


def _due_of(session: Session, content: Content, code: str, now: datetime) -> DueNow | None:
    tenant = find_tenant(session, code)
    if tenant is None or code not in content.catalogue.tenants:
        return None
    return read_due(session, content.catalogue, tenant, code, now)


def _still_open(found: DueNow, person_id: int, keys: Collection[str]) -> tuple[Item, ...]:
    """Of what a person was told, under these keys, that which is still to be done: each matter once."""
    afresh = replace(found.setting, standing=replace(found.setting.standing, told=()))
    every = {
        each.matter.key: each
        for each in items(found.matters, afresh)
        if each.person == person_id and each.matter.key in keys
    }
    return tuple(every.values())
