"""Works out, beside everything else, what the questions after the first one would have to wait for."""

import asyncio
import gc
import logging

from bot.background import Background
from core.garbage import no_search
from handlers.library import Library

#: seconds between steps, each of which takes about one thousandth of one: most of the time is for turns
_REST = 0.005
#: seconds between looks for a finder that was made, of the content or with what was approved in the chat
_LOOK = 1.0

log = logging.getLogger(__name__)


class Warming(Background):
    """Warms what finds answers once somebody's message had it made: where nobody asks it takes no memory."""

    def __init__(self, library: Library) -> None:
        self._library = library

    async def warm(self) -> None:
        """Warm what is there, step by step, until all of it is; what was prepared anew is kept."""
        while finder := self._library.cold():
            await asyncio.to_thread(self._library.keep)
            # the search for garbage would look through all that is made here again and again
            with no_search():
                for _ in finder.warm():
                    await asyncio.sleep(_REST)
            gc.freeze()
            log.info("questions_ready")

    async def _run(self) -> None:
        while True:
            await self.warm()
            await asyncio.sleep(_LOOK)
