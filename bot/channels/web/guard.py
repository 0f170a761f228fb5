"""Whoever is suspended while their page is open: its sockets are closed, whichever process suspended them."""

import asyncio
import logging

from bot.channels.web.desk import Desk
from bot.channels.web.rooms import SHUT_OUT

_log = logging.getLogger(__name__)


async def guard(desk: Desk, every: float) -> None:
    """Every so many seconds, until cancelled, close the rooms of who may not look any more."""
    while True:
        await asyncio.sleep(every)
        if desk.rooms.is_empty:
            continue
        try:
            shut_out = await desk.directory.shut_out()
        except Exception:
            _log.exception("it could not be read who of the web chat is suspended")
            continue
        for chat in shut_out:
            await desk.rooms.close(chat, SHUT_OUT)
