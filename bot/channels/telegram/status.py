"""What Telegram says of the bot: who it is, what webhook is set, and what went wrong with it last."""

from typing import Literal

from bot.channels.standing import Ailment, Hook, Standing, Trouble, line_of
from bot.channels.telegram.errors import scrub
from bot.channels.telegram.library import (
    AiogramError,
    Bot,
    GetMe,
    GetWebhookInfo,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramUnauthorizedError,
    WebhookInfo,
)

#: seconds for one question
PATIENCE = 10


async def status(bot: Bot, mode: Literal["polling", "webhook"], address: str) -> Standing:
    """The answers to two questions. `address` is where Telegram is to post; empty when polling."""
    try:
        me = await bot(GetMe(), request_timeout=PATIENCE)
        info = await bot(GetWebhookInfo(), request_timeout=PATIENCE)
    except (AiogramError, OSError) as error:
        return Standing(mode, address, trouble=Trouble(_ailment(error), scrub(line_of(error), bot.token)))
    return Standing(mode, address, f"@{me.username}" if me.username else "", _hook(info))


def _hook(info: WebhookInfo) -> Hook:
    return Hook(
        info.url,
        waiting=info.pending_update_count,
        error=line_of(info.last_error_message) if info.last_error_message else "",
        error_at=info.last_error_date,
    )


def _ailment(error: Exception) -> Ailment:
    match error:
        # Telegram answers 404 for what does not even look like a token it gave.
        case TelegramUnauthorizedError() | TelegramNotFound():
            return Ailment.TOKEN
        case TelegramRetryAfter():
            return Ailment.BUSY
    return Ailment.SILENT
