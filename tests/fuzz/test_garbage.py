"""Whatever comes in, nothing fails: no error of our own, no 5xx, and nothing is kept of what is garbage."""

import json
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import yaml
from aiohttp import ClientResponse, web
from aiohttp.test_utils import TestClient, TestServer
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.base import Accept, RawUpdate
from bot.channels.telegram.webhook import PATH as TELEGRAM
from bot.channels.telegram.webhook import SECRET_HEADER
from bot.channels.telegram.webhook import Webhook as TelegramWebhook
from bot.channels.web import frames
from bot.channels.web.decode import decode as decode_web
from bot.channels.zalo_bot.decode import decode as decode_zalo_bot
from bot.channels.zalo_bot.webhook import PATH as ZALO
from bot.channels.zalo_bot.webhook import SECRET_HEADER as ZALO_HEADER
from bot.channels.zalo_bot.webhook import Webhook as ZaloWebhook
from bot.channels.zalo_oa.decode import decode as decode_zalo_oa
from bot.web import application
from core.messages import Address, Inbound, InboundKind
from handlers.conversations import permitted
from storage.db import open_database
from tests import shipped
from tests.bot.api.world import World
from tests.bot.channels.web.village import AN
from tests.bot.channels.web.village import Village as WebVillage
from tests.fuzz.garbage import FACTOR, NASTY, VALUES, changed, in_one_loop, trying
from tests.handlers.village import Village

# what takes two minutes at the most with every change takes so many times longer where more is asked for
pytestmark = pytest.mark.timeout(120 * FACTOR)

HERE = Path(__file__).parents[1] / "bot" / "channels"
TELEGRAM_UPDATES = [
    json.loads(path.read_text("utf-8")) for path in sorted((HERE / "telegram" / "updates").glob("*.json"))
]
ZALO_OA_EVENTS = [
    each["event"]
    for each in yaml.load((HERE / "zalo_oa" / "events.yaml").read_text("utf-8"), yaml.CSafeLoader).values()
]
ZALO_UPDATES: list[dict[str, Any]] = [
    {
        "event_name": f"message.{what}.received",
        "message": {
            "from": {"id": "6e", "display_name": "T", "is_bot": False},
            "chat": {"id": "6e", "chat_type": "PRIVATE"},
            "message_id": "2d",
            "date": 1750316131602,
            **content,
        },
    }
    for what, content in (("text", {"text": "hnay ktra 23 can"}), ("image", {"photo_url": "https://x/1.jpg"}))
]
WEB_FRAMES: list[dict[str, Any]] = [
    {"id": "abcdefgh-1", "text": "hnay ktra 23 can"},
    {"id": "abcdefgh-2", "press": "go:menu", "of": "1", "label": "Menu"},
    {"id": "abcdefgh-3", "location": [21.0, 106.0]},
    {"id": "abcdefgh-4", "start": "K7M2QX"},
    {"id": "abcdefgh-5", "upload": "x.y", "caption": "a", "album": "abcdefgh"},
]


def read_or_refused(decode: Callable[[Any], Inbound | None], raw: object) -> Inbound | None:
    """What it says, None where it says nothing; a ValueError is how a channel refuses."""
    try:
        return decode(raw)
    except ValueError:
        return None


def telegram() -> Callable[[Any], Inbound | None]:
    from bot.channels.telegram.decode import decode

    return lambda raw: decode(raw, 123456789)


def web_update(frame: Any) -> Inbound | None:
    links = WebVillage(Path()).channel._desk.links
    parsed = frames.parse(json.dumps(frame))
    return decode_web(frames.raw_update(parsed, AN, links))


@pytest.mark.parametrize(
    ("updates", "decoder"),
    [
        (TELEGRAM_UPDATES, telegram),
        (ZALO_OA_EVENTS, lambda: decode_zalo_oa),
        (ZALO_UPDATES, lambda: decode_zalo_bot),
        (WEB_FRAMES, lambda: web_update),
    ],
    ids=["telegram", "zalo_oa", "zalo_bot", "web"],
)
def test_a_channel_reads_an_update_or_refuses_it(
    updates: list[dict[str, Any]], decoder: Callable[[], Callable[[Any], Inbound | None]]
) -> None:
    decode = decoder()

    @given(raw=changed(updates))
    @trying(40)
    def read(raw: Any) -> None:
        found = read_or_refused(decode, raw)
        if found is not None:
            assert found.address.chat
            assert isinstance(found.text, str)

    read()


ROLES = ("an", "binh", "chi", "dung", "nobody")
ARGUMENTS = st.lists(
    NASTY.filter(lambda text: ":" not in text) | st.sampled_from(["1", "2", "dc1-1", "-"]), max_size=3
)
PRESSES = st.builds(
    lambda verb, args: ":".join((verb, *args)), st.sampled_from(sorted(permitted.PRESSES)), ARGUMENTS
)


async def test_no_message_and_no_forged_button_breaks_a_turn(sqlite_url: str) -> None:
    db = await open_database(sqlite_url, exclusive=True)
    village = await Village(db, shipped.knowledge()).build()

    async def say(what: tuple[str, str, str]) -> None:
        who, text, press = what
        address = Address("test", f"demo-{who}")
        if press:
            inbound = Inbound(
                address, InboundKind.PRESS, press=press.replace("\x00", ""), pressed_message="9"
            )
        else:
            # what a database cannot hold is taken out where messages come in
            inbound = Inbound(address, text=text.replace("\x00", "").encode("utf-8", "replace").decode())
        await village.send(inbound)

    usable = PRESSES.map(lambda token: token.encode("utf-8", "replace").decode())
    words = NASTY | st.text(max_size=40)
    said = st.tuples(st.sampled_from(ROLES), words, st.just("") | usable)
    await in_one_loop(say, said, 120)
    await db.close()


PATHS = (
    *(
        "/",
        "/chat",
        "/vao",
        "/vao/%00",
        "/join/X",
        "/web/chat.js",
        "/web/..%2f..%2fetc",
        "/past",
        "/file/a.b",
    ),
    *("/ws", "/out", "/upload", "/demo/officer", "/health", "/nowhere", "/api/", TELEGRAM, ZALO),
    *("/api/v1/facts", "/api/v1/plans/DC1/targets"),
)
METHODS = ("GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS")
HEADERS = (
    *("Cookie", "Origin", "Authorization", "Content-Type", "X-Forwarded-For", "Accept-Language", "Range"),
    *("If-None-Match", SECRET_HEADER, ZALO_HEADER),
)
PRINTABLE = st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=60)
ASKED = st.fixed_dictionaries(
    {
        "method": st.sampled_from(METHODS),
        "path": st.sampled_from(PATHS),
        "query": st.dictionaries(
            st.sampled_from(["code", "before", "limit", "cursor", "as_of", "x"]),
            NASTY.map(lambda text: text.encode("utf-8", "replace").decode()[:500]),
            max_size=2,
        ),
        "signed_in": st.booleans(),
        "headers": st.dictionaries(st.sampled_from(HEADERS), PRINTABLE, max_size=3),
        "body": st.binary(max_size=300) | VALUES.map(lambda value: json.dumps(value).encode()),
    }
)


#: how a page sends a photo, whatever that holds
FORM = (
    "multipart/form-data; boundary=x",
    b'--x\r\nContent-Disposition: form-data; name="photo"; filename="a.png"\r\n\r\n%s\r\n--x--\r\n',
)


async def _posted(hook: TelegramWebhook | ZaloWebhook, store: Accept, request: web.Request) -> web.Response:
    return await hook(request, store)


async def test_no_request_fails_and_garbage_is_not_stored(sqlite_url: str, tmp_path: Path) -> None:
    db = await open_database(sqlite_url, exclusive=True)
    world = await World(db).build()
    chat = WebVillage(tmp_path)
    stored: list[RawUpdate] = []

    async def store(updates: Sequence[RawUpdate]) -> None:
        stored.extend(updates)

    hooks: dict[str, TelegramWebhook | ZaloWebhook] = {
        TELEGRAM: TelegramWebhook("s" * 16),
        ZALO: ZaloWebhook("s" * 16),
    }
    pages = [web.post(path, partial(_posted, hook, store)) for path, hook in hooks.items()]
    token = world.tokens["dong_cuu"]

    async def well() -> Mapping[str, int]:
        return {}

    async with TestClient(
        TestServer(application([chat.channel], well, [*pages, *world.site().routes()]))
    ) as client:
        here = {"Origin": str(client.make_url("/")).rstrip("/")}
        async with client.post("/demo/officer", headers=here, allow_redirects=False) as response:
            cookie = response.headers["Set-Cookie"].partition(";")[0]

        async def ask(asked: dict[str, Any]) -> None:
            world.moment += 100
            headers, body = {**asked["headers"]}, asked["body"]
            if asked["signed_in"]:
                headers = {**here, **headers, "Cookie": cookie}
                if asked["path"] == "/upload":
                    headers["Content-Type"], body = FORM[0], FORM[1] % body
            if asked["path"].startswith("/api") and "Authorization" not in headers:
                headers["Authorization"] = f"Bearer {token}"
            response: ClientResponse
            async with client.request(
                asked["method"],
                asked["path"],
                params=asked["query"],
                headers=headers,
                data=body,
                allow_redirects=False,
            ) as response:
                await response.read()
                # a webhook that is away and a chat that is stopped say so
                assert response.status < 500 or response.status == 503, asked
                assert response.headers["X-Content-Type-Options"] == "nosniff"

        await in_one_loop(ask, ASKED, 150)
        # the messengers' own secret, and no update behind it
        for path, header in ((TELEGRAM, SECRET_HEADER), (ZALO, ZALO_HEADER)):
            for body in (b"", b"\x00", b"[]", b"null", b"{", b'{"update_id": "x"}', b"[" * 5000, b"9" * 5000):
                async with client.post(path, data=body, headers={header: "s" * 16}) as response:
                    assert response.status < 500
    await db.close()
    assert stored == []
    assert chat.updates == {}
