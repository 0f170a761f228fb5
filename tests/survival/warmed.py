"""Imported by the process every bot is a copy of: what takes long to load is loaded there, once.

What is in doubt when a bot is killed is what it has stored, never what it reads from files.
"""

from importlib import import_module

from sqlalchemy.orm import configure_mappers

from tests import shipped
from tests.survival import bot_process

assert bot_process

#: what a bot imports when it begins to serve, to tick, to send, to open its database
for module in (
    "apscheduler.schedulers.asyncio",
    "bot.channels.zalo_bot.channel",
    "bot.channels.zalo_oa.channel",
    "bot.serving",
    "storage.postgresql",
    "storage.sqlite",
):
    import_module(module)
configure_mappers()
shipped.knowledge()
