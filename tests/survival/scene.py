"""A commune on Telegram, and the bots that serve it."""

from dataclasses import dataclass, field

from pydantic import SecretStr

from tests.emulators.telegram import TelegramEmulator
from tests.survival.people import Someone
from tests.survival.stage import Stage

FIRST_CHAT = 5_000_001


@dataclass
class Scene(Stage):
    """A stage with Telegram's emulator."""

    channel = "telegram"
    emulator: TelegramEmulator = field(kw_only=True)

    def channel_settings(self) -> dict[str, object]:
        return {
            "telegram_token": SecretStr(self.emulator.token),
            "telegram_api_url": self.emulator.base_url,
            "telegram_per_second": 0,
            "telegram_per_chat_per_second": 0,
        }

    def arrives(self, number: int, name: str) -> Someone:
        return self.emulator.user(FIRST_CHAT + number, name, started=True)

    def calls_made(self) -> int:
        return len(self.emulator.world.calls)
