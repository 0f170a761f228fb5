"""Whoever is suspended while their page is open: its sockets are closed, whichever process suspended them."""

import asyncio
import logging

from bot.channels.web.desk import Desk
from bot.channels.web.rooms import SHUT_OUT

_log = logging.getLogger(__name__)


async def guard(desk: Desk, every: float, ends: asyncio.Event) -> None:
    """Every so many seconds, until it `ends`, close the rooms of who may not look any more.

    It is asked to end and not cancelled: a read that is broken off leaves its connection open.
    """
    while not await _ended_within(ends, every):
        if desk.rooms.is_empty:
            continue
        try:
            shut_out = await desk.directory.shut_out()
        except Exception:
            _log.exception("it could not be read who of the web chat is suspended")
            continue
        for chat in shut_out:
            await desk.rooms.close(chat, SHUT_OUT)


async def _ended_within(ends: asyncio.Event, seconds: float) -> bool:
    try:
        async with asyncio.timeout(seconds):
            return await ends.wait()
    except TimeoutError:
        return False
