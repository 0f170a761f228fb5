"""What the channel uses of aiogram. Only here is it imported, so that it is always imported quickly."""

from bot.channels.telegram.deferred import deferred

with deferred("aiogram.types"):
    from aiogram import Bot
    from aiogram.client.session.aiohttp import AiohttpSession
    from aiogram.client.telegram import TelegramAPIServer
    from aiogram.enums import ChatMemberStatus, ChatType, ContentType
    from aiogram.exceptions import (
        AiogramError,
        TelegramBadRequest,
        TelegramConflictError,
        TelegramNotFound,
        TelegramRetryAfter,
        TelegramUnauthorizedError,
    )
    from aiogram.methods import (
        DeleteWebhook,
        GetMe,
        GetWebhookInfo,
        Response,
        SetMyCommands,
        SetWebhook,
        TelegramMethod,
    )
    from aiogram.types import (
        Animation,
        Audio,
        BotCommand,
        CallbackQuery,
        Chat,
        ChatMemberUpdated,
        Document,
        Message,
        Update,
        User,
        Video,
        VideoNote,
        Voice,
        WebhookInfo,
    )

__all__ = [
    "AiogramError",
    "AiohttpSession",
    "Animation",
    "Audio",
    "Bot",
    "BotCommand",
    "CallbackQuery",
    "Chat",
    "ChatMemberStatus",
    "ChatMemberUpdated",
    "ChatType",
    "ContentType",
    "DeleteWebhook",
    "Document",
    "GetMe",
    "GetWebhookInfo",
    "Message",
    "Response",
    "SetMyCommands",
    "SetWebhook",
    "TelegramAPIServer",
    "TelegramBadRequest",
    "TelegramConflictError",
    "TelegramMethod",
    "TelegramNotFound",
    "TelegramRetryAfter",
    "TelegramUnauthorizedError",
    "Update",
    "User",
    "Video",
    "VideoNote",
    "Voice",
    "WebhookInfo",
]
