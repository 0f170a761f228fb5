"""A server of Zalo's Bot Platform on 127.0.0.1 with people who write, send pictures and see.

    emulator = ZaloBotEmulator()
    await emulator.start()
    an = emulator.user("An")
    an.say("xin chào")
    answer = await an.wait_for("Xin chào")

It holds what the bot's own process cannot fake for itself: one update a call, handed out once and gone;
errors with HTTP 200; 408 for a poll that ends empty; delivery by webhook; pictures fetched by their address;
limits; and faults on demand. It is written from what is known of the platform and proved with a bot of
`python-zalo-bot`'s making (the test beside it).
"""

from tests.emulators.faults import FaultKind
from tests.emulators.zalo_bot.person import Person, Seen
from tests.emulators.zalo_bot.server import ZaloBotEmulator

__all__ = ["FaultKind", "Person", "Seen", "ZaloBotEmulator"]
