"""What each person may still send today, over all channels; counted in the database, to outlive a restart."""

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy.orm import Session

from bot.clock import Clock
from core.messages import Address, Attachment, AttachmentKind, Inbound, Refusal
from core.uploads import Daily, Sent, Sort, sort_of
from storage.db import Database
from storage.repositories import uploads


class Allowances:
    """The day's measure of files: who has used it up is refused more, in words, until the next day."""

    def __init__(self, db: Database, daily: Daily, clock: Clock) -> None:
        self._db = db
        self._daily = daily
        self._clock = clock

    async def admit(self, inbound: Inbound) -> Inbound:
        """The message, those of its files refused that are too many. Of strangers no file is taken."""
        found = await self._db.read(lambda session: self._sent(session, inbound.address))
        if found is None:
            places = [each for each in inbound.attachments if each.kind is AttachmentKind.LOCATION]
            return replace(inbound, attachments=tuple(places))
        taken, sent = [], dict(found)
        for each in inbound.attachments:
            sort = sort_of(each)
            if each.kind is AttachmentKind.LOCATION or each.stored or each.refused:
                taken.append(each)
            elif self._daily.is_full(sent[sort]):
                taken.append(replace(each, refused=Refusal.TOO_MANY, sent_today=sent[sort].files))
            else:
                sent[sort] = replace(sent[sort], files=sent[sort].files + 1)
                taken.append(each)
        return replace(inbound, attachments=tuple(taken))

    async def too_many(self, address: Address) -> int | None:
        """How many photos were sent today from an address, if no more are taken."""
        found = await self._db.read(lambda session: self._sent(session, address, active=False))
        sent = found[Sort.FILE] if found else Sent()
        return sent.files if self._daily.is_full(sent) else None

    async def kept(self, address: Address, photo: Attachment) -> None:
        """Count a photo that was kept before any message tells of it."""
        await self._db.write(lambda session: self.count(session, address, [photo]))

    def count(self, session: Session, address: Address, brought: Sequence[Attachment]) -> None:
        """Count what was kept, in the transaction of its message; the caller commits."""
        who = uploads.sender(session, address) if brought else None
        if who is None:
            return
        for each in brought:
            uploads.add(session, who, sort_of(each), each.size or 0, self._clock())

    def _sent(self, session: Session, address: Address, *, active: bool = True) -> dict[Sort, Sent] | None:
        """By sort; None for strangers, and where it matters for members who are not active."""
        who = uploads.sender(session, address)
        if who is None or (active and not who.is_active):
            return None
        return {sort: uploads.sent(session, who, sort, self._clock()) for sort in Sort}
