"""Looks for codes on the photos of a message, and for lists in its files, before the message's turn."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import replace

from sqlalchemy.orm import Session

from bot.code_photos import NoPicture, read_codes
from bot.files import FileStore
from bot.number_files import NoList, read_list
from core.messages import Attachment, AttachmentKind, Inbound
from storage.db import Database

#: pictures looked at side by side: each takes a core
_AT_ONCE = 1
_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_TEXT = "text/csv"

_log = logging.getLogger(__name__)


class CodeReader:
    """`wanted` says whether anybody asks for the codes of a message: photos of a report are left alone."""

    def __init__(self, db: Database, files: FileStore, wanted: Callable[[Session, Inbound], bool]) -> None:
        self._db = db
        self._files = files
        self._wanted = wanted
        self._free = asyncio.Semaphore(_AT_ONCE)

    async def read(self, inbound: Inbound) -> Inbound:
        """The message with what was found; as it came where nobody asks. Whatever a file holds, no error."""
        if not any(map(_readable, inbound.attachments)):
            return inbound
        if not await self._db.read(lambda session: self._wanted(session, inbound)):
            return inbound
        looked_at = []
        for attachment in inbound.attachments:
            async with self._free:
                looked_at.append(await asyncio.to_thread(self._read, attachment))
        return replace(inbound, attachments=tuple(looked_at))

    def _read(self, attachment: Attachment) -> Attachment:
        if not _readable(attachment) or attachment.stored is None:
            return attachment
        path = self._files.path(attachment.stored)
        try:
            if attachment.mime in (_SHEET, _TEXT):
                numbers, table = read_list(path)
                return replace(attachment, numbers=numbers, table=table)
            return replace(attachment, codes=read_codes(path))
        except (NoPicture, NoList, OSError) as error:
            _log.info(
                "a file holds nothing to be read", extra={"mime": attachment.mime, "error": repr(error)}
            )
            empty = attachment.mime in (_SHEET, _TEXT)
            return replace(attachment, numbers=() if empty else None, codes=None if empty else ())


def _readable(attachment: Attachment) -> bool:
    if attachment.kind is AttachmentKind.LOCATION or attachment.stored is None:
        return False
    mime = attachment.mime or ""
    return mime.startswith("image/") or mime in (_SHEET, _TEXT)
