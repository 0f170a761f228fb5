"""Fetching what came with a message into the file store, before the message's turn."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import replace

from bot.channels.base import Channel, FetchError, FileTooBig
from bot.files import Empty, FileStore, TooBig, WrongType
from core.messages import Attachment, AttachmentKind, Inbound, Refusal

#: seconds for one file; a phone photo takes one or two
_PATIENCE = 120.0


def to_fetch(inbound: Inbound) -> bool:
    """Whether something came along that is not here yet."""
    return any(_is_away(attachment) for attachment in inbound.attachments)


async def fetched(channel: Channel, files: FileStore, inbound: Inbound, *, last_attempt: bool) -> Inbound:
    """The message with each attachment `stored` or `refused`.

    Raises FetchError for what may work later, except on the last attempt: then the file counts as gone.
    """
    attachments = []
    for attachment in inbound.attachments:
        try:
            attachments.append(await _fetched(channel, files, attachment))
        except FetchError:
            if not last_attempt:
                raise
            attachments.append(replace(attachment, refused=Refusal.GONE))
    return replace(inbound, attachments=tuple(attachments))


def brought(before: Inbound, after: Inbound) -> list[Attachment]:
    """What was fetched and kept of a message: as it is after `fetched`."""
    pairs = zip(before.attachments, after.attachments, strict=True)
    return [new for old, new in pairs if _is_away(old) and new.stored is not None]


def _is_away(attachment: Attachment) -> bool:
    return (
        attachment.kind is not AttachmentKind.LOCATION
        and attachment.stored is None
        and attachment.refused is None
    )


async def _fetched(channel: Channel, files: FileStore, attachment: Attachment) -> Attachment:
    if not _is_away(attachment):
        return attachment
    limit = channel.limits.file_bytes
    if attachment.size is not None and attachment.size > limit:
        return replace(attachment, refused=Refusal.TOO_BIG)
    if attachment.size == 0:
        return replace(attachment, refused=Refusal.EMPTY)
    try:
        async with asyncio.timeout(_PATIENCE):
            async with aclosing(_pieces(channel, attachment)) as pieces:
                stored = await files.store(pieces, limit)
    except (TooBig, FileTooBig):
        return replace(attachment, refused=Refusal.TOO_BIG)
    except Empty:
        return replace(attachment, refused=Refusal.EMPTY)
    except WrongType:
        return replace(attachment, refused=Refusal.WRONG_TYPE)
    except FileNotFoundError:
        return replace(attachment, refused=Refusal.GONE)
    except TimeoutError as error:
        raise FetchError("fetching the file took too long") from error
    if attachment.kind is AttachmentKind.PHOTO and not stored.mime.startswith("image/"):
        return replace(attachment, refused=Refusal.WRONG_TYPE)
    return replace(attachment, stored=stored.key, mime=stored.mime, size=stored.size)


async def _pieces(channel: Channel, attachment: Attachment) -> AsyncGenerator[bytes, None]:
    """What the channel brings; whatever goes wrong on its side is told apart from trouble with our disk."""
    source = channel.fetch(attachment)
    try:
        async for piece in source:
            yield piece
    except (FetchError, FileNotFoundError, FileTooBig):
        raise
    except Exception as error:
        raise FetchError(f"the file could not be fetched: {error!r}") from error
    finally:
        if isinstance(source, AsyncGenerator):
            await source.aclose()
