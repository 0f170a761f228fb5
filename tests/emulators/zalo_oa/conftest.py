from collections.abc import AsyncIterator, Callable, Coroutine
from datetime import datetime
from io import BytesIO
from typing import Any

import pytest
from aiohttp import ClientSession, FormData

from tests.bot.queue_world import HandClock
from tests.emulators.zalo_oa import Person, ZaloEmulator

#: the path and what is posted there -> the answer's JSON
Ask = Callable[..., Coroutine[Any, Any, dict[str, Any]]]


@pytest.fixture
def clock(now: datetime) -> HandClock:
    return HandClock(now)


@pytest.fixture
async def emulator(clock: HandClock) -> AsyncIterator[ZaloEmulator]:
    async with ZaloEmulator(clock) as running:
        yield running


@pytest.fixture
def an(emulator: ZaloEmulator, clock: HandClock) -> Person:
    person = emulator.person("An")
    person.follows, person.acted_at = True, clock()
    return person


@pytest.fixture
async def session() -> AsyncIterator[ClientSession]:
    async with ClientSession() as opened:
        yield opened


@pytest.fixture
def exchange(emulator: ZaloEmulator, session: ClientSession) -> Ask:
    """The token service: a refresh token there, a pair back."""

    async def ask(refresh_token: str, **changed: str) -> dict[str, Any]:
        account = emulator.account
        form = {"refresh_token": refresh_token, "app_id": account.app_id, "grant_type": "refresh_token"}
        secret = changed.pop("secret_key", account.app_secret)
        async with session.post(
            f"{emulator.base_url}/v4/oa/access_token",
            data=FormData({**form, **changed}),
            headers={"secret_key": secret},
        ) as answer:
            assert answer.status == 200
            found: dict[str, Any] = await answer.json()
            return found

    return ask


@pytest.fixture
async def ask(emulator: ZaloEmulator, session: ClientSession, exchange: Ask) -> Ask:
    """Messages and uploads, with an access token that is good."""
    token = (await exchange(emulator.account.refresh_token))["access_token"]

    async def post(path: str, body: Any = None, *, access_token: str = token, **files: Any) -> dict[str, Any]:
        form = FormData(quote_fields=False)
        for name, content in files.items():
            form.add_field(
                "file", BytesIO(content), filename=name.replace("_", "."), content_type="text/plain"
            )
        sent: dict[str, Any] = {"data": form} if files else {"json": body}
        headers = {"access_token": access_token}
        async with session.post(emulator.base_url + path, headers=headers, **sent) as answer:
            assert answer.status == 200
            found: dict[str, Any] = await answer.json()
            return found

    return post
