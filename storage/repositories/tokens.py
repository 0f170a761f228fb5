"""The living tokens of a channel: read, claimed by one process to be replaced, replaced."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache

from sqlalchemy import Insert, bindparam, or_, select, update
from sqlalchemy.orm import Session

from storage.models.base import Moment, table
from storage.models.tokens import ChannelToken
from storage.upserts import dialect_of, insert_into

_token = table(ChannelToken)
_COLUMNS = tuple(column.name for column in _token.c if column.name != "channel")
_OF = _token.c.channel == bindparam("name")
_READ = select(_token).where(_OF)
_CLAIM = (
    update(_token)
    .where(_OF, _token.c.access_token == bindparam("seen"))
    .where(
        or_(
            _token.c.refreshing_until.is_(None),
            _token.c.refreshing_until <= bindparam("now", type_=Moment()),
        )
    )
    .values(refreshing_until=bindparam("until"))
)
_REPLACE = (
    update(_token)
    .where(_OF, _token.c.refresh_token == bindparam("used"))
    .values(
        access_token=bindparam("access"),
        refresh_token=bindparam("refresh"),
        obtained_at=bindparam("obtained"),
        access_expires_at=bindparam("access_until"),
        refresh_expires_at=bindparam("refresh_until"),
        refreshing_until=None,
        told_at=None,
    )
)
_RELEASE = update(_token).where(_OF).values(refreshing_until=None)
_TOLD = (
    update(_token)
    .where(_OF)
    .where(or_(_token.c.told_at.is_(None), _token.c.told_at <= bindparam("before", type_=Moment())))
    .values(told_at=bindparam("now"))
)


@dataclass(frozen=True, slots=True)
class TokenRow:
    """A pair of tokens: until when each is good, and the hash of the token it all began with."""

    access: str
    refresh: str
    seed: str
    obtained_at: datetime
    access_expires_at: datetime
    refresh_expires_at: datetime

    def __repr__(self) -> str:
        return f"TokenRow(obtained_at={self.obtained_at!r})"


@cache
def _plant(dialect: str) -> Insert:
    new = insert_into(_token, dialect)
    columns = {name: new.excluded[name] for name in _COLUMNS}
    return new.on_conflict_do_update(
        index_elements=["channel"], set_=columns, where=_token.c.seed != new.excluded.seed
    )


def plant(session: Session, channel: str, row: TokenRow) -> None:
    """Begin a chain of tokens with what an operator gave. A chain that began so goes on."""
    values = {
        "channel": channel,
        "access_token": row.access,
        "refresh_token": row.refresh,
        "seed": row.seed,
        "obtained_at": row.obtained_at,
        "access_expires_at": row.access_expires_at,
        "refresh_expires_at": row.refresh_expires_at,
        "refreshing_until": None,
        "told_at": None,
    }
    session.execute(_plant(dialect_of(session)), values)


def read(session: Session, channel: str) -> TokenRow | None:
    """The living pair, if there is one."""
    row = session.execute(_READ, {"name": channel}).first()
    if row is None:
        return None
    return TokenRow(
        row.access_token,
        row.refresh_token,
        row.seed,
        row.obtained_at,
        row.access_expires_at,
        row.refresh_expires_at,
    )


def claim(session: Session, channel: str, seen: str, now: datetime, lease: timedelta) -> bool:
    """Whether the caller is the one who replaces the pair whose access token it has `seen`.

    False when another process has replaced it, or is about to: it has `lease` to do so.
    """
    asked = {"name": channel, "seen": seen, "now": now, "until": now + lease}
    return bool(session.connection().execute(_CLAIM, asked).rowcount)


def replace(session: Session, channel: str, used: str, row: TokenRow) -> bool:
    """Put a new pair in the place of the one whose refresh token was used; False when that is not there."""
    new = {
        "name": channel,
        "used": used,
        "access": row.access,
        "refresh": row.refresh,
        "obtained": row.obtained_at,
        "access_until": row.access_expires_at,
        "refresh_until": row.refresh_expires_at,
    }
    return bool(session.connection().execute(_REPLACE, new).rowcount)


def release(session: Session, channel: str) -> None:
    """The pair was not replaced: another may try."""
    session.execute(_RELEASE, {"name": channel})


def tell(session: Session, channel: str, now: datetime, every: timedelta) -> bool:
    """Whether the administrators are to be told now, and were not within the time `every`."""
    asked = {"name": channel, "now": now, "before": now - every}
    return bool(session.connection().execute(_TOLD, asked).rowcount)
