"""The Telegram channel: aiogram receives, python-telegram-bot sends.

Importing this package costs nothing; `create` imports both libraries (a second), so call it only when the
channel is to run.
"""

from typing import TYPE_CHECKING

from bot.channels.telegram.settings import NAME, TelegramSettings

if TYPE_CHECKING:
    from bot.channels.telegram.channel import Telegram

__all__ = ["NAME", "TelegramSettings", "create"]


def create(settings: TelegramSettings) -> "Telegram":
    """The channel, not yet started. Raises SettingsError when a setting is missing or wrong."""
    from bot.channels.telegram.channel import Telegram

    return Telegram(settings)
