"""What goes on in the background begins when it is started, and is over when it is stopped."""

import asyncio

from bot.background import Background


class Counting(Background):
    """Says how it fares."""

    def __init__(self) -> None:
        self.began, self.ended = asyncio.Event(), asyncio.Event()

    async def _run(self) -> None:
        self.began.set()
        try:
            await asyncio.Event().wait()
        finally:
            await asyncio.sleep(0)
            self.ended.set()


async def test_it_has_ended_when_stop_returns_however_often_that_is_asked() -> None:
    counting = Counting()
    await counting.stop()
    counting.start()
    await counting.began.wait()
    assert not counting.ended.is_set()
    await counting.stop()
    assert counting.ended.is_set()
    await counting.stop()
