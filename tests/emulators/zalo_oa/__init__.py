"""The services of a Zalo Official Account on 127.0.0.1, with people who follow, write, press, leave and see.

    zalo = ZaloEmulator()
    await zalo.start()
    zalo.deliver_to(f"{bot}/zalo-oa/webhook")
    an = zalo.person("An")
    an.follow()
    answer = await an.wait_for("Xin chào")
    an.press(answer, "Tiếp tục")

It holds what the bot's own process cannot fake for itself: signed events, delivered again until they are
answered with 200 in time; access tokens that expire, refresh tokens that can be used once; the windows of 48
hours and 7 days by a clock that is handed in; the limits of buttons and uploads; errors as HTTP 200 with a
code; and faults on demand. No service of Zalo's can be had for trying, and no client of other hands was found
that would prove it: it is written from what is documented, and says no more than that.
"""

from tests.emulators.faults import FaultKind
from tests.emulators.zalo_oa.person import Person
from tests.emulators.zalo_oa.seen import Seen
from tests.emulators.zalo_oa.server import ZaloEmulator

__all__ = ["FaultKind", "Person", "Seen", "ZaloEmulator"]
