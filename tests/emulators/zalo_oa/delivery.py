"""Delivery of events: each is posted, signed, until the bot answers 200 in time; in a person's order."""

import asyncio
import hashlib
from collections import defaultdict

import orjson
from aiohttp import ClientError, ClientSession, ClientTimeout

from tests.emulators.faults import UPDATES, FaultKind
from tests.emulators.zalo_oa.account import Account
from tests.emulators.zalo_oa.seen import Event

HEADER = "X-ZEvent-Signature"
#: seconds the bot has to answer
PATIENCE = 2.0
#: seconds until the first repetition; each next one waits twice as long, up to the second figure
FIRST_WAIT, LONGEST_WAIT = 0.05, 1.0


def signature(account: Account, body: bytes, timestamp: str) -> str:
    """What proves that the account's app delivers this body."""
    parts = account.app_id.encode() + body + timestamp.encode() + account.webhook_secret.encode()
    return f"mac={hashlib.sha256(parts).hexdigest()}"


class Delivery:
    """Posts to `url` once that is set. `attempts` is the status of every post, 0 where no answer came."""

    def __init__(self, account: Account) -> None:
        self._account = account
        self._lanes: defaultdict[str, asyncio.Queue[Event]] = defaultdict(asyncio.Queue)
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._session: ClientSession | None = None
        self._open = asyncio.Event()
        self.url = ""
        self.attempts: list[int] = []

    def begin(self, url: str) -> None:
        """Deliver what waits and what comes to this address."""
        self.url = url
        self._open.set()

    def put(self, event: Event) -> None:
        """Let an event wait for its delivery."""
        person = str((event.get("sender") or event.get("follower") or {}).get("id"))
        self._lanes[person].put_nowait(event)
        if self._account.faults.take_kind(UPDATES, FaultKind.DUPLICATE):
            self._lanes[person].put_nowait(event)
        if person not in self._tasks:
            self._tasks[person] = asyncio.create_task(self._run(self._lanes[person]))

    async def stop(self) -> None:
        """Post nothing more."""
        for task in self._tasks.values():
            task.cancel()
        await asyncio.gather(*self._tasks.values(), return_exceptions=True)
        if self._session is not None:
            await self._session.close()

    async def _run(self, lane: "asyncio.Queue[Event]") -> None:
        await self._open.wait()
        while True:
            event, wait, tries = await lane.get(), FIRST_WAIT, 0
            while not await self._delivered(event, tries):
                tries += 1
                await asyncio.sleep(wait)
                wait = min(2 * wait, LONGEST_WAIT)

    async def _delivered(self, event: Event, tries: int) -> bool:
        repeated = {**event, "num_retry": str(tries)} if tries else event
        self.attempts.append(await self.post(orjson.dumps(repeated), str(event["timestamp"])))
        return self.attempts[-1] == 200

    async def post(self, body: bytes, timestamp: str) -> int:
        """Post a body with its signature; the status, 0 where no answer came in time."""
        if self._session is None:
            self._session = ClientSession(timeout=ClientTimeout(total=PATIENCE))
        headers = {"Content-Type": "application/json", HEADER: signature(self._account, body, timestamp)}
        try:
            async with self._session.post(self.url, data=body, headers=headers) as answer:
                await answer.read()
                return answer.status
        except (ClientError, TimeoutError):
            return 0
