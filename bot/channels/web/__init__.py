"""The web chat: a page of our own, for people without a messenger and for the demo."""

from bot.channels.web.channel import WebChat
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
    "DemoPerson",
    "Directory",
    "History",
    "Kept",
    "Said",
    "Sent",
    "UploadRefused",
    "Uploads",
    "WebChat",
    "WebSettings",
    "Who",
]
