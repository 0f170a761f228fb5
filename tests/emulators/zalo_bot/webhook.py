"""Delivery by webhook: each update is posted, in order, until the bot answers 2xx.

How often Zalo itself tries again is not known; a bot must be right whichever way it is.
"""

import asyncio

from aiohttp import ClientError, ClientSession, ClientTimeout

from tests.emulators.zalo_bot.updates import Update
from tests.emulators.zalo_bot.world import World

SECRET_HEADER = "X-Bot-Api-Secret-Token"
#: seconds until the first repetition; each next one waits twice as long, up to the second figure
FIRST_WAIT, LONGEST_WAIT = 0.05, 1.0


class WebhookDelivery:
    """Posts while a webhook is set. `attempts` is the HTTP status of every post, 0 where no answer came."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._task: asyncio.Task[None] | None = None
        self.attempts: list[int] = []

    def restart(self) -> None:
        """The webhook was set, changed or deleted."""
        if self._task:
            self._task.cancel()
        self._task = asyncio.create_task(self._run()) if self._world.webhook_url else None

    async def stop(self) -> None:
        """Post nothing more."""
        if self._task:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def _run(self) -> None:
        updates = self._world.updates
        async with ClientSession(timeout=ClientTimeout(total=60)) as session:
            while await updates.wait(None):
                update = updates.take_now()
                if update is not None:
                    await self._until_taken(session, update)

    async def _until_taken(self, session: ClientSession, update: Update) -> None:
        wait = FIRST_WAIT
        try:
            while not await self._delivered(session, update):
                await asyncio.sleep(wait)
                wait = min(2 * wait, LONGEST_WAIT)
        except asyncio.CancelledError:
            self._world.updates.put_back(update)
            raise

    async def _delivered(self, session: ClientSession, update: Update) -> bool:
        world = self._world
        headers = {SECRET_HEADER: world.webhook_secret, "User-Agent": "Java/17.0.9"}
        try:
            url = world.reached_at(world.webhook_url)
            async with session.post(url, json={"ok": True, "result": update}, headers=headers) as answer:
                await answer.read()
                status = answer.status
        except (ClientError, TimeoutError):
            status = 0
        self.attempts.append(status)
        return 200 <= status < 300
