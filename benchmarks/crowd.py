"""People who fill in reports as fast as the bot answers, and type again when it is silent for long."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from benchmarks.script import Script
from tests.emulators.telegram import Person, Seen, TelegramEmulator

#: seconds of silence after which a person types the last message again
PATIENCE = 12.0
FIRST_PERSON = 500_001


@dataclass
class Tally:
    """What the crowd saw: seconds each answer took, messages typed, answers read, when the last one came."""

    waits: list[float] = field(default_factory=list)
    typed: int = 0
    read: int = 0
    last_read: float = 0.0


class Walker(Person):
    """One person. Follows the question asked; a question read twice in a row is answered once."""

    def __init__(
        self, emulator: TelegramEmulator, number: int, script: Script, reports: range, crowd: "Crowd"
    ) -> None:
        super().__init__(emulator.world, number, f"An {number}")
        self._script = script
        self._reports = list(reports)
        self._crowd = crowd
        self._answered = 0
        #: when the last message was typed
        self.typed_at = 0.0

    @property
    def busy(self) -> bool:
        """Whether there is still a report to finish."""
        return bool(self._reports)

    def begin(self) -> None:
        """Type the first message."""
        self._type(0)

    def everything(self) -> None:
        """Type all messages of the first report at once, and wait for nothing."""
        for text in self._script.reports[self._reports[0]]:
            self._crowd.tally.typed += 1
            self.say(text)
        self._reports.clear()

    def see(self, message: Seen) -> None:
        """Read what the bot wrote; type what it asks for."""
        super().see(message)
        self._crowd.read()
        asked = self._script.question(message.text)
        if not self.busy or asked is None or asked == self._answered:
            return
        if asked == self._answered + 1:
            self._crowd.progressed(time.perf_counter() - self.typed_at)
        elif asked == self._script.steps:
            return
        if asked < self._script.steps:
            self._type(asked)
        else:
            self._finish()

    def type_again(self, now: float) -> None:
        """Say the last message once more when the bot has been silent for too long."""
        if self.busy and now - self.typed_at > PATIENCE:
            self._type(self._answered)

    def _finish(self) -> None:
        self._reports.pop(0)
        if self.busy:
            self._type(0)
        else:
            self._crowd.one_is_done()

    def _type(self, question: int) -> None:
        self._answered = question
        self.typed_at = time.perf_counter()
        self._crowd.tally.typed += 1
        self.say(self._script.reports[self._reports[0]][question])


class Crowd:
    """`people` persons with `each` reports; person number p has the reports p * each and up."""

    def __init__(self, emulator: TelegramEmulator, script: Script, people: int, each: int) -> None:
        self.tally = Tally()
        self.progress = 0
        #: told after each answer that brought somebody further
        self.watch: Callable[[int], None] = lambda progress: None
        self._unfinished = people
        self._finished = asyncio.Event()
        self.people = [
            Walker(emulator, FIRST_PERSON + number, script, range(number * each, (number + 1) * each), self)
            for number in range(people)
        ]
        emulator.world.people.update({person.id: person for person in self.people})

    async def fill_in(self, seconds: float) -> bool:
        """All fill in their reports; False when that was not done within so many seconds."""
        for person in self.people:
            person.begin()
        deadline = time.perf_counter() + seconds
        while not self._finished.is_set() and (now := time.perf_counter()) < deadline:
            for person in self.people:
                person.type_again(now)
            await _at_most(0.25, self._finished)
        return self.finished

    @property
    def finished(self) -> bool:
        """Whether everybody has finished all reports."""
        return self._finished.is_set()

    def type_everything(self) -> None:
        """All type all messages of their first report, one person after the other."""
        for person in self.people:
            person.everything()

    def read(self) -> None:
        """Somebody read a message."""
        self.tally.read += 1
        self.tally.last_read = time.perf_counter()

    def progressed(self, seconds: float) -> None:
        """Somebody got further, after so many seconds."""
        self.tally.waits.append(seconds)
        self.progress += 1
        self.watch(self.progress)

    def one_is_done(self) -> None:
        """Somebody has finished all reports."""
        self._unfinished -= 1
        if not self._unfinished:
            self._finished.set()


async def _at_most(seconds: float, event: asyncio.Event) -> None:
    try:
        async with asyncio.timeout(seconds):
            await event.wait()
    except TimeoutError:
        return
