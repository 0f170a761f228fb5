from collections.abc import AsyncIterator

import pytest

from tests.emulators.zalo_bot import ZaloBotEmulator


@pytest.fixture
async def emulator() -> AsyncIterator[ZaloBotEmulator]:
    async with ZaloBotEmulator() as running:
        yield running
