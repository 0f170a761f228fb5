"""Gets ready, beside everything else, what the first questions would have to wait for."""

import asyncio
import gc
import logging

from bot.background import Background
from core.garbage import no_search
from handlers.library import Library

#: seconds between steps, each of which takes about one thousandth of one: most of the time is for turns
_REST = 0.005
#: seconds between looks for a finder that was made anew, of what was approved in the chat
_LOOK = 1.0

log = logging.getLogger(__name__)


class Warming(Background):
    """Has what finds answers made after the start, then warmed, and so each that is made later.

    What goes wrong is left to the question that needs it, whose sender is told.
    """

    def __init__(self, library: Library) -> None:
        self._library = library

    async def warm(self) -> None:
        """Warm what is there, step by step, until all of it is."""
        while finder := self._library.cold():
            for _ in finder.warm():
                await asyncio.sleep(_REST)

    async def _run(self) -> None:
        try:
            # in a thread, as questions are: it is one step of some hundred milliseconds
            await asyncio.to_thread(self._library.shared)
            # the search for garbage would look through all that is made here again and again
            with no_search():
                await self.warm()
            gc.freeze()
            log.info("questions_ready")
            while True:
                await asyncio.sleep(_LOOK)
                await self.warm()
        except Exception as error:
            log.error("warming_failed", extra={"error": repr(error)})
