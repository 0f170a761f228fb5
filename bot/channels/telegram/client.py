"""The aiogram bot this channel receives and fetches with."""

from typing import Any

from bot.channels.incoming import loads
from bot.channels.telegram.library import AiohttpSession, Bot, Response, TelegramAPIServer, TelegramMethod
from bot.channels.telegram.raw import dumps


class RawUpdates(TelegramMethod[list[Any]]):
    """getUpdates that leaves the updates as they are: one that aiogram cannot read blocks no other."""

    __returning__ = list[Any]
    __api_method__ = "getUpdates"

    offset: int | None = None
    limit: int = 100
    timeout: int = 30
    allowed_updates: list[str]


# pydantic forgets these classes between calls and builds them anew, a fifth of the whole work, unless held.
_HELD = (Response[list[Any]], Response[bool])


def client(token: str, api: str) -> Bot:
    """A bot with a session of its own, opened by its first request."""
    server = TelegramAPIServer.from_base(api)
    return Bot(token, session=AiohttpSession(api=server, json_loads=loads, json_dumps=dumps))
