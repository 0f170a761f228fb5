"""Every address of the web chat, asked by everybody who might: what each is answered, and that none leaks."""

from datetime import UTC, datetime, timedelta
from io import BytesIO

import pytest
from aiohttp import ClientSession, FormData

from bot.channels.web import Who
from bot.channels.web.sessions import COOKIE
from core.messages import Outbound
from tests.bot.channels.web.village import AN, PEOPLE, Village, browser_of, served

pytestmark = pytest.mark.asyncio(loop_scope="module")

SECRET = "for-an-alone"
PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 100
#: the page comes last: it takes the cookie of who was suspended
ADDRESSES = ("/past", "/ws", "file", "/upload", "/metrics", "/chat")
#: who asks, and the answers
TABLE = {
    "nobody": (401, 401, 404, 401, 404, 303),
    "with a changed cookie": (401, 401, 404, 401, 404, 303),
    "newcomer": (200, 101, 404, 403, 404, 200),
    "suspended": (401, 401, 404, 403, 404, 401),
    "manager": (200, 101, 404, 200, 404, 200),
    "officer": (200, 101, 200, 200, 404, 200),
}


async def signed_in(client: ClientSession, who: str) -> None:
    """The cookie of who asks, if they have one."""
    if who == "newcomer":
        await client.get("/vao/MOI-2026")
    elif who != "nobody":
        person = {"suspended": "household", "with a changed cookie": "officer"}.get(who, who)
        async with client.post(f"/demo/{person}", allow_redirects=False) as response:
            held = response.cookies[COOKIE].value
        if who == "with a changed cookie":
            client.cookie_jar.clear()
            client.cookie_jar.update_cookies(
                {COOKIE: held[:-4] + ("aaaa" if held[-4:] != "aaaa" else "bbbb")}
            )


async def asked(client: ClientSession, address: str, link: str) -> tuple[int, str]:
    """Status and body."""
    if address == "/upload":
        form = FormData()
        form.add_field("photo", BytesIO(PNG), filename="a.png")
        async with client.post(address, data=form) as response:
            return response.status, await response.text()
    if address == "/ws":
        upgrade = {
            "Upgrade": "websocket",
            "Connection": "Upgrade",
            "Sec-WebSocket-Version": "13",
            "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
        }
        async with client.get(address, headers=upgrade) as response:
            return response.status, ""
    now = (datetime.now(UTC) + timedelta(days=1)).isoformat()
    query = {"until": now} if address == "/past" else {}
    path = link if address == "file" else address
    async with client.get(path, params=query, allow_redirects=False) as response:
        body = await response.read()
        assert "unsafe-inline" not in response.headers["Content-Security-Policy"]
        return response.status, body.decode("utf-8", "replace")


async def test_each_gets_what_is_theirs_and_nothing_of_anybody_else(village: Village) -> None:
    village.demo = PEOPLE
    village.people["demo-chi"] = Who("Chi", "Quản trị", "Xã khác")
    village.people["b"] = Who("Bình", "Hộ kinh doanh", shut_out=True)
    async with served(village) as server:
        await village.say(AN, Outbound(SECRET))
        photo = village.picture(PNG)
        link = village.channel._desk.links.link(AN, photo)
        found = {}
        for who in TABLE:
            async with browser_of(server) as client:
                await signed_in(client, who)
                answers = [await asked(client, address, link) for address in ADDRESSES]
            found[who] = tuple(status for status, _ in answers)
            told = "".join(body for _, body in answers)
            assert (SECRET in told) is (who == "officer"), who
    assert found == TABLE
