"""What the web chat asks of storage: past messages of one chat, who is reached there, the file store."""

from collections.abc import AsyncIterator, Collection, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from sqlalchemy import ColumnElement, literal_column, select
from sqlalchemy.orm import Session

from bot.allowances import Allowances
from bot.channels.web import Kept, Said, Sent, UploadRefused, Who
from bot.files import Empty, FileStore, TooBig, WrongType
from core.messages import Address, Attachment, AttachmentKind, Outbound, Refusal
from core.people import PersonStatus
from core.texts import say
from storage.db import Database
from storage.models import Contact, Inbox, Outbox, Person, Tenant, Unit

_REFUSALS: dict[type[Exception], Refusal] = {
    TooBig: Refusal.TOO_BIG,
    Empty: Refusal.EMPTY,
    WrongType: Refusal.WRONG_TYPE,
}


# Literals, not parameters: only then do the databases use the indexes of the web chat's rows.
_WEB: ColumnElement[str] = literal_column("'web'")
_SENT: ColumnElement[str] = literal_column("'sent'")


class StoredHistory:
    """`bot.channels.web.History` over the two queues: they hold all that was said."""

    def __init__(self, db: Database) -> None:
        self._db = db

    async def recent(
        self, address: Address, limit: int, until: datetime | None = None
    ) -> Sequence[Said | Sent]:
        return await self._db.read(lambda session: _recent(session, address, limit, until))


class StoredDirectory:
    """`bot.channels.web.Directory` over contacts and people."""

    def __init__(self, db: Database, contacts: Mapping[str, str] | None = None) -> None:
        """`contacts`: where the people of a tenant are met, by its code."""
        self._db, self._contacts = db, contacts or {}

    async def who(self, address: Address) -> Who | None:
        return await self._db.read(lambda session: _who(session, address, self._contacts))

    async def shut_out(self) -> Collection[str]:
        return await self._db.read(_shut_out)


class StoredUploads:
    """`bot.channels.web.Uploads` over the file store."""

    def __init__(self, files: FileStore, allowances: Allowances | None = None) -> None:
        self._files = files
        self._allowances = allowances

    async def keep(self, address: Address, pieces: AsyncIterator[bytes], limit: int) -> Kept:
        too_many = await self._allowances.too_many(address) if self._allowances else None
        if too_many is not None:
            raise UploadRefused(Refusal.TOO_MANY, too_many)
        try:
            stored = await self._files.store(pieces, limit)
        except (TooBig, Empty, WrongType) as error:
            raise UploadRefused(_REFUSALS[type(error)]) from error
        if self._allowances is not None:
            photo = Attachment(AttachmentKind.PHOTO, stored=stored.key, size=stored.size)
            await self._allowances.kept(address, photo)
        return Kept(stored.key, stored.mime, stored.size)

    def path(self, key: str) -> Path:
        path = self._files.path(key)
        if not path.is_file():
            raise FileNotFoundError(key)
        return path


def _recent(session: Session, address: Address, limit: int, until: datetime | None) -> list[Said | Sent]:
    heard = select(Inbox.raw, Inbox.received_at).where(Inbox.channel == _WEB, Inbox.lane == str(address))
    sent = select(Outbox.message_ref, Outbox.payload, Outbox.sent_at).where(
        Outbox.channel == _WEB, Outbox.chat == address.chat, Outbox.status == _SENT
    )
    here = (Contact.channel == address.channel, Contact.chat == address.chat)
    query = select(Contact.parted_at, Person.status).outerjoin(Person, Person.id == Contact.person_id)
    found = session.execute(query.where(*here)).first()
    since = found.parted_at if found else None
    if found is not None and found.status == PersonStatus.SUSPENDED:
        return []
    if since is not None:  # what was said before belongs to the person it was taken from
        heard, sent = heard.where(Inbox.received_at > since), sent.where(Outbox.created_at >= since)
    if until is not None:
        heard, sent = heard.where(Inbox.received_at <= until), sent.where(Outbox.sent_at <= until)
    mine = session.execute(heard.order_by(Inbox.id.desc()).limit(limit))
    theirs = session.execute(sent.order_by(Outbox.sent_at.desc(), Outbox.id.desc()).limit(limit))
    both: list[tuple[datetime, int, Said | Sent]] = [(at, 0, Said(raw, at)) for raw, at in mine if raw]
    both += [(at, 1, Sent(ref or "", Outbound.from_json(payload), at)) for ref, payload, at in theirs if at]
    both.sort(key=lambda entry: entry[:2])
    return [said for _, _, said in both[-limit:]]


def _shut_out(session: Session) -> Collection[str]:
    suspended = (Contact.channel == _WEB, Person.status == PersonStatus.SUSPENDED)
    query = select(Contact.chat).join(Person, Person.id == Contact.person_id).where(*suspended)
    return set(session.scalars(query))


def _who(session: Session, address: Address, contacts: Mapping[str, str]) -> Who | None:
    row = session.execute(
        select(Person, Tenant.name, Tenant.code, Unit.name)
        .join(Contact, Contact.person_id == Person.id)
        .join(Tenant, Tenant.id == Person.tenant_id)
        .outerjoin(Unit, Unit.id == Person.unit_id)
        .where(Contact.channel == address.channel, Contact.chat == address.chat)
    ).first()
    if row is None:
        return None
    person, tenant, code, unit = row
    where = unit or person.organisation or tenant
    shut_out = person.status == PersonStatus.SUSPENDED
    return Who(
        person.name,
        say(f"role-{person.role}"),
        where,
        person.locale,
        tenant,
        shut_out,
        contacts.get(code, ""),
    )
