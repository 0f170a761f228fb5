"""The web chat: a page of our own, for people without a messenger and for the demo.

Importing this package costs nothing; the channel itself, with the web server, is `channel.WebChat`.
"""

from bot.channels.web.decode import NAME
from bot.channels.web.ports import (
    DemoPerson,
    Directory,
    History,
    Kept,
    Said,
    Sent,
    UploadRefused,
    Uploads,
    Who,
)
from bot.channels.web.settings import WebSettings

__all__ = [
    "NAME",
    "DemoPerson",
    "Directory",
    "History",
    "Kept",
    "Said",
    "Sent",
    "UploadRefused",
    "Uploads",
    "WebSettings",
    "Who",
]
