"""Deletes every night what would be older by the next one than it may be kept."""

from collections.abc import Mapping
from datetime import timedelta

from sqlalchemy.orm import Session

from scheduler.occasion import Occasion
from storage.repositories import audit
from storage.repositories.purging import purge

NAME = "purge"
#: until the next run
_PAUSE = timedelta(days=1)


def run(session: Session, occasion: Occasion) -> Mapping[str, int]:
    """Delete of each kind what is too old; the counts by kind, which the trail tells, too."""
    tenant, now = occasion.tenant.id, occasion.now
    # what was sent goes first: updates that were answered by it need not stay for it
    keep = sorted(occasion.content.catalogue.schedule.keep.items(), key=lambda item: item[0] != "sent")
    counts = {
        kept.value: purge(session, tenant, kept, now - timedelta(days=rule.days) + _PAUSE)
        for kept, rule in keep
    }
    gone = {kept: count for kept, count in counts.items() if count}
    if gone:
        audit.note(session, audit.Change(now, None, "purge", "tenant", tenant, new=gone, chain=tenant))
    return gone
