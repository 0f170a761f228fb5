"""Where several processes serve the bot, another one may send what our page waits for: we look for it."""

import asyncio
import logging

from bot.channels.web.decode import NAME
from bot.channels.web.desk import Desk
from bot.channels.web.items import item
from bot.channels.web.rooms import Connection, identity
from core.messages import Address

#: newest messages that are looked at
_LOOKED_AT = 20

_log = logging.getLogger(__name__)


async def look(desk: Desk, chat: str, connection: Connection, every: float) -> None:
    """Tell the page, every so many seconds and until cancelled, what it has not been told."""
    while True:
        await asyncio.sleep(every)
        if not connection.ready:
            continue
        try:
            history = await desk.history.recent(Address(NAME, chat), _LOOKED_AT)
        except Exception:
            _log.exception("the history of a web chat could not be read")
            continue
        for entry in history:
            if identity(entry) not in connection.told:
                connection.told.add(identity(entry))
                connection.put({"item": item(entry, chat, desk.links)})
