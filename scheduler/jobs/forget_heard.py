"""Forgets heard messages and questions before they are older than 90 days."""

from collections.abc import Mapping
from datetime import timedelta

from sqlalchemy.orm import Session

from scheduler.occasion import Occasion
from storage.repositories import heard, questions

NAME = "forget_heard"
#: the longest a message is kept
KEPT = timedelta(days=90)
#: until the next run
PAUSE = timedelta(days=7)


def run(session: Session, occasion: Occasion) -> Mapping[str, int]:
    """Forget all that would get too old before the next run; `forgotten` counts it."""
    oldest = occasion.now - KEPT + PAUSE
    tenant = occasion.tenant.id
    gone = heard.forget_before(session, tenant, oldest) + questions.forget_before(session, tenant, oldest)
    return {"forgotten": gone}
