"""A commune on Zalo, and the bots that serve it."""

import socket
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import SecretStr

from bot.channels.zalo_oa import NAME as ZALO_OA
from bot.channels.zalo_oa.webhook import PATH
from tests.acceptance.clock import TurnableClock
from tests.emulators import zalo_oa
from tests.emulators.zalo_bot import ZaloBotEmulator
from tests.survival.people import Someone
from tests.survival.stage import WEDNESDAY, Stage

PUBLIC = "https://bot.example.vn"
SECRET = "a-secret-of-the-webhook"


@dataclass
class ZaloScene(Stage):
    """A stage with Zalo's emulator. With a `port` its bots have a webhook, and a proxy leads to it.

    With an `account`, which posts to the same port, every other person follows that instead.
    """

    channel = "zalo_bot"
    emulator: ZaloBotEmulator = field(kw_only=True)
    account: zalo_oa.ZaloEmulator | None = field(default=None, kw_only=True)
    port: int = field(default=0, kw_only=True)

    def channel_settings(self) -> dict[str, object]:
        told: dict[str, object] = {
            "zalo_bot_token": SecretStr(self.emulator.token),
            "zalo_bot_api_url": self.emulator.base_url,
            "zalo_bot_per_second": 0,
            "zalo_bot_per_chat_per_second": 0,
        }
        webhook: dict[str, object] = {
            "port": self.port,
            "public_url": PUBLIC,
            "zalo_bot_mode": "webhook",
            "zalo_bot_webhook_secret": SecretStr(SECRET),
        }
        told |= webhook if self.port else {}
        return told | _settings_of(self.account) if self.account else told

    def arrives(self, number: int, name: str) -> Someone:
        if self.account is None or number % 2:
            return self.emulator.user(name, started=True)
        person = self.account.person(name)
        person.follows, person.acted_at = True, self.clock()
        return person

    def calls_made(self) -> int:
        return len(self.emulator.world.calls) + (len(self.account.account.calls) if self.account else 0)

    async def _join(self, people: Sequence[Someone], role: str, channel: str | None = None) -> None:
        followers = [person for person in people if isinstance(person, zalo_oa.Person)]
        others = [person for person in people if not isinstance(person, zalo_oa.Person)]
        for some, where in ((followers, ZALO_OA), (others, channel)):
            if some:
                await super()._join(some, role, where)


@asynccontextmanager
async def zalo_scene_at(database_url: str, folder: Path, *, webhook: bool) -> AsyncIterator[ZaloScene]:
    """A scene whose bots are killed at the end, should they still run."""
    clock = TurnableClock(WEDNESDAY)
    async with ZaloBotEmulator() as emulator, zalo_oa.ZaloEmulator(clock) as account:
        scene = ZaloScene(database_url, folder, clock, emulator=emulator)
        if webhook:
            scene.port, scene.account = free_port(), account
            emulator.world.proxies[PUBLIC] = f"http://127.0.0.1:{scene.port}"
            account.deliver_to(f"http://127.0.0.1:{scene.port}{PATH}")
        try:
            yield scene
        finally:
            for bot in scene.bots:
                await bot.kill()


def _settings_of(emulator: zalo_oa.ZaloEmulator) -> dict[str, object]:
    account = emulator.account
    return {
        "zalo_oa_app_id": account.app_id,
        "zalo_oa_app_secret": SecretStr(account.app_secret),
        "zalo_oa_webhook_secret": SecretStr(account.webhook_secret),
        "zalo_oa_refresh_token": SecretStr("refresh-token-0"),
        "zalo_oa_per_second": 0,
        "zalo_oa_api_url": emulator.base_url,
        "zalo_oa_oauth_url": emulator.base_url,
    }


def free_port() -> int:
    """A port nobody listens on: bots that are started again keep theirs."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
