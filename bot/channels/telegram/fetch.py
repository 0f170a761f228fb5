"""Fetching what people sent, piece by piece."""

from collections.abc import AsyncIterator

from aiohttp import ClientError, ClientResponseError

from bot.channels.base import FetchError, FileTooBig
from bot.channels.telegram.errors import scrub
from bot.channels.telegram.library import AiogramError, Bot, TelegramBadRequest
from core.messages import Attachment

#: bytes; Telegram hands bots no larger file
FILE_BYTES = 20_000_000
#: seconds for the whole of one file
DOWNLOAD_SECONDS = 120


async def fetch(bot: Bot, attachment: Attachment) -> AsyncIterator[bytes]:
    """The bytes of the file. Raises FileTooBig, FileNotFoundError when gone, FetchError to try later."""
    if attachment.size is not None and attachment.size > FILE_BYTES:
        raise FileTooBig
    path = await _path(bot, attachment.remote)
    stream = bot.session.stream_content(bot.session.api.file_url(bot.token, path), timeout=DOWNLOAD_SECONDS)
    read = 0
    try:
        async for piece in stream:
            read += len(piece)
            if read > FILE_BYTES:
                raise FileTooBig
            yield piece
    except ClientResponseError as error:
        if error.status in (404, 410):
            raise FileNotFoundError(attachment.remote) from None
        raise FetchError(f"Telegram: the file was answered with {error.status}") from None
    except (TimeoutError, ClientError, OSError) as error:
        # The error's own text may hold the address and so the token.
        raise FetchError(f"Telegram: the file broke off ({type(error).__name__})") from None
    finally:
        await stream.aclose()


async def _path(bot: Bot, remote: str) -> str:
    try:
        file = await bot.get_file(remote)
    except TelegramBadRequest as error:
        if "file is too big" in error.message.lower():
            raise FileTooBig from None
        if "temporarily unavailable" in error.message.lower():
            raise FetchError("Telegram: the file is not available now") from None
        raise FileNotFoundError(remote) from None
    except AiogramError as error:
        raise FetchError(f"Telegram: {scrub(str(error), bot.token)[:300]}") from None
    if not file.file_path:
        raise FileTooBig
    return file.file_path
