"""Makes the files of data that were asked for, one after the other, and sends each to who asked."""

import asyncio
import logging
import tempfile
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from sqlalchemy.orm import Session

from bot.clock import Clock
from bot.files import FileStore
from bot.making import LARGEST
from core.catalogue import Catalogue
from core.catalogue.fact_types import Role
from core.delivery import NOTICE
from core.dialogue.rendering import rendered
from core.dialogue.steps import Message, Option
from core.dialogue.tokens import token
from core.errors import NotAllowed, TiendoError
from core.exports import KEPT_FOR, REGISTERS, Format, Wanted
from core.messages import FileRef
from core.people import PersonStatus
from core.periods import local_date
from core.permissions import Action, Rights
from core.texts import Speech, Texts, say
from reports.exports.reading import Exported
from reports.exports.writing import export_of, write_export
from reports.made_file import XLSX
from reports.span_words import over
from storage.db import Database
from storage.models import Person, Tenant
from storage.queries.visible import Viewer, visible_facts
from storage.repositories import audit, exports, outbox
from storage.repositories.exports import Asked

_MIME = {Format.XLSX: XLSX, Format.CSV: "application/zip"}
_MEGA = 1_000_000
_ROWS = ((Option(say("export-other"), token("go", "export")), Option(say("menu-button"), "go:menu")),)

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Made:
    """A file that was written: how many rows, in which language and zone it is told of."""

    rows: int
    name: str
    locale: str
    zone: str


# asyncio writes out what it works with, which must not be all content.
@dataclass(frozen=True, repr=False)
class ExportMaker:
    """What makes exports, with the content and the texts of the bot."""

    db: Database
    files: FileStore
    catalogue: Catalogue
    texts: Texts
    clock: Clock

    async def make_all(self) -> int:
        """Make all that wait; how many were taken in hand."""
        done = 0
        while (waiting := await self.db.read(partial(exports.due, now=self.clock()))) is not None:
            asked = await self.db.write(partial(exports.claim, export_id=waiting, now=self.clock()))
            if asked is not None:
                await self._make(asked)
                done += 1
        return done

    async def forget(self) -> int:
        """Remove the files whose time is over; how many."""
        now = self.clock()

        def end(session: Session) -> list[str]:
            keys = []
            for row in exports.expired(session, now):
                row.state = "gone"
                if row.stored and not exports.still_needed(session, row.stored, now):
                    keys.append(row.stored)
            return keys

        if not await self.db.read(lambda session: bool(exports.expired(session, now))):
            return 0
        gone = await self.db.write(end)
        for key in gone:
            await asyncio.to_thread(self.files.remove, key)
        return len(gone)

    async def _make(self, asked: Asked) -> None:
        wanted = Wanted.from_json(asked.wanted)
        with tempfile.TemporaryDirectory(prefix="tiendo-export-") as folder:
            path = Path(folder) / "export"
            try:
                made = await self.db.read(partial(self._write, asked, wanted, path))
                size = path.stat().st_size
                content = b"" if size > LARGEST else await asyncio.to_thread(path.read_bytes)
                key = await asyncio.to_thread(self.files.keep, content) if content and made.rows else ""
            except NotAllowed:
                await self.db.write(partial(_end, asked, "who asked may not have it any more"))
                return
            except (TiendoError, OSError, KeyError, ValueError) as error:
                log.exception("an export could not be made", extra={"export_id": asked.id})
                await self.db.write(partial(self._fail, asked, repr(error)))
                return
        if not made.rows:
            await self.db.write(partial(self._refuse, asked, say("export-empty"), "empty"))
        elif not key:
            told = say("export-too-big", size=round(size / _MEGA, 1), most=LARGEST // (1 << 20))
            await self.db.write(partial(self._refuse, asked, told, "too big"))
        else:
            await self.db.write(partial(self._send, asked, wanted, made, key))

    def _write(self, asked: Asked, wanted: Wanted, path: Path, session: Session) -> _Made:
        person, tenant = session.get_one(Person, asked.person_id), session.get_one(Tenant, asked.tenant_id)
        rights = self._rights(person, tenant)
        if not rights.may(Action.EXPORT_DATA):
            raise NotAllowed
        reviews = rights.may(Action.REVIEW_BELOW)
        below = self.catalogue.with_children(tenant.code)[1:] if reviews else ()
        today = local_date(self.clock(), tenant.timezone)
        viewer = Viewer(person.id, person.tenant_id, person.unit_id, person.role, below, today)
        read = self.catalogue, self.texts, person.locale
        export: Exported = export_of(wanted, visible_facts(viewer), (tenant.code, *below), today, read)
        rows = write_export(session, export, wanted.format, path)
        day = local_date(asked.asked_at, tenant.timezone)
        what = wanted.what.replace("_", "-") or tenant.code.replace("_", "-")
        name = say("export-file", what=what, day=day.isoformat(), ending=wanted.format.ending)
        return _Made(rows, self.texts.render(name, person.locale), person.locale, tenant.timezone)

    def _send(self, asked: Asked, wanted: Wanted, made: _Made, key: str, session: Session) -> None:
        now = self.clock()
        until = now + KEPT_FOR
        row = exports.ready(session, asked.id, made.rows, key, until)
        file = FileRef(key, made.name, _MIME[wanted.format], whole=True)
        change = audit.Change(
            now,
            asked.person_id,
            "export-made",
            row.__tablename__,
            row.id,
            new={"rows": made.rows, "file": made.name, "sha256": key},
            chain=row.tenant_id,
        )
        audit.note(session, change)
        file = FileRef(key, made.name, _MIME[wanted.format], whole=True)
        told = self._told(wanted, made, local_date(until, made.zone))
        self._tell(session, asked, Message(told, _ROWS, file=file))

    def _told(self, wanted: Wanted, made: _Made, until: date) -> Speech:
        what: Speech
        if wanted.what in REGISTERS:
            what = say(f"export-{wanted.what}")
            return say("export-ready-list", what=what, rows=made.rows, until=until)
        named = (option.label for option in self.catalogue.areas if option.code == wanted.what)
        what = next(named, say("export-all-reports"))
        days = over(wanted.over) if wanted.over else say("export-always")
        return say("export-ready", what=what, days=days, rows=made.rows, until=until)

    def _refuse(self, asked: Asked, told: Speech, why: str, session: Session) -> None:
        exports.failed(session, asked, why, for_good=True)
        self._tell(session, asked, Message(told, _ROWS))

    def _fail(self, asked: Asked, why: str, session: Session) -> None:
        if exports.failed(session, asked, why, for_good=False):
            self._tell(session, asked, Message(say("export-failed"), _ROWS))

    def _tell(self, session: Session, asked: Asked, message: Message) -> None:
        """Where they asked; nothing to who may not have it any more, or cannot be reached there."""
        address = exports.address_of(session, asked.contact_id)
        person, tenant = session.get_one(Person, asked.person_id), session.get_one(Tenant, asked.tenant_id)
        if address is None or not self._rights(person, tenant).may(Action.EXPORT_DATA):
            return
        out = rendered(self.texts, message, person.locale)
        outbox.add(
            session, address=address, message=out, now=self.clock(), priority=NOTICE, person_id=person.id
        )

    def _rights(self, person: Person, tenant: Tenant) -> Rights:
        """What they may do there now: nothing once they were suspended or belong elsewhere."""
        spec = self.catalogue.tenants.get(tenant.code)
        there = person.status == PersonStatus.ACTIVE and person.tenant_id == tenant.id
        return Rights(Role(person.role) if there else None, spec.permissions if spec else {})


def _end(asked: Asked, why: str, session: Session) -> None:
    exports.failed(session, asked, why, for_good=True)
