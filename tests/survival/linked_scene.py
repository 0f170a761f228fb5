"""A commune whose officers have Telegram, which they prefer and have blocked the bot on, and Zalo."""

from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import SecretStr
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from core.messages import Address
from storage.models import Contact
from storage.repositories import contacts, conversations
from tests.emulators.telegram import TelegramEmulator
from tests.emulators.zalo_bot import Person, ZaloBotEmulator
from tests.survival.scene import Scene


@dataclass
class LinkedScene(Scene):
    """A stage with the emulators of both. What is said on Zalo is `heard`."""

    zalo: ZaloBotEmulator = field(kw_only=True)
    on_zalo: list[Person] = field(default_factory=list)

    def channel_settings(self) -> dict[str, object]:
        return super().channel_settings() | {
            "zalo_bot_token": SecretStr(self.zalo.token),
            "zalo_bot_api_url": self.zalo.base_url,
            "zalo_bot_per_second": 0,
            "zalo_bot_per_chat_per_second": 0,
        }

    async def officers_link(self, number: int) -> None:
        """So many officers come, link both, prefer Telegram, and block the bot there."""
        await self.people_come(number)
        self.on_zalo = [self.zalo.user(one.person.name, started=True) for one in self.reporters]
        await self.in_database(self._link)
        for one in self.reporters:
            self.emulator.user(int(one.person.id), one.person.name).block()

    def _link(self, session: Session) -> None:
        for reporter, person in zip(self.reporters, self.on_zalo, strict=True):
            known = conversations.speaker(session, Address("telegram", str(reporter.person.id)), self.clock())
            other = conversations.speaker(session, Address("zalo_bot", str(person.id)), self.clock())
            assert known.person_id is not None
            conversations.link(session, other, known.person_id, known.conversation_id, self.clock())
            contacts.prefer(session, known.person_id, known.contact_id)

    async def forget_who_is_unreachable(self) -> None:
        """Telegram is tried anew."""
        change = update(Contact).values(reachable=True)
        await self.in_database(lambda session: session.execute(change))

    def heard(self) -> Counter[str]:
        """How many messages each officer has got on Zalo."""
        return Counter({person.name: len(person.chat) for person in self.on_zalo})


def preferred(session: Session) -> set[str]:
    """The channels that people prefer."""
    return set(session.scalars(select(Contact.channel).where(Contact.preferred.is_(True))))


@asynccontextmanager
async def linked_scene_at(database_url: str, folder: Path) -> AsyncIterator[LinkedScene]:
    """A scene whose bots are killed at the end, should they still run."""
    async with TelegramEmulator() as emulator, ZaloBotEmulator() as zalo:
        scene = LinkedScene(database_url, folder, emulator=emulator, zalo=zalo)
        try:
            yield scene
        finally:
            for bot in scene.bots:
                await bot.kill()
