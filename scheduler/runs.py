"""Whether a run is still to be made, and making it: the ledger row and the job's work are one transaction."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from core.periods import local_date
from scheduler.occasion import Job, Occasion
from storage.repositories import due

FAILED = "failed"
#: no job comes less often than within a month of itself
_LONGEST = timedelta(days=31)


@dataclass(frozen=True, slots=True)
class Run:
    """What became of one due run: done, skipped (found too late), or failed (nothing kept, tried again)."""

    job: str
    tenant: str
    due_at: datetime
    outcome: str
    counts: Mapping[str, int] = field(default_factory=dict)


def settled(session: Session, occasion: Occasion) -> bool:
    """Whether nothing is left to do: this moment was dealt with, or the job was done in the same month, week
    or day.

    The second keeps a job as often as it is meant to come when somebody moves its hour after it has run.
    """
    return any(
        due_at == occasion.due_at or (outcome == due.DONE and occasion.serves(due_at))
        for due_at, outcome in due.runs_around(session, occasion.key, _LONGEST, occasion.now)
    )


def missed_days(session: Session, occasion: Occasion, most: int) -> tuple[date, ...]:
    """Of so many days before that of a daily job's run those on which it was not done, oldest first."""
    zone = occasion.tenant.zone
    runs = due.runs_around(session, occasion.key, timedelta(days=most + 1), occasion.now)
    done = {local_date(due_at, zone) for due_at, outcome in runs if outcome == due.DONE}
    first, today = local_date(occasion.tenant.since, zone), local_date(occasion.due_at, zone)
    before = (today - timedelta(days=number) for number in range(most, 0, -1))
    return tuple(day for day in before if day >= first and day not in done)


def unsettled(session: Session, occasions: Iterable[Occasion]) -> tuple[due.DueKey, ...]:
    """Those of them that are still to be made: of a whole tick in one look, most in one question."""
    every = {each.key: each for each in occasions}
    now = max((each.now for each in every.values()), default=None)
    if now is None:
        return ()
    made = due.made(session, every, now)
    return tuple(key for key, each in every.items() if key not in made and not settled(session, each))


def perform(session: Session, occasion: Occasion, job: Job) -> Run | None:
    """Claim the run and do the job; None when it is settled or another process was first."""
    if settled(session, occasion):
        return None
    outcome = due.SKIPPED if occasion.too_late else due.DONE
    run_id = due.claim(session, occasion.key, occasion.now, outcome)
    if run_id is None:
        return None
    counts: Mapping[str, int] = {}
    if not occasion.too_late:
        counts = job(session, occasion)
        due.note_counts(session, run_id, counts)
    return Run(occasion.job, occasion.tenant.code, occasion.due_at, outcome, counts)
