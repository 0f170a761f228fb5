"""The account's tokens: renewed in time, by one process and one task at a time, and stored before they count.

The refresh token can be used once. What it brought is replaced in the store whole, in one transaction; until
that is done it is held on to here, for to lose it is to be silent until an administrator consents anew.
"""

import asyncio
import hashlib
import logging
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

from bot.channels.zalo_oa.client import Client
from bot.channels.zalo_oa.errors import Kind, ZaloError
from bot.channels.zalo_oa.ports import Alarm, Pair, TokenStore

#: the part of an access token's life after which it is renewed: 20 of 25 hours
RENEW_AFTER = 0.8
#: what Zalo documents for a refresh token; the answer does not say it
REFRESH_LIFE = timedelta(days=90)
#: how long one process has to renew; a call is given up long before
LEASE = timedelta(seconds=60)
#: the pair is in danger when so little is left of it: both are renewed long before, unless renewing fails
ACCESS_DANGER, REFRESH_DANGER = timedelta(hours=4), timedelta(days=14)
#: after renewing failed, it is not tried again for so long while there is an old token, or no hope
REST = timedelta(minutes=1)
#: seconds between looks whether another process has renewed
_LOOK = 0.25
#: seconds before storing is tried again, doubled with each failure up to the second figure
_FIRST_PAUSE, _LONGEST_PAUSE = 0.5, 30.0
#: digits of an access token's life in seconds that are believed
_DIGITS = 8
#: seconds the end of the program is held up for new tokens to be stored
_LONGEST_STOP = 20.0

_log = logging.getLogger(__name__)


class Tokens:
    """The living pair. `trouble` says why it cannot be renewed; None while all is well."""

    def __init__(
        self, client: Client, store: TokenStore, first: str, clock: Callable[[], datetime], alarm: Alarm
    ) -> None:
        self._client = client
        self._store = store
        self._first = first
        self._clock = clock
        self._alarm = alarm
        self._pair: Pair | None = None
        self._renewing: asyncio.Task[Pair] | None = None
        self._again_at: datetime | None = None
        self._refused_until: datetime | None = None
        self.trouble: str | None = None

    async def access(self, *, refused: str | None = None) -> str:
        """An access token, another one than was `refused`. Raises ZaloError when there is none."""
        pair, now = self._pair, self._clock()
        if pair is not None and _is_fresh(pair, refused, now):
            return pair.access
        if self._again_at is not None and now < self._again_at:
            if pair is not None and _is_usable(pair, refused, now):
                return pair.access
            if self.trouble:
                raise ZaloError(Kind.AUTH, self.trouble)
        return (await self._renewed(refused)).access

    async def living(self) -> Pair | None:
        """The pair as it is stored, not renewed; None as long as there is none from the first token."""
        pair = await self._store.read()
        return pair if pair is not None and pair.seed == seed_of(self._first) else None

    async def watch(self, every: float) -> None:
        """Look after the pair every so many seconds, until cancelled."""
        while True:
            await self.look_after()
            await asyncio.sleep(every)

    async def look_after(self) -> None:
        """Renew what is due; tell of what is in danger."""
        try:
            await self.access()
        except Exception as error:
            _log.warning("Zalo OA: the tokens were not renewed: %s", error)
        pair, now = self._pair, self._clock()
        threat = self.trouble or (danger(pair, now) if pair else None)
        if threat is not None:
            await self._tell(threat, now)

    async def stop(self) -> None:
        """Let what was begun be stored, if that is done within reason."""
        if self._renewing is not None:
            await asyncio.wait([self._renewing], timeout=_LONGEST_STOP)
            self._renewing.cancel()
            await asyncio.gather(self._renewing, return_exceptions=True)

    async def _renewed(self, refused: str | None) -> Pair:
        # Whoever waits may be cancelled; what was begun is not, for the refresh token is used up.
        while True:
            if self._renewing is None or self._renewing.done():
                self._renewing = asyncio.create_task(self._renew(refused))
            pair = await asyncio.shield(self._renewing)
            if pair.access != refused:
                return pair
            # Two callers were refused different tokens: ask for the newer one anew.

    async def _renew(self, refused: str | None) -> Pair:
        pair, now = await self._read(), self._clock()
        if _is_fresh(pair, refused, now):
            self.trouble = None
            return pair
        if pair.access == refused and self._refused_until is not None and now < self._refused_until:
            # Each try would use up a refresh token, and another token is not what Zalo wants.
            raise ZaloError(Kind.AUTH, "Zalo OA: the access token is refused, though it was just renewed")
        usable = _is_usable(pair, refused, now)
        if not await self._store.claim(pair, now, LEASE):
            return pair if usable else await self._renewed_elsewhere(pair)
        try:
            # Counted from before the asking: what is on its way already ages.
            new = _pair(await self._client.exchange(pair.refresh), pair.seed, now)
        except ZaloError as error:
            await self._store.release()
            return await self._after(error, pair, usable)
        self._pair, self.trouble = new, None
        self._refused_until = now + REST if refused else None
        await self._keep(pair, new)
        return new

    async def _read(self) -> Pair:
        """The living pair; of an account that has none yet, one that is due at once."""
        pair = await self._store.read()
        seed = seed_of(self._first)
        if pair is None or pair.seed != seed:
            now = self._clock()
            await self._store.plant(Pair("", self._first, seed, now, now, now + REFRESH_LIFE))
            pair = await self._store.read()
        if pair is None:
            raise ZaloError(Kind.TRANSIENT, "Zalo OA: the tokens are not in the store")
        self._pair = pair
        return pair

    async def _renewed_elsewhere(self, old: Pair) -> Pair:
        """What another process that is at it comes to."""
        waited = 0.0
        while waited < LEASE.total_seconds():
            await asyncio.sleep(_LOOK)
            waited += _LOOK
            pair = await self._store.read()
            if pair is not None and pair.access != old.access:
                self._pair, self.trouble = pair, None
                return pair
        raise ZaloError(Kind.TRANSIENT, "Zalo OA: another process did not come to an end with the tokens")

    async def _after(self, error: ZaloError, pair: Pair, usable: bool) -> Pair:
        """What is left when renewing failed: another process's pair, or the old one as long as it is good."""
        if error.kind is Kind.AUTH:
            there = await self._store.read()
            if there is not None and there.refresh != pair.refresh:
                self._pair, self.trouble = there, None
                return there
            self.trouble, self._again_at = str(error), self._clock() + REST
            await self._tell(self.trouble, self._clock())
        if usable:
            self._again_at = self._clock() + REST
            return pair
        raise error

    async def _keep(self, used: Pair, new: Pair) -> None:
        """Store the new pair, however long that takes: it exists nowhere else."""
        pause = _FIRST_PAUSE
        while True:
            try:
                if not await self._store.replace(used, new):
                    _log.error("Zalo OA: the renewed tokens found another pair in their place")
                return
            except Exception as error:
                _log.error("Zalo OA: the renewed tokens are not stored yet: %s", type(error).__name__)
            await asyncio.sleep(pause)
            pause = min(2 * pause, _LONGEST_PAUSE)

    async def _tell(self, trouble: str, now: datetime) -> None:
        try:
            await self._alarm(trouble, now)
        except Exception as error:
            _log.error("Zalo OA: nobody could be told of %s: %r", trouble, error)


def seed_of(refresh_token: str) -> str:
    """By what a chain of tokens is known to have begun with this one, without keeping it."""
    return hashlib.sha256(refresh_token.encode()).hexdigest()


def danger(pair: Pair, now: datetime) -> str | None:
    """Why the channel is about to fall silent; None while the pair has time enough to be renewed."""
    if now >= pair.refresh_expires_at:
        return "the refresh token has expired: an administrator must consent anew"
    if pair.refresh_expires_at - now < REFRESH_DANGER:
        return f"the refresh token expires on {pair.refresh_expires_at:%Y-%m-%d}"
    if now >= pair.access_expires_at:
        return "the access token has expired and could not be renewed: nothing is sent"
    if pair.access_expires_at - now < ACCESS_DANGER:
        return f"the access token could not be renewed and expires at {pair.access_expires_at:%H:%M} UTC"
    return None


def _is_fresh(pair: Pair, refused: str | None, now: datetime) -> bool:
    life = pair.access_expires_at - pair.obtained_at
    return pair.access != refused and now < pair.obtained_at + life * RENEW_AFTER


def _is_usable(pair: Pair, refused: str | None, now: datetime) -> bool:
    return pair.access != refused and now < pair.access_expires_at


def _pair(answer: Mapping[str, Any], seed: str, now: datetime) -> Pair:
    """The pair in an answer. Raises ZaloError when it holds none: the old refresh token may be used up."""
    access, refresh = answer.get("access_token"), answer.get("refresh_token")
    if not (isinstance(access, str) and access and isinstance(refresh, str) and refresh):
        raise ZaloError(Kind.TRANSIENT, "Zalo OA: the answer holds no tokens")
    return Pair(access, refresh, seed, now, now + _life(answer.get("expires_in")), now + REFRESH_LIFE)


def _life(expires_in: object) -> timedelta:
    """How long the access token is good; Zalo writes the seconds as text, 25 hours of them."""
    text = str(expires_in)
    known = text.isdecimal() and len(text) <= _DIGITS and int(text) > 0
    return timedelta(seconds=int(text)) if known else timedelta(hours=25)
