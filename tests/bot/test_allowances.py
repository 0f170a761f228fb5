"""How many files one person may send in a day: counted over channels and restarts, lists apart."""

from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from functools import partial

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.allowances import Allowances
from bot.desk import StoredUploads
from bot.inbox_worker import Beside, InboxWorker
from core.catalogue.retention import Kept
from core.messages import Address, Attachment, AttachmentKind, Inbound, Refusal
from core.uploads import Daily
from storage.models import Counter, Tenant
from storage.repositories.purging import purge
from tests.bot.inbox_office import Office
from tests.bot.queue_world import PNG, raw
from tests.bot.test_floods import member

AN = Address("loop", "an")


async def ready(office: Office, now: datetime, files: int, megabytes: int = 0) -> Allowances:
    """An is a member of a commune, and so many files a day are taken of each person."""
    await office.db.write(lambda session: member(session, "an", now))
    return anew(office, files, megabytes)


def anew(office: Office, files: int, megabytes: int = 0) -> Allowances:
    """As after a restart."""
    allowances = Allowances(office.db, Daily(files, megabytes), office.clock)
    beside = Beside(allowances=allowances)
    office.worker = InboxWorker(
        office.db, {"loop": office.channel}, office, office.files, office.clock, beside
    )
    return allowances


async def sent(office: Office, number: int) -> Attachment:
    """Photo so-and-so of the day is sent by An; how it fared."""
    name = f"p{number}"
    office.channel.files[name] = PNG + bytes([number])
    await office.accept([raw(name, "an", photos=[name])])
    [photo] = await office.photos()
    return photo


async def test_beyond_the_days_number_nothing_is_fetched_until_midnight(
    office: Office, now: datetime
) -> None:
    await ready(office, now, files=2)
    assert (await sent(office, 1)).stored
    anew(office, files=2)
    assert (await sent(office, 2)).stored
    fetched = office.channel.fetches
    late = await sent(office, 3)
    assert (late.refused, late.sent_today, late.stored) == (Refusal.TOO_MANY, 2, None)
    assert office.channel.fetches == fetched
    office.clock.now += timedelta(days=1)
    assert (await sent(office, 4)).stored


async def test_a_page_and_a_messenger_share_a_day_and_lists_are_counted_apart(
    office: Office, now: datetime
) -> None:
    allowances = await ready(office, now, files=1)
    pages = StoredUploads(office.files, allowances)

    async def photo() -> AsyncIterator[bytes]:
        yield PNG

    await pages.keep(AN, photo(), 1000)
    assert await allowances.too_many(AN) == 1
    both = (
        Attachment(AttachmentKind.PHOTO, "p"),
        Attachment(AttachmentKind.DOCUMENT, "x", name="so-can.xlsx"),
        Attachment(AttachmentKind.LOCATION, latitude=21.0, longitude=106.0),
    )
    admitted = await allowances.admit(Inbound(AN, attachments=both))
    assert [each.refused for each in admitted.attachments] == [Refusal.TOO_MANY, None, None]
    stranger = await allowances.admit(Inbound(Address("loop", "ai-do"), attachments=both))
    assert [each.kind for each in stranger.attachments] == [AttachmentKind.LOCATION]


async def test_megabytes_are_counted_too_and_old_counts_are_purged(office: Office, now: datetime) -> None:
    allowances = await ready(office, now, files=0, megabytes=1)
    big = Attachment(AttachmentKind.PHOTO, stored="0" * 64, size=1_000_000)
    await office.db.write(lambda session: allowances.count(session, AN, [big]))
    assert await allowances.too_many(AN) == 1
    counted = select(func.count()).select_from(Counter)
    assert await office.db.read(lambda session: session.scalar(counted)) == 2

    tenant = await office.db.read(lambda session: session.scalar(select(Tenant.id))) or 0
    for before, gone in ((now, 0), (now + timedelta(days=2), 2)):
        assert await office.db.write(partial(_purged, tenant, before)) == gone


def _purged(tenant: int, before: datetime, session: Session) -> int:
    return purge(session, tenant, Kept.UPDATES, before)
