"""The channel of Zalo's Bot Platform, with a small client of our own.

Every call is `POST <api>/bot<token>/<method>` with JSON. Answers are told apart by what they hold, because
errors too come with HTTP 200. There are no buttons: choices are a numbered list, and the number is typed.
Importing this package costs nothing; the channel itself, with HTTP, is `channel.ZaloBot`.
"""

from bot.channels.zalo_bot.settings import NAME, ZaloBotSettings

__all__ = ["NAME", "ZaloBotSettings"]
