"""Two bots that serve the web chat from one PostgreSQL database, as while one takes over from the other."""

from pathlib import Path

from aiohttp import ClientSession, CookieJar

from bot.app import build
from bot.clock import utc_now
from bot.config import Settings
from core.messages import Address, Outbound
from storage.repositories import outbox


async def test_what_one_sends_reaches_a_page_that_is_open_at_the_other(
    postgres_url: str, tmp_path: Path
) -> None:
    settings = Settings(database_url=postgres_url, data_dir=tmp_path, port=0)
    served, other = await build(settings, demo=""), await build(settings, demo="")
    assert served.server is not None
    await served.channels["web"].start(served.intake)
    address = await served.server.start()
    await other.outbox.start()
    try:
        jar, headers = CookieJar(unsafe=True), {"Origin": address}
        async with ClientSession(address, cookie_jar=jar, headers=headers) as client:
            async with client.post("/demo/an") as page:
                assert page.status == 200
            async with client.ws_connect("/ws") as socket:
                assert "hello" in await socket.receive_json(timeout=20)
                await other.db.write(
                    lambda session: outbox.add(
                        session,
                        address=Address("web", "demo-an"),
                        message=Outbound("from the other"),
                        now=utc_now(),
                    )
                )
                other.outbox.wake()
                assert (await socket.receive_json(timeout=20))["item"]["text"] == "from the other"
    finally:
        await other.stop()
        await served.stop()
