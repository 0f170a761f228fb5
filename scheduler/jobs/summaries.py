"""Sends everybody of the tenant who may read it, and its group chats, the summary of a day, week, month or
quarter: one job under the name of each, so that each has its own time in the schedule.
"""

from collections.abc import Mapping
from typing import Any

from sqlalchemy.orm import Session

from core.catalogue.fact_types import Role
from core.delivery import NOTICE
from core.dialogue.rendering import rendered
from core.messages import Address, Outbound
from core.periods import next_allowed
from core.permissions import Action, roles_that_may
from core.rounds import Every, Round
from reports.summary.message import group_message, summary_message
from reports.summary.reading import Summary, read_summary
from scheduler.occasion import SUMMARIES, Content, Occasion
from storage.queries.recipients import with_roles
from storage.repositories import groups, outbox

EVERY = SUMMARIES


def readers_in(content: Content, tenant: str) -> frozenset[Role]:
    """The roles that may read summaries there."""
    spec = content.catalogue.tenants.get(tenant)
    return roles_that_may(Action.READ_SUMMARY, spec.permissions if spec else {})


def run(session: Session, occasion: Occasion) -> Mapping[str, int]:
    """Write the summaries; `summaries` counts those to people, `groups` those to group chats.

    A run made up for later still tells of its own time. Of a day off on which nothing happened there is none.
    """
    readers = with_roles(session, occasion.tenant.id, *readers_in(occasion.content, occasion.tenant.code))
    listening = groups.listening(session, occasion.tenant.id)
    counts = {"summaries": 0, "groups": 0}
    if not readers and not listening:
        return counts
    content = occasion.content
    when = Round.told_at(EVERY[occasion.job], occasion.due_at, occasion.tenant.zone)
    found = read_summary(session, content.catalogue, occasion.tenant.code, occasion.now, when)
    if _of_a_day_off(found):
        return counts
    messages = {
        locale: rendered(content.texts, summary_message(found, content.texts, locale), locale)
        for locale in {reader.locale for reader in readers}
    }
    for reader in readers:
        key = f"{occasion.job}:{reader.person_id}:{occasion.due_at.isoformat()}"
        about = {"person": reader.person_id}
        written = _write(session, occasion, reader.address, messages[reader.locale], key, about)
        counts["summaries"] += written
    for group in listening:
        message = rendered(content.texts, group_message(found, content.texts, group.locale), group.locale)
        key = f"{occasion.job}:group:{group.id}:{occasion.due_at.isoformat()}"
        about = {"group": group.id, "tenant": occasion.tenant.id}
        counts["groups"] += _write(session, occasion, Address(group.channel, group.chat), message, key, about)
    return counts


def _write(
    session: Session,
    occasion: Occasion,
    address: Address,
    message: Outbound,
    key: str,
    about: Mapping[str, Any],
) -> bool:
    """One summary, about to be asked again before it goes out; False where it was written before."""
    hours = occasion.content.catalogue.schedule
    row = outbox.add(
        session,
        address=address,
        message=message,
        now=occasion.now,
        priority=NOTICE,
        person_id=about.get("person"),
        dedupe_key=key,
        not_before=next_allowed(occasion.now, hours.quiet_from, hours.quiet_to, occasion.tenant.zone),
        useless_after=occasion.late_until,
        recheck={"name": occasion.job, **about},
    )
    return row is not None


def _of_a_day_off(found: Summary) -> bool:
    calendar = found.figures.catalogue.calendar
    when = found.round
    return when.every is Every.DAY and not found.activity.kinds and not calendar.works(when.first)
