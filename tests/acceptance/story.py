"""A story that is told in a file and played over any channel."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import yaml
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.app import App
from storage.models import DueRun
from tests.acceptance.clock import TurnableClock
from tests.acceptance.phones import Phone, holds, seen
from tests.acceptance.records import DAILY

_CODE = re.compile(r"^[A-Z2-9]{10}$", re.MULTILINE)


@dataclass
class Player:
    """Plays the steps of a story: `phones` by person, `codes` of invites by name, `photo` to be sent."""

    app: App
    clock: TurnableClock
    phones: Mapping[str, Phone]
    photo: bytes
    codes: dict[str, str] = field(default_factory=dict)

    async def play(self, steps: Sequence[Mapping[str, Any]]) -> None:
        """All steps, in order. Raises AssertionError naming the step that went wrong."""
        for step in steps:
            try:
                await self._step(step)
            except AssertionError as error:
                raise AssertionError(f"{step}: {error}") from error

    async def _step(self, step: Mapping[str, Any]) -> None:
        if "at" in step:
            self.clock.turn_to(moment(step["at"]))
            await self.app.scheduler.tick(self.clock())
            assert await self.app.db.read(_runs) == step["runs"]
            return
        phone = self.phones[step["who"]]
        for word, there in (("still", True), ("never", False)):
            if word in step:
                assert any(step[word] in message for message in await phone.messages()) is there
                return
        wanted = [step["sees"]] if isinstance(step["sees"], str) else step["sees"]
        if act := self._act(phone, step):
            before = await phone.messages()
            assert not before or not holds(before[-1], wanted), "it is on the screen before anything is done"
            await act()
        shown = await seen(phone, wanted)
        if "keeps" in step:
            [self.codes[step["keeps"]]] = _CODE.findall(shown)

    def _act(self, phone: Phone, step: Mapping[str, Any]) -> Callable[[], Any] | None:
        match step:
            case {"opens": str(invite)}:
                return lambda: phone.opens(self.codes[invite])
            case {"says": str(text)}:
                return lambda: phone.says(text)
            case {"presses": str(label)}:
                return lambda: phone.presses(label)
            case {"sends": "a photo"}:
                return lambda: phone.sends_photo(self.photo)
        return None


def _runs(session: Session) -> int:
    """Those of which somebody hears."""
    query = select(func.count()).select_from(DueRun).where(DueRun.job.not_in(DAILY))
    return session.scalar(query) or 0


def read_story(path: Path) -> dict[str, Any]:
    """The file as it is."""
    story: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
    return story


def moment(written: object) -> datetime:
    """A moment as YAML read it: "2026-05-08T08:30+07:00"."""
    return written if isinstance(written, datetime) else datetime.fromisoformat(str(written))
