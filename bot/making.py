"""Files that are made when their message is about to go out: never within a turn, and once for a message."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from bot.files import FileStore, TooBig
from core.messages import FileRef, Outbound
from reports.made import Maker
from storage.db import Database
from storage.repositories import outbox
from storage.repositories.outbox_row import OutboxRow

#: bytes; every messenger takes files of this size
LARGEST = 10 << 20


@dataclass(frozen=True)
class Making:
    """What makes files, by the name a message carries."""

    db: Database
    files: FileStore
    makers: Mapping[str, Maker] = field(default_factory=dict)

    async def complete(self, row: OutboxRow) -> OutboxRow:
        """The row with its file made and kept with the message, for whoever looks at it later.

        Raises KeyError for a file nobody makes, and whatever its maker or the disk raises.
        """
        if "made" not in row.payload:
            return row
        message = Outbound.from_json(row.payload)
        if message.made is None:
            return row
        write = await self.db.read(partial(self.makers[message.made.what], of=message.made.of))
        made = await asyncio.to_thread(write)
        if len(made.content) > LARGEST:
            raise TooBig
        key = await asyncio.to_thread(self.files.keep, made.content)
        whole = replace(message, file=FileRef(key, made.name, made.mime, made.whole), made=None)
        payload = whole.as_json()
        await self.db.write(lambda session: outbox.rewrite(session, row.id, payload))
        return replace(row, payload=payload)
