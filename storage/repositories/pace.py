"""How fast each channel may send: one row a channel, shared by all processes and kept over restarts."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache

from sqlalchemy import Insert, bindparam, select, update
from sqlalchemy.orm import Session

from core.pace import Bucket, Rate, Recent
from storage.models.base import table
from storage.models.queues import ChannelPace
from storage.upserts import dialect_of, insert_into

_pace = table(ChannelPace)
_LOCK = select(_pace).where(_pace.c.channel == bindparam("name")).with_for_update()
_KEEP = update(_pace).where(_pace.c.channel == bindparam("name"))
_KEEP_BUCKET = _KEEP.values(tokens=bindparam("left"), refilled_at=bindparam("at"), recent=bindparam("gone"))
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_TICK = timedelta(microseconds=1)
_KEEP_PAUSE = _KEEP.values(paused_until=bindparam("until"))


@cache
def _add(dialect: str) -> Insert:
    return insert_into(_pace, dialect).on_conflict_do_nothing(index_elements=["channel"])


@dataclass(frozen=True, slots=True)
class Pace:
    """What a channel may send now: what is no reply as the bucket says, everything as what went out lately
    leaves room for. `paused_until`: until when it must be left alone.
    """

    bucket: Bucket
    recent: Recent
    paused_until: datetime | None

    def taken(self, number: int, now: datetime, rate: Rate) -> "Pace":
        """With so many messages that go out now."""
        return Pace(self.bucket.taken(number, rate), self.recent.gone(number, now, rate), self.paused_until)


def lock(session: Session, channel: str, rate: Rate, now: datetime) -> Pace:
    """The channel's pace at `now`. Until the transaction ends, no other one may ask."""
    row = session.execute(_LOCK, {"name": channel}).first()
    if row is None:
        first = {"channel": channel, "tokens": rate.burst, "refilled_at": now}
        session.execute(_add(dialect_of(session)), first)
        row = session.execute(_LOCK, {"name": channel}).one()
    # replies leave less than nothing of it; what is no reply waits for that no longer than for a free window
    left = Bucket(max(row.tokens, -rate.burst), min(row.refilled_at, now)).refilled(now, rate)
    recent = Recent.of((_EPOCH + each * _TICK for each in row.recent or ()), now, rate)
    return Pace(left, recent, row.paused_until)


def keep(session: Session, channel: str, pace: Pace) -> None:
    """Store what is left after sending."""
    gone = [(moment - _EPOCH) // _TICK for moment in pace.recent.moments]
    bucket = pace.bucket
    session.execute(_KEEP_BUCKET, {"name": channel, "left": bucket.tokens, "at": bucket.at, "gone": gone})


def pause(session: Session, channel: str, until: datetime, now: datetime) -> None:
    """Leave the whole channel alone until then. A longer pause is not cut short."""
    pace = lock(session, channel, Rate.of(0), now)
    if pace.paused_until is None or pace.paused_until < until:
        session.execute(_KEEP_PAUSE, {"name": channel, "until": until})
