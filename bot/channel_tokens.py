"""What the Zalo Official Account asks of storage: its living pair of tokens, and telling administrators."""

import logging
from datetime import datetime, timedelta
from functools import partial

from sqlalchemy.orm import Session

from bot.channels.zalo_oa import Pair
from bot.telling import tell_administrators
from core.texts import Texts, say
from storage.db import Database
from storage.repositories import tokens
from storage.repositories.tokens import TokenRow

#: administrators are told again after this long, if nothing was done
_EVERY = timedelta(days=1)

_log = logging.getLogger(__name__)


class StoredTokens:
    """`bot.channels.zalo_oa.TokenStore` of one channel."""

    def __init__(self, db: Database, channel: str) -> None:
        self._db = db
        self._channel = channel

    async def plant(self, pair: Pair) -> None:
        await self._db.write(lambda session: tokens.plant(session, self._channel, _row(pair)))

    async def read(self) -> Pair | None:
        row = await self._db.read(lambda session: tokens.read(session, self._channel))
        return _pair(row) if row else None

    async def claim(self, seen: Pair, now: datetime, lease: timedelta) -> bool:
        claim = partial(tokens.claim, channel=self._channel, seen=seen.access, now=now, lease=lease)
        return await self._db.write(claim)

    async def replace(self, used: Pair, new: Pair) -> bool:
        replace = partial(tokens.replace, channel=self._channel, used=used.refresh, row=_row(new))
        return await self._db.write(replace)

    async def release(self) -> None:
        await self._db.write(lambda session: tokens.release(session, self._channel))


class TokenAlarm:
    """`bot.channels.zalo_oa.Alarm`: an error in the log each time, a message to administrators once a day."""

    def __init__(self, db: Database, channel: str, texts: Texts) -> None:
        self._db = db
        self._channel = channel
        self._texts = texts

    async def __call__(self, trouble: str, now: datetime) -> None:
        _log.error("a channel's tokens are in danger", extra={"channel": self._channel, "trouble": trouble})
        await self._db.write(partial(_tell, channel=self._channel, texts=self._texts, now=now))


def _tell(session: Session, channel: str, texts: Texts, now: datetime) -> None:
    if not tokens.tell(session, channel, now, _EVERY):
        return
    tell_administrators(session, texts, say("zalo-oa-tokens-in-danger"), now, _EVERY)


def _row(pair: Pair) -> TokenRow:
    return TokenRow(
        pair.access,
        pair.refresh,
        pair.seed,
        pair.obtained_at,
        pair.access_expires_at,
        pair.refresh_expires_at,
    )


def _pair(row: TokenRow) -> Pair:
    return Pair(
        row.access, row.refresh, row.seed, row.obtained_at, row.access_expires_at, row.refresh_expires_at
    )
