"""People with a report in hand, each with a way of their own to give it."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from tests.survival.reports import Report

#: seconds in which everything must have been answered, however busy the machine is
PATIENCE = 90

AREA, KIND = "Đào tạo (2)", "🎓 Cử người đi tập huấn"
SKIP = "⏭ Bỏ qua"
SEND = "✅ Đúng, gửi"
WHICH, REVIEW, RECEIPT = "báo cáo việc gì", "xem lại trước khi gửi", "Đã ghi TH-"
#: how the bot's messages are recognised, from the first to the last
#: all of a report
SCREENS = (WHICH, *(f"Bước {step}/6" for step in range(1, 7)), REVIEW, RECEIPT)


#: of those, what is said in any case to somebody who types everything at once
FEWEST = 3


class Screen(Protocol):
    """A message of the bot on somebody's screen."""

    @property
    def text(self) -> str: ...


class Someone(Protocol):
    """A person of whichever emulator."""

    name: str

    @property
    def id(self) -> int | str: ...

    @property
    def chat(self) -> Sequence[Screen]: ...

    def say(self, text: str) -> object: ...

    def press(self, message: Any, choice: str) -> object: ...

    async def wait_for(self, want: str, timeout: float = ...) -> Any: ...


class Reporter:
    """Says everything once and never again. `taps` is how often each button is hit."""

    def __init__(self, person: Someone, report: Report, taps: int = 1) -> None:
        self.person = person
        self.report = report
        self.updates = 0
        self.typed_all = True
        self.in_a_burst = False
        self._taps = taps

    async def type_at_once(self) -> None:
        """All of it in one burst, without a look at what the bot says."""
        self.in_a_burst = True
        for text in self._typed():
            self._say(text)
        await self._see(RECEIPT)

    async def type_in_turn(self) -> None:
        """Every answer typed, each after its question."""
        for text, screen in zip(self._typed(), SCREENS, strict=True):
            self._say(text)
            await self._see(screen)

    async def press_in_turn(self) -> None:
        """Buttons wherever there are any."""
        subject, organizer, *typed = self.report.answers
        self._say("/baocao")
        await self._press(WHICH, AREA)
        await self._press("Đào tạo:", KIND)
        await self._press("Bước 1/6", subject)
        await self._press("Bước 2/6", organizer)
        for step, text in enumerate(typed, start=3):
            await self._see(f"Bước {step}/6")
            self._say(text)
        await self._press("Bước 6/6", SKIP)
        await self._press(REVIEW, SEND)
        await self._see(RECEIPT)

    def screens(self) -> list[str]:
        """The bot's messages, recognised, in the order in which they came."""
        return [screen for seen in self.person.chat for screen in SCREENS if screen in seen.text]

    def _typed(self) -> tuple[str, ...]:
        return ("/baocao", KIND, *self.report.answers, "bỏ qua", "gửi")

    def _say(self, text: str) -> None:
        self.person.say(text)
        self.updates += 1

    async def _press(self, screen: str, choice: str) -> None:
        message = await self._see(screen)
        self.typed_all = False
        for _ in range(self._taps):
            self.person.press(message, choice)
            self.updates += 1

    async def _see(self, screen: str) -> Any:
        try:
            return await self.person.wait_for(screen, timeout=PATIENCE)
        except TimeoutError:
            newest = [seen.text[-100:] for seen in self.person.chat[-2:]]
            raise TimeoutError(f"{self.person.name} waits for {screen!r}; the newest are {newest}") from None


@dataclass(frozen=True)
class Ending:
    """How it went for one person; `trouble` is empty when they got what they waited for."""

    reporter: Reporter
    trouble: str


Way = Callable[[Reporter], Awaitable[None]]


async def all_report(reporters: list[Reporter], *ways: Way) -> list[Ending]:
    """Let all of them report at the same time, the ways taking turns; how it ended for each."""
    given = [ways[number % len(ways)] for number in range(len(reporters))]
    return list(await asyncio.gather(*(map(_ending, reporters, given))))


async def _ending(reporter: Reporter, way: Way) -> Ending:
    try:
        await way(reporter)
    except (TimeoutError, LookupError) as error:
        return Ending(reporter, str(error))
    return Ending(reporter, "")
