"""Sends every manager and admin of the tenant the summary of the week."""

from collections.abc import Mapping

from sqlalchemy.orm import Session

from core.catalogue.fact_types import Role
from core.delivery import NOTICE
from core.dialogue.rendering import rendered
from core.periods import next_allowed
from core.rounds import Every, Round
from reports.summary.message import summary_message
from reports.summary.reading import read_summary
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
    when = Round.at(Every.WEEK, occasion.due_at, occasion.tenant.zone)
    found = read_summary(session, content.catalogue, occasion.tenant.code, occasion.now, when)
    messages = {
        locale: rendered(content.texts, summary_message(found, content.texts, locale), locale)
        for locale in {reader.locale for reader in readers}
    }
    written = [
        outbox.add(
            session,
            address=reader.address,
            message=messages[reader.locale],
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
