"""Sends every manager and admin of the tenant the summary of the week."""

from collections.abc import Mapping

from sqlalchemy.orm import Session

from core.catalogue.fact_types import Role
from core.delivery import NOTICE
from core.periods import next_allowed
from core.week import Week
from reports.weekly import read_week, weekly_message
from scheduler.occasion import Occasion
from storage.queries.recipients import with_roles
from storage.repositories import outbox

NAME = "weekly_summary"
READERS = (Role.MANAGER, Role.ADMIN)


def run(session: Session, occasion: Occasion) -> Mapping[str, int]:
    """Write the summaries; `summaries` counts them. A run made up for later still tells of its own week."""
    readers = with_roles(session, occasion.tenant.id, *READERS)
    if not readers:
        return {"summaries": 0}
    content, schedule = occasion.content, occasion.content.catalogue.schedule
    same_week = Week.of(occasion.now, occasion.tenant.zone) == occasion.week
    told = occasion.now if same_week else occasion.due_at
    figures = read_week(session, content.catalogue, occasion.tenant.code, told)
    written = [
        outbox.add(
            session,
            address=reader.address,
            message=weekly_message(figures, content.catalogue, content.texts, reader.locale),
            now=occasion.now,
            priority=NOTICE,
            person_id=reader.person_id,
            dedupe_key=f"{NAME}:{reader.person_id}:{occasion.due_at.isoformat()}",
            not_before=next_allowed(
                occasion.now, schedule.quiet_from, schedule.quiet_to, occasion.tenant.zone
            ),
            useless_after=occasion.late_until,
            recheck={"name": NAME, "person": reader.person_id},
        )
        for reader in readers
    ]
    return {"summaries": sum(row is not None for row in written)}
