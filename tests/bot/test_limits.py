"""One address that knocks too often waits; others do not, and no header makes one address into many."""

from collections.abc import Mapping

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer, make_mocked_request

from bot.callers import caller
from bot.limits import LIMITED, Limits
from bot.web import application


async def well() -> Mapping[str, int]:
    return {}


async def page(request: web.Request) -> web.Response:
    return web.Response(text="here")


async def test_codes_bodies_and_sockets_are_paced_and_pages_are_not() -> None:
    moment = [0.0]
    limits = Limits(moment=lambda: moment[0], limited=[("/vao", 3, 0.5)])
    routes = [web.get("/vao/{code}", page), web.get("/chat", page), web.get("/vaokhac", page)]
    async with TestClient(TestServer(application([], well, routes, limits))) as client:

        async def status(path: str, **headers: str) -> int:
            async with client.get(path, headers=headers) as response:
                assert response.headers["X-Content-Type-Options"] == "nosniff"
                return response.status

        assert [await status(f"/vao/{n}") for n in range(4)] == [200, 200, 200, 429]
        assert {await status("/chat") for _ in range(5)} == {200}
        assert {await status("/vaokhac") for _ in range(5)} == {200}
        # a proxy on this computer says who calls; what the caller claims itself stands before that
        assert await status("/vao/1", **{"X-Forwarded-For": "203.0.113.9"}) == 200
        forged = [f"198.51.100.{n}, 203.0.113.9" for n in range(4)]
        assert [await status("/vao/1", **{"X-Forwarded-For": each}) for each in forged][-1] == 429
        moment[0] += 2
        assert await status("/vao/1") == 200
        async with client.get("/chat", headers={"X-Forwarded-Proto": "https"}) as response:
            assert "max-age" in response.headers["Strict-Transport-Security"]


@pytest.mark.parametrize(
    ("remote", "noted", "known", "found"),
    [
        ("203.0.113.9", "1.2.3.4", (), "203.0.113.9"),
        ("10.0.0.2", "1.2.3.4", ("10.0.0.0/8",), "1.2.3.4"),
        ("10.0.0.2", "6.6.6.6, 1.2.3.4", ("10.0.0.0/8",), "1.2.3.4"),
        ("127.0.0.1", "x<script>", (), "unknown"),
        ("2001:db8::1", "", (), "2001:db8::/64"),
        ("2001:db8::ffff:1", "", (), "2001:db8::/64"),
        ("::ffff:203.0.113.9", "", (), "203.0.113.9"),
    ],
)
def test_a_caller_is_told_by_the_last_hop(
    remote: str, noted: str, known: tuple[str, ...], found: str
) -> None:
    headers = {"X-Forwarded-For": noted} if noted else {}
    request = make_mocked_request("GET", "/", headers=headers).clone(remote=remote)
    assert caller(request, known) == found


def test_all_that_takes_a_code_a_body_or_a_socket_is_limited() -> None:
    assert {start for start, *_ in LIMITED} >= {"/vao", "/join", "/upload", "/ws", "/demo", "/out"}
