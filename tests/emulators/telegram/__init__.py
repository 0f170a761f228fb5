"""A Telegram Bot API server on 127.0.0.1 with people who write, press, block and see.

    emulator = TelegramEmulator()
    await emulator.start()
    an = emulator.user(1001, "An")
    an.say("/start")
    answer = await an.wait_for("Xin chào")
    an.press(answer, "Tiếp tục")

It holds what the bot's own process cannot fake for itself: confirmation by offset, delivery by webhook,
limits, error answers word for word, and faults on demand. It is written from the Bot API's documentation and
proved with bots of aiogram's and python-telegram-bot's own making (the tests beside it).
"""

from tests.emulators.faults import FaultKind
from tests.emulators.telegram.group import Group
from tests.emulators.telegram.person import Person
from tests.emulators.telegram.seen import Seen
from tests.emulators.telegram.server import TelegramEmulator

__all__ = ["FaultKind", "Group", "Person", "Seen", "TelegramEmulator"]
