"""The one web application of the bot."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from aiohttp import ClientSession, web
from aiohttp.test_utils import TestClient, TestServer

from bot.channels.web.channel import WebChat
from bot.web import Health, WebServer, application
from tests.bot.channels.web.village import Village


async def well() -> Mapping[str, int]:
    return {"waiting": 3}


async def unwell() -> Mapping[str, int]:
    raise ConnectionError("postgres://user:password@host is away")


def client_of(health: Health, village: Village) -> TestClient[web.Request, web.Application]:
    return TestClient(TestServer(application([village.channel], health)))


@pytest.fixture
def village(tmp_path: Path) -> Village:
    return Village(tmp_path)


async def test_health_says_ok_and_what_it_is_told(village: Village) -> None:
    async with client_of(well, village) as client, client.get("/health") as response:
        assert (response.status, await response.json()) == (200, {"status": "ok", "waiting": 3})


async def test_failing_health_is_a_503_that_tells_strangers_no_secrets(village: Village) -> None:
    async with client_of(unwell, village) as client, client.get("/health") as response:
        assert response.status == 503
        assert "password" not in await response.text()


async def test_who_opens_an_address_that_leads_nowhere_is_led_to_the_chat(village: Village) -> None:
    app = application([village.channel], well, lost=village.channel.lost)
    async with TestClient(TestServer(app)) as client:
        async with client.get("/nowhere", headers={"Accept": "text/html"}) as response:
            page = await response.text()
            assert (response.status, response.content_type) == (404, "text/html")
            assert "Không có trang này" in page
            assert 'action="/"' in page
        async with client.get("/nowhere", headers={"Accept": "application/json"}) as response:
            assert (response.status, response.content_type) == (404, "text/plain")


@pytest.mark.parametrize("path", ["/", "/chat", "/health", "/nowhere", "/web/chat.js", "/vao/MOI", "/upload"])
async def test_every_response_carries_the_security_headers(village: Village, path: str) -> None:
    async with client_of(well, village) as client, client.get(path, allow_redirects=False) as response:
        policy = response.headers["Content-Security-Policy"]
        assert "default-src 'self'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        assert response.headers["Referrer-Policy"] == "same-origin"


async def test_a_host_header_cannot_write_into_the_policy(village: Village) -> None:
    headers = {"Host": "x; script-src *"}
    async with client_of(well, village) as client, client.get("/health", headers=headers) as response:
        assert "script-src" not in response.headers["Content-Security-Policy"]


def test_two_channels_cannot_claim_one_address(village: Village) -> None:
    with pytest.raises(ValueError, match="two channels answer GET /"):
        application([village.channel, village.new_channel()], well)


async def test_a_server_is_reached_where_it_says_and_stops_twice(village: Village) -> None:
    channels: Sequence[WebChat] = [village.channel]
    server = WebServer(application(channels, well), "127.0.0.1", 0)
    url = await server.start()
    async with ClientSession() as client, client.get(f"{url}/health") as response:
        assert response.status == 200
    await server.stop()
    await server.stop()


async def test_a_taken_port_is_an_os_error(village: Village) -> None:
    first = WebServer(application([], well), "127.0.0.1", 0)
    port = int((await first.start()).rsplit(":", 1)[1])
    second = WebServer(application([], well), "127.0.0.1", port)
    with pytest.raises(OSError, match="in use"):
        await second.start()
    await second.stop()
    await first.stop()
