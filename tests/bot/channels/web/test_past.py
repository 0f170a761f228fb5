"""What lies before the messages a page begins with, and leaving for good."""

from datetime import timedelta

import pytest

from bot.channels.web import Sent
from bot.channels.web.past import PIECE
from bot.channels.web.sessions import COOKIE
from core.messages import Outbound
from tests.bot.channels.web.test_socket import talking
from tests.bot.channels.web.village import AN, Served, Village, browser_of

pytestmark = pytest.mark.asyncio(loop_scope="module")


def fill(village: Village, count: int, chat: str = AN) -> None:
    """So many messages of the bot, a minute apart, the last one now."""
    for number in range(count):
        at = village.clock() - timedelta(minutes=count - number)
        village.record(chat, Sent(f"{chat}-{number}", Outbound(f"Tin {number}"), at))


async def test_a_page_gets_all_there_is_piece_by_piece(server: Served, village: Village) -> None:
    fill(village, 2 * PIECE + 10)
    fill(village, 5, "b")
    async with browser_of(server, "officer") as client:
        async with talking(client) as talker:
            piece = await talker.until("hello")
        seen = {entry["text"]: entry for entry in piece["items"]}
        assert (len(seen), piece["more"]) == (PIECE, True)
        for more in (True, False):
            async with client.get("/past", params={"until": piece["items"][0]["at"]}) as response:
                piece = await response.json()
            assert piece["more"] is more
            seen |= {entry["text"]: entry for entry in piece["items"]}
    assert set(seen) == {f"Tin {number}" for number in range(2 * PIECE + 10)}


async def test_messages_of_one_moment_do_not_go_on_for_ever(server: Served, village: Village) -> None:
    at = village.clock()
    for number in range(PIECE + 10):
        village.record(AN, Sent(str(number), Outbound("a"), at))
    async with (
        browser_of(server, "officer") as client,
        client.get("/past", params={"until": at.isoformat()}) as response,
    ):
        assert (await response.json())["more"] is False


@pytest.mark.parametrize("until", ["", "gestern", "2026-05-14", "2026-05-14T09:30", "\0"])
async def test_what_is_no_moment_is_refused(server: Served, until: str) -> None:
    async with (
        browser_of(server, "officer") as client,
        client.get("/past", params={"until": until}) as response,
    ):
        assert response.status == 400


async def test_without_a_session_there_is_no_past(server: Served, village: Village) -> None:
    until = village.clock().isoformat()
    async with browser_of(server) as client, client.get("/past", params={"until": until}) as response:
        assert response.status == 401


async def test_leaving_takes_the_cookie_and_closes_the_open_pages(server: Served) -> None:
    async with browser_of(server, "officer") as client, talking(client) as talker:
        await talker.until("hello")
        async with client.post("/out", allow_redirects=False) as response:
            assert (response.status, response.headers["Location"]) == (303, "/")
        assert COOKIE not in {morsel.key for morsel in client.cookie_jar}
        assert (await talker.socket.receive(timeout=10)).type.name in ("CLOSE", "CLOSING", "CLOSED")


async def test_another_site_cannot_make_somebody_leave(server: Served) -> None:
    async with browser_of(server, "officer") as client:
        async with client.post("/out", headers={"Origin": "https://evil.example"}) as response:
            assert response.status == 403
        assert COOKIE in {morsel.key for morsel in client.cookie_jar}
