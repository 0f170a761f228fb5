"""The channel of a Zalo Official Account: a webhook in, consultation messages out.

What is known of the messenger, and how surely, is told where it is used; what is not is in one function each.
Importing this package costs nothing; the channel itself, with HTTP, is `channel.ZaloOA`.
"""

from bot.channels.zalo_oa.ports import Alarm, Pair, TokenStore
from bot.channels.zalo_oa.settings import NAME, ZaloOASettings

__all__ = ["NAME", "Alarm", "Pair", "TokenStore", "ZaloOASettings"]
