"""What a messenger has of a file already: sent to it once, and to many by the name that it gave it."""

import asyncio
from collections.abc import Callable, Coroutine
from datetime import datetime, timedelta
from typing import Any

from bot.clock import Clock, utc_now
from core.messages import FileRef

#: files that are remembered; the first of them is forgotten for one more
_MOST = 500

#: the hash of the content, the name people see, and the kind: a messenger has them as one
_Key = tuple[str, str, str]


class Uploads:
    """One account's files. `life` is how long what was uploaded can be sent; None: for good.

    Kept in memory: after a start each file is uploaded once more.
    """

    def __init__(self, life: timedelta | None = None, clock: Clock = utc_now) -> None:
        self._life, self._clock = life, clock
        self._known: dict[_Key, tuple[str, datetime]] = {}
        self._under_way: dict[_Key, asyncio.Task[str]] = {}

    def known(self, file: FileRef) -> str | None:
        """What the messenger calls it; None while it has to be uploaded."""
        name, since = self._known.get(_key(file), (None, None))
        over = since is not None and self._life is not None and self._clock() - since >= self._life
        return None if over else name

    def keep(self, file: FileRef, name: str) -> None:
        """The messenger has it, by this name."""
        self._known.pop(_key(file), None)
        while len(self._known) >= _MOST:
            del self._known[next(iter(self._known))]
        self._known[_key(file)] = (name, self._clock())

    def forget(self, file: FileRef) -> None:
        """The messenger knows that name no more."""
        self._known.pop(_key(file), None)

    async def once(self, file: FileRef, upload: Callable[[], Coroutine[Any, Any, str]]) -> str:
        """Its name, uploaded if need be. Whoever asks meanwhile waits for that one, and for its error."""
        name = self.known(file)
        if name is not None:
            return name
        key = _key(file)
        task = self._under_way.get(key)
        if task is None:
            task = self._under_way[key] = asyncio.create_task(self._uploaded(file, upload))
            task.add_done_callback(lambda _done: self._under_way.pop(key))
        # Whoever waits may be cancelled; what was begun is not, for others wait for it.
        return await asyncio.shield(task)

    async def _uploaded(self, file: FileRef, upload: Callable[[], Coroutine[Any, Any, str]]) -> str:
        name = await upload()
        self.keep(file, name)
        return name


def _key(file: FileRef) -> _Key:
    return file.stored, file.name, file.mime
