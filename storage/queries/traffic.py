"""What comes in and goes out through one channel, and what does not: for `tiendo channels`."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from core.windows import UNDELIVERABLE
from storage.models.queues import ChannelPace, Inbox, Outbox
from storage.models.troubles import ChannelTrouble


@dataclass(frozen=True, slots=True)
class Traffic:
    """Rows of one channel.

    `waiting`: messages that wait to go out; `unread`: updates that wait to be handled. `given_up`: both kinds
    together, without the `undeliverable`, whose people may not be written to. `chat` is where the newest
    update came from, `event` its name where it has one. `paused_until` is in the past, or None, where the
    channel is not left alone.
    """

    waiting: int
    unread: int
    given_up: int
    undeliverable: int
    received_at: datetime | None
    chat: str
    event: str
    error: str
    error_at: datetime | None
    paused_until: datetime | None


def traffic(session: Session, channel: str) -> Traffic:
    """As it is now."""
    dead = _count(session, Outbox, channel, "dead")
    closed = (
        session.scalar(
            select(func.count())
            .select_from(Outbox)
            .where(Outbox.channel == channel, Outbox.status == "dead")
            .where(Outbox.error.startswith(UNDELIVERABLE))
        )
        or 0
    )
    newest = session.scalars(
        select(Inbox).where(Inbox.channel == channel).order_by(Inbox.id.desc()).limit(1)
    ).first()
    name = newest.raw.get("event_name") if newest else None
    trouble = session.get(ChannelTrouble, channel)
    return Traffic(
        waiting=_count(session, Outbox, channel, "waiting", "sending"),
        unread=_count(session, Inbox, channel, "waiting"),
        given_up=dead - closed + _count(session, Inbox, channel, "dead"),
        undeliverable=closed,
        received_at=newest.received_at if newest else None,
        chat=newest.lane.partition(":")[2] if newest else "",
        event=name if isinstance(name, str) else "",
        error=trouble.error if trouble else "",
        error_at=trouble.at if trouble else None,
        paused_until=session.scalar(select(ChannelPace.paused_until).where(ChannelPace.channel == channel)),
    )


def _count(session: Session, queue: type[Inbox] | type[Outbox], channel: str, *statuses: str) -> int:
    query = select(func.count()).select_from(queue)
    return session.scalar(query.where(queue.channel == channel, queue.status.in_(statuses))) or 0
