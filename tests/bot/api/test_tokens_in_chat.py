"""An admin gives a token in the chat: its secret is shown once, on a page, and stands in no message."""

import re

from aiohttp.test_utils import TestClient, TestServer
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.api.pickup import Pickup
from bot.web import application
from core.api import Token, read_token
from storage.db import open_database
from storage.models import ApiToken, Audit, Outbox
from storage.repositories import api_tokens
from tests import shipped
from tests.bot.api.world import well
from tests.handlers.requests_office import tokens_shown
from tests.handlers.village import Village

TOKEN = re.compile(r"tdo_[0-9a-f]{12}_[\w-]{43}")


async def picked_up(village: Village, path: str) -> Token:
    """The token behind a link, which is shown to who presses the button of our own page, once."""
    page = Pickup(village.db, village.knowledge.texts, lambda: village.now, "https://chat.example.vn")
    async with TestClient(TestServer(application([], well, page.routes()))) as client:
        own = {"Origin": "https://chat.example.vn"}
        for _ in range(2):  # a messenger that shows a preview uses nothing up
            async with client.get(path) as response:
                assert response.status == 200
                assert not TOKEN.search(await response.text())
        async with client.post(path, headers={"Origin": "https://evil.example"}) as response:
            assert response.status == 403
        async with client.post(path, headers=own) as response:
            shown = TOKEN.search(await response.text())
            assert shown is not None
            assert response.headers["Cache-Control"] == "no-store"
        for other in (path, "/api/token/" + "A" * 32, "/api/token/%00'--"):
            async with client.post(other, headers=own) as response:
                assert response.status == 404
                assert not TOKEN.search(await response.text())

    token = read_token(shown[0])
    assert token is not None
    return token


async def test_a_token_is_given_shown_once_and_taken_back(sqlite_url: str) -> None:
    db = await open_database(sqlite_url, exclusive=True)
    village = await Village(db, shipped.knowledge()).build()
    for who in ("an", "binh", "dung"):
        assert "chưa được giao quyền" in await village.say(who, "/api")
        assert "chưa được giao quyền" in await village.press(who, "at:make:personal")
    assert "Chưa có mã" in await village.say("chi", "/api")
    await village.press("chi", "at:make:facts")
    assert "Mã này cấp cho ai" in await village.press("chi", "at:new")
    assert "không quá 80" in await village.say("chi", "x" * 81)
    assert "<b>Sở</b>" in await village.say("chi", "<b>Sở</b> KH&CN")
    asked = await village.press("chi", "at:make:facts")
    assert "Không có tên người" in asked
    assert "Dùng đến 10/11/2026" in asked
    (sure,) = (each for each in tokens_shown(village, "chi") if each.startswith("at:sure:"))
    # changed one's mind: the button of the card before makes nothing any more
    await village.say("chi", "Sở Công Thương")
    assert "Chưa có mã" in await village.press("chi", sure)
    await village.press("chi", "at:new")
    await village.say("chi", "<b>Sở</b> KH&CN")
    await village.press("chi", "at:make:facts")
    given = await village.say("chi", "đúng rồi")
    link = re.search(r"https://chat\.example\.vn(/api/token/\S+)", given)
    assert link is not None, given
    assert not TOKEN.search(given)

    token = await picked_up(village, link[1])
    bearer = await db.read(lambda session: api_tokens.bearer(session, token, village.now))
    assert bearer is not None
    assert bearer.scopes == {"plans", "facts", "instruments"}

    def written(session: Session) -> str:
        rows = [str(row.payload) for row in session.scalars(select(Outbox))]
        trail = [str(line.new) for line in session.scalars(select(Audit))]
        kept = [f"{row.secret_hash} {row.pickup_hash}" for row in session.scalars(select(ApiToken))]
        return " ".join((*rows, *trail, *kept))

    assert token.secret not in await db.read(written)
    assert "chưa dùng" in await village.say("chi", "mã truy cập")
    assert "Thu hồi mã" in await village.press("chi", f"at:end:{token.public_id}")
    assert await db.read(lambda session: api_tokens.bearer(session, token, village.now)) is not None
    assert "Đã thu hồi" in await village.press("chi", f"at:ended:{token.public_id}")
    assert await db.read(lambda session: api_tokens.bearer(session, token, village.now)) is None
    assert "không còn dùng" in await village.press("chi", f"at:ended:{token.public_id}")
    await db.close()


async def test_a_link_is_over_after_an_hour(sqlite_url: str) -> None:
    db = await open_database(sqlite_url, exclusive=True)
    village = await Village(db, shipped.knowledge()).build()
    await village.press("chi", "at:new")
    await village.say("chi", "Sở KH&CN")
    await village.press("chi", "at:make:plans")
    given = await village.say("chi", "có")
    code = given.split("/api/token/")[1].split()[0]
    late = village.now + api_tokens.PICKUP
    token = api_tokens.new_token()
    assert not await db.write(lambda session: api_tokens.pick_up(session, code, token, late))
    assert await db.write(lambda session: api_tokens.pick_up(session, code, token, village.now))
    await db.close()
