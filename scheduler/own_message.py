"""The message to one person about what is their own, once for each time its job is due."""

from datetime import datetime

from sqlalchemy.orm import Session

from core.delivery import BULK
from core.dialogue.rendering import rendered
from core.dialogue.steps import Message
from scheduler.occasion import Occasion
from storage.queries.recipients import Recipient
from storage.repositories import outbox


def write_own(
    session: Session, occasion: Occasion, person: Recipient, message: Message, not_before: datetime
) -> None:
    """Put it into the outbox under the name of the job, whose recheck looks at it before it is sent."""
    outbox.add(
        session,
        address=person.address,
        message=rendered(occasion.content.texts, message, person.locale),
        now=occasion.now,
        priority=BULK,
        person_id=person.person_id,
        dedupe_key=f"{occasion.job}:{person.person_id}:{occasion.due_at.isoformat()}",
        not_before=not_before,
        useless_after=occasion.late_until,
        recheck={"name": occasion.job, "person": person.person_id},
    )
