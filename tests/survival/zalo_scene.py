"""A commune on Zalo, and the bots that serve it."""

import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import SecretStr

from tests.emulators.zalo_bot import ZaloBotEmulator
from tests.survival.people import Someone
from tests.survival.stage import Stage

PUBLIC = "https://bot.example.vn"
SECRET = "a-secret-of-the-webhook"


@dataclass
class ZaloScene(Stage):
    """A stage with Zalo's emulator. With a `port` its bots have a webhook, and a proxy leads to it."""

    channel = "zalo_bot"
    emulator: ZaloBotEmulator = field(kw_only=True)
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
        return told | webhook if self.port else told

    def arrives(self, number: int, name: str) -> Someone:
        return self.emulator.user(name, started=True)

    def calls_made(self) -> int:
        return len(self.emulator.world.calls)


@asynccontextmanager
async def zalo_scene_at(database_url: str, folder: Path, *, webhook: bool) -> AsyncIterator[ZaloScene]:
    """A scene whose bots are killed at the end, should they still run."""
    async with ZaloBotEmulator() as emulator:
        scene = ZaloScene(database_url, folder, emulator=emulator, port=free_port() if webhook else 0)
        emulator.world.proxies[PUBLIC] = f"http://127.0.0.1:{scene.port}"
        try:
            yield scene
        finally:
            for bot in scene.bots:
                await bot.kill()


def free_port() -> int:
    """A port nobody listens on: bots that are started again keep theirs."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
