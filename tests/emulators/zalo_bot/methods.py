"""The methods, with the limits that are known of them."""

from collections.abc import Mapping
from typing import Any

import orjson
from aiohttp import ClientError, ClientSession, ClientTimeout

from tests.emulators.zalo_bot.answers import bad_request
from tests.emulators.zalo_bot.person import Person, Seen, bold_pieces
from tests.emulators.zalo_bot.world import World

TEXT_LENGTH = 2000
PICTURES = ("image/jpeg", "image/png")
COLOURS = ("c_050a19", "c_15a85f", "c_f7b503", "c_f27806", "c_db342e")
STYLES = frozenset({"b", "i", "u", "s", "f_13", "f_15", "f_18", "f_20", "lst_1", "lst_2", *COLOURS})

Body = Mapping[str, Any]


async def get_me(world: World, body: Body) -> object:
    """getMe"""
    return world.bot


async def set_webhook(world: World, body: Body) -> object:
    """setWebhook; plain http is taken on this machine only."""
    url, secret = str(body.get("url", "")), str(body.get("secret_token", ""))
    if not url.startswith(("https://", "http://127.0.0.1:")):
        raise bad_request("url must be https")
    if not 8 <= len(secret) <= 256:
        raise bad_request("secret_token must have 8 to 256 characters")
    world.webhook_url, world.webhook_secret = url, secret
    reached = await _probe(world.reached_at(url))
    world.webhook_updated = world.now()
    world.webhook_changed()
    verification = {"ok": reached, "outcome": "webhook.ok" if reached else "webhook.err.unreachable"}
    return {"url": url, "updated_at": world.webhook_updated, "verification": verification}


async def delete_webhook(world: World, body: Body) -> object:
    """deleteWebhook"""
    world.webhook_url = world.webhook_secret = ""
    world.webhook_updated = world.now()
    world.webhook_changed()
    return {"url": "", "updated_at": world.webhook_updated}


async def get_webhook_info(world: World, body: Body) -> object:
    """getWebhookInfo"""
    return {"url": world.webhook_url, "updated_at": world.webhook_updated}


async def send_message(world: World, body: Body) -> object:
    """sendMessage"""
    person = world.reachable(body.get("chat_id"))
    text = _text(body, "text", least=1)
    return _show(world, person, text, bold_pieces(text, _styles(body, text)), None)


async def send_photo(world: World, body: Body) -> object:
    """sendPhoto: the picture is fetched by its address before the answer."""
    person = world.reachable(body.get("chat_id"))
    caption = _text(body, "caption", least=0)
    picture = await _fetched(world.reached_at(str(body.get("photo", ""))))
    return _show(world, person, caption, (), picture)


async def send_sticker(world: World, body: Body) -> object:
    """sendSticker"""
    return _show(world, world.reachable(body.get("chat_id")), "", (), None)


async def send_chat_action(world: World, body: Body) -> object:
    """sendChatAction"""
    person = world.reachable(body.get("chat_id"))
    if body.get("action") != "typing":
        raise bad_request("action is not known")
    person.actions.append("typing")
    return None


def _show(world: World, person: Person, text: str, bold: tuple[str, ...], picture: bytes | None) -> object:
    message = Seen(world.next_id(), text, bold, picture)
    person.see(message)
    return {"message_id": message.id, "date": world.now()}


def _text(body: Body, field: str, *, least: int) -> str:
    text = str(body.get(field, ""))
    if not least <= len(text) <= TEXT_LENGTH or (least and not text.strip()):
        raise bad_request(f"{field} must have {least} to {TEXT_LENGTH} characters")
    return text


def _styles(body: Body, text: str) -> list[dict[str, Any]]:
    found = body.get("text_styles", [])
    if isinstance(found, str):
        found = orjson.loads(found)
    units = len(text.encode("utf-16-le")) // 2
    for style in found:
        match style:
            case {"start": int(start), "len": int(size), "st": [*kinds]} if STYLES.issuperset(kinds):
                if start < 0 or size < 1 or start + size > units:
                    raise bad_request("text_styles is outside the text")
            case _:
                raise bad_request("text_styles is malformed")
    return list(found)


async def _probe(url: str) -> bool:
    """Whether the page answers a post without a body, as Zalo asks it."""
    try:
        async with ClientSession() as session, session.post(url, timeout=ClientTimeout(total=5)) as answer:
            return answer.status == 200
    except (ClientError, TimeoutError):
        return False


async def _fetched(url: str) -> bytes:
    try:
        async with ClientSession() as session, session.get(url, timeout=ClientTimeout(total=20)) as answer:
            if answer.status == 200 and answer.content_type in PICTURES:
                return await answer.read()
    except (ClientError, TimeoutError, ValueError):
        pass
    raise bad_request("photo url cannot be fetched")
