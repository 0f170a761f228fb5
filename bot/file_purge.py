"""Files in the store that no row names any more: of drafts, exports and messages that were deleted."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta

from sqlalchemy import Text, cast, select
from sqlalchemy.orm import Session

from bot.files import FileStore
from storage.models import Conversation, DataExport, Evidence, Inbox, Outbox

#: a file is kept before the row that names it
_YOUNG = timedelta(days=2)
_KEY = re.compile(r"[0-9a-f]{64}")


def unused_files(session: Session, store: FileStore, now: datetime) -> list[str]:
    """The keys of files older than two days that nothing names."""
    named = set(_named(session))
    oldest = (now - _YOUNG).timestamp()
    return [key for key in store.every_key() if key not in named and store.path(key).stat().st_mtime < oldest]


def _named(session: Session) -> Iterator[str]:
    for column in (Evidence.stored, DataExport.stored):
        yield from (key for key in session.scalars(select(column)) if key)
    for json in (Outbox.payload, Inbox.raw, Conversation.state):
        written = session.scalars(select(cast(json, Text)).execution_options(yield_per=500))
        for text in written:
            yield from _KEY.findall(text or "")
