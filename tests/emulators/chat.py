"""What a person sees of a bot, on any messenger."""

import asyncio
import re
from collections.abc import Callable
from typing import Generic, Protocol, TypeVar

_CHOICE = re.compile(r"^(?:(\d+)\.|•) (.+)$")


class Shown(Protocol):
    """A message of the bot: what is read, and what its choices say."""

    @property
    def text(self) -> str: ...
    @property
    def labels(self) -> list[str]: ...


S = TypeVar("S", bound=Shown)


class Chat(Generic[S]):
    """A person's chat with the bot; `chat` is what the bot wrote."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.chat: list[S] = []
        self._changed: list[asyncio.Future[None]] = []

    def see(self, message: S) -> None:
        """The bot wrote."""
        self.chat.append(message)
        self.changed()

    def changed(self) -> None:
        """Something on the screen changed: look again."""
        waiting, self._changed = self._changed, []
        for future in waiting:
            if not future.done():
                future.set_result(None)

    async def wait_for(self, want: str | Callable[[S], bool], timeout: float = 10, after: int = 0) -> S:
        """The newest message that holds the text or fits; waits for it. `after` leaves out that many first
        messages. Raises TimeoutError that shows the chat."""

        def fits(message: S) -> bool:
            return want in message.text if isinstance(want, str) else want(message)

        loop = asyncio.get_running_loop()
        deadline = loop.time() + timeout
        while True:
            for message in reversed(self.chat[after:]):
                if fits(message):
                    return message
            if not await self._change(deadline - loop.time()):
                shown = "\n".join(f"  {message.text!r} {message.labels}" for message in self.chat)
                raise TimeoutError(f"{self.name} does not see {want!r} in:\n{shown}")

    def newest_with(self, label: str) -> S:
        """The newest message that offers that choice. Raises LookupError."""
        for message in reversed(self.chat):
            if label in message.labels:
                return message
        raise LookupError(f"{self.name} sees no choice {label!r}; the newest is {self.chat[-1:]}")

    async def _change(self, seconds: float) -> bool:
        future = asyncio.get_running_loop().create_future()
        self._changed.append(future)
        try:
            async with asyncio.timeout(seconds):
                await future
        except TimeoutError:
            return False
        return True


def listed_choices(text: str) -> list[tuple[str, str]]:
    """The list at the end of a message: what is to be typed for each choice, and what the choice says."""
    found: list[tuple[str, str]] = []
    for line in reversed(text.split("\n")):
        match = _CHOICE.match(line)
        if match is None:
            break
        found.insert(0, (match[1] or match[2], match[2]))
    return found
