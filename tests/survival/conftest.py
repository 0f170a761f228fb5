"""Scenes that are cleared away whatever happens in them."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.emulators.telegram import TelegramEmulator
from tests.survival.scene import Scene
from tests.survival.zalo_scene import ZaloScene, zalo_scene_at


@asynccontextmanager
async def scene_at(database_url: str, folder: Path) -> AsyncIterator[Scene]:
    async with TelegramEmulator() as emulator:
        scene = Scene(database_url, folder, emulator=emulator)
        try:
            yield scene
        finally:
            for bot in scene.bots:
                await bot.kill()


@pytest.fixture
async def scene(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Scene]:
    """A scene on SQLite."""
    async with scene_at(sqlite_url, tmp_path) as found:
        yield found


@pytest.fixture
async def shared_scene(postgres_url: str, tmp_path: Path) -> AsyncIterator[Scene]:
    """A scene on PostgreSQL, where several bots share the work."""
    async with scene_at(postgres_url, tmp_path) as found:
        yield found


@pytest.fixture
async def polling_scene(sqlite_url: str, tmp_path: Path) -> AsyncIterator[ZaloScene]:
    """A scene on Zalo whose bots ask for updates."""
    async with zalo_scene_at(sqlite_url, tmp_path, webhook=False) as found:
        yield found


@pytest.fixture
async def webhook_scene(sqlite_url: str, tmp_path: Path) -> AsyncIterator[ZaloScene]:
    """A scene on Zalo whose bots have updates posted to them."""
    async with zalo_scene_at(sqlite_url, tmp_path, webhook=True) as found:
        yield found
