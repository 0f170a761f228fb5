"""What a messenger's own terms let go out: of its plan, and of its window for writing to people."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

from sqlalchemy.orm import Session

from core.delivery import BULK
from core.quota import LEFT_OUT, Plan, gives_way
from core.windows import AWAITED, StandIn, Undeliverable, Wait, Window, decide
from storage.repositories import moving, outbox, usage
from storage.repositories.outbox_row import OutboxRow


def in_plan(
    session: Session, row: OutboxRow, plan: Plan, now: datetime, channels: Collection[str]
) -> OutboxRow | None:
    """The row; None when the month's messages run short and it gives way to replies.

    Here and below `channels` are those that are served: it may move on to them.
    """
    if row.priority < BULK or not plan.messages:
        return row
    used = usage.read(session, row.channel, plan.month(now))
    if not gives_way(plan, used, row.person_id or 0, now):
        return row
    if not moving.move_on(session, row, LEFT_OUT, now, channels):
        outbox.drop(session, row.id, row.attempts, LEFT_OUT)
    return None


def in_window(
    session: Session, row: OutboxRow, window: Window, now: datetime, channels: Collection[str]
) -> OutboxRow | None:
    """The row, or that of a stand-in, where the person wrote lately enough; None when it waits or ended."""
    last = outbox.last_interaction(session, row.channel, row.chat)
    stands_in = False
    match decide(window, last, now, row.useless_after):
        case Undeliverable(reason):
            moving.give_up(session, row, row.attempts, reason, now, channels)
            return None
        case Wait(when):
            if not moving.move_on(session, row, AWAITED, now, channels):
                outbox.again(session, row.id, payload=row.payload, tries=row.attempts, when=when, why=AWAITED)
            return None
        case StandIn():
            stands_in = True
    if bool(row.payload.get("stand_in")) == stands_in:
        return row
    changed = {**row.payload, "stand_in": stands_in}
    outbox.again(session, row.id, payload=changed, tries=row.attempts, when=now, why="")
    return replace(row, payload=changed)
