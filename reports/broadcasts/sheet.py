"""The workbook of a message to many: everybody it was for, what became of it, what they answered."""

import io
from collections.abc import Callable
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from core.catalogue import Catalogue
from core.periods import local_time
from core.texts import SOURCE_LOCALE, Speech, Texts, say
from reports.exports.book import book_at
from reports.made_file import XLSX, MadeFile
from storage.models import Broadcast
from storage.queries.broadcasts import Received, received

NAME = "broadcast"
_COLUMNS = ("name", "unit", "business", "role", "channel", "state", "sent", "answered", "answer", "why")


def maker(
    session: Session, of: tuple[str, ...], catalogue: Catalogue, texts: Texts
) -> Callable[[], MadeFile]:
    """`of` is the message's number and the code of its tenant."""
    number, tenant = int(of[0]), of[1]
    spec = catalogue.tenants[tenant]
    session.get_one(Broadcast, number)
    rows = list(received(session, number))

    def said(speech: Speech) -> str:
        return texts.render(speech, SOURCE_LOCALE)

    def written() -> MadeFile:
        heading = [said(say(f"broadcast-column-{column}")) for column in _COLUMNS]
        words, data = _Words(said), io.BytesIO()
        with book_at(data) as book:
            shown = (_row(each, spec.timezone, words) for each in rows)
            book.sheet(said(say("broadcast-sheet-title")), heading, shown)
        return MadeFile(data.getvalue(), said(say("broadcast-sheet-file", number=str(number))), XLSX)

    return written


class _Words(dict[str, str]):
    """The words of roles, channels and fates, each rendered once."""

    def __init__(self, said: Callable[[Speech], str]) -> None:
        super().__init__()
        self._said = said

    def of(self, key: str, **args: str) -> str:
        name = ":".join((key, *args.values()))
        if name not in self:
            self[name] = self._said(say(key, **args))
        return self[name]


def _row(each: Received, zone: str, words: _Words) -> tuple[Any, ...]:
    def local(moment: datetime | None) -> datetime | None:
        return local_time(moment, zone).replace(tzinfo=None) if moment else None

    return (
        each.name,
        each.unit,
        each.business,
        words.of(f"role-{each.role}"),
        words.of("channel-name", channel=each.channel) if each.channel else "",
        words.of(f"broadcast-word-{each.fate}"),
        local(each.sent_at),
        local(each.answered_at),
        each.answer,
        each.why,
    )
