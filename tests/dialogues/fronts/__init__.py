"""The channels over which dialogues are played: how people act there, and what is to be seen."""

from collections.abc import Callable

from tests.dialogues.fronts.base import Front, Impossible
from tests.dialogues.fronts.telegram import TelegramFront
from tests.dialogues.fronts.web import WebFront
from tests.dialogues.fronts.zalo_bot import ZaloBotFront
from tests.dialogues.fronts.zalo_oa import ZaloOAFront

__all__ = ["FRONTS", "Front", "Impossible"]

FRONTS: dict[str, Callable[[], Front]] = {
    "telegram": TelegramFront,
    "web": WebFront,
    "zalo_oa": ZaloOAFront,
    "zalo_bot": ZaloBotFront,
}
