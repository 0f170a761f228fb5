"""Delivery by webhook: each update is posted until the bot answers 2xx, one person's in their order."""

import asyncio
from collections import defaultdict

import orjson
from aiohttp import ClientError, ClientSession, ClientTimeout

from tests.emulators.telegram.updates import Update
from tests.emulators.telegram.world import World

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
#: seconds until the first repetition; each next one waits twice as long, up to the second figure
FIRST_WAIT, LONGEST_WAIT = 0.05, 1.0


class WebhookDelivery:
    """Posts while a webhook is set. `attempts` is the HTTP status of every post, 0 where no answer came."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._task: asyncio.Task[None] | None = None
        self.attempts: list[int] = []

    def restart(self) -> None:
        """The webhook was set, changed or deleted. What was not delivered yet still waits."""
        if self._task:
            self._task.cancel()
        self._task = asyncio.create_task(self._run()) if self._world.webhook.url else None

    async def stop(self) -> None:
        """Post nothing more."""
        if self._task:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def _run(self) -> None:
        slots = asyncio.Semaphore(self._world.webhook.max_connections)
        async with ClientSession(timeout=ClientTimeout(total=60)) as session:
            while True:
                lanes: defaultdict[object, list[Update]] = defaultdict(list)
                for update in await self._world.updates.waiting():
                    lanes[_person(update)].append(update)
                async with asyncio.TaskGroup() as group:
                    for updates in lanes.values():
                        group.create_task(self._lane(session, slots, updates))

    async def _lane(self, session: ClientSession, slots: asyncio.Semaphore, updates: list[Update]) -> None:
        for update in updates:
            wait = FIRST_WAIT
            while not await self._delivered(session, slots, update):
                await asyncio.sleep(wait)
                wait = min(2 * wait, LONGEST_WAIT)
            self._world.updates.forget(update)

    async def _delivered(self, session: ClientSession, slots: asyncio.Semaphore, update: Update) -> bool:
        async with slots:
            status = await self._post(session, update)
        self.attempts.append(status)
        if 200 <= status < 300:
            return True
        self._world.webhook.last_error = f"Wrong response from the webhook: {status}"
        self._world.webhook.last_error_date = self._world.date()
        return False

    async def _post(self, session: ClientSession, update: Update) -> int:
        webhook = self._world.webhook
        headers = {"Content-Type": "application/json"}
        if webhook.secret:
            headers[SECRET_HEADER] = webhook.secret
        try:
            async with session.post(webhook.url, data=orjson.dumps(update), headers=headers) as answer:
                await answer.read()
                return answer.status
        except (ClientError, TimeoutError):
            return 0


def _person(update: Update) -> object:
    for content in update.values():
        if isinstance(content, dict) and isinstance(content.get("from"), dict):
            return content["from"].get("id")
    return None
