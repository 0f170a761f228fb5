from collections.abc import AsyncIterator, Callable, Coroutine
from typing import Any

import pytest
from aiohttp import ClientSession

from tests.emulators.telegram import TelegramEmulator

#: the method and its parameters -> the answer's JSON
Call = Callable[..., Coroutine[Any, Any, dict[str, Any]]]


@pytest.fixture
async def emulator() -> AsyncIterator[TelegramEmulator]:
    async with TelegramEmulator() as running:
        yield running


@pytest.fixture
async def call(emulator: TelegramEmulator) -> AsyncIterator[Call]:
    """The Bot API without any library: JSON there and back."""
    async with ClientSession() as session:

        async def post(method: str, token: str = emulator.token, **params: object) -> dict[str, Any]:
            url = f"{emulator.base_url}/bot{token}/{method}"
            async with session.post(url, json=params) as answer:
                found: dict[str, Any] = await answer.json()
                if not found["ok"]:
                    assert answer.status == found["error_code"]
                return found

        yield post
