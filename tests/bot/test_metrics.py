"""What is shown to whoever watches the server, and to nobody else."""

import asyncio
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from sqlalchemy.orm import Session

from bot.metrics import MEANINGS, PATH, metrics_page
from bot.web import application
from storage.db import Database
from storage.models import Inbox, Outbox
from storage.queries.depths import waits

NOW = datetime(2026, 5, 11, 1, 30, tzinfo=UTC)


async def well() -> Mapping[str, int]:
    return {}


async def gauges() -> Mapping[str, float]:
    return {name: number for number, name in enumerate(MEANINGS)}


def client_of(token: str) -> TestClient[web.Request, web.Application]:
    page = web.get(PATH, metrics_page(gauges, token))
    return TestClient(TestServer(application([], well, [page])))


async def test_this_computer_reads_the_gauges_and_those_of_the_process() -> None:
    async with client_of("") as client, client.get(PATH) as response:
        told = await response.text()
    assert response.content_type == "text/plain"
    assert "\ntiendo_outbox_waiting 1.0\n" in told
    assert "process_resident_memory_bytes" in told


@pytest.mark.parametrize(
    ("token", "headers", "status"),
    [
        ("", {"X-Forwarded-For": "203.0.113.9"}, 404),
        ("long-and-secret", {}, 404),
        ("long-and-secret", {"Authorization": "Bearer long-and-secre"}, 404),
        ("long-and-secret", {"Authorization": "Bearer \u00e9"}, 404),
        ("long-and-secret", {"Authorization": "Bearer long-and-secret", "X-Real-IP": "203.0.113.9"}, 200),
    ],
)
async def test_others_need_the_token(token: str, headers: Mapping[str, str], status: int) -> None:
    async with client_of(token) as client, client.get(PATH, headers=headers) as response:
        assert response.status == status


async def test_a_header_that_is_no_text_is_a_stranger_s_and_no_fault() -> None:
    async with client_of("long-and-secret") as client:
        reader, writer = await asyncio.open_connection(client.host, client.port)
        writer.write(b"GET %s HTTP/1.0\r\nAuthorization: Bearer \xff\r\n\r\n" % PATH.encode())
        assert b" 404 " in await reader.readline()
        writer.close()


async def test_waiting_is_counted_from_when_something_came_or_fell_due(db: Database) -> None:
    def queue(session: Session) -> None:
        minute = timedelta(minutes=1)
        for age in (1, 3):
            session.add(
                Inbox(
                    channel="web",
                    update_key=str(age),
                    lane="a",
                    raw={},
                    received_at=NOW - age * minute,
                    not_before=NOW,
                )
            )
        for due in (NOW - 2 * minute, NOW + minute):
            session.add(
                Outbox(channel="web", chat="a", payload={}, created_at=NOW - 9 * minute, not_before=due)
            )

    assert set((await db.read(lambda session: waits(session, NOW))).values()) == {0}
    await db.write(queue)
    found = await db.read(lambda session: waits(session, NOW))
    assert found == {"oldest_inbox_seconds": 180, "oldest_outbox_seconds": 120}
