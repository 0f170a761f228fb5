"""What was kept long enough is deleted every night, of each tenant, and the trail says how much."""

from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from core.catalogue.plans import JobTime
from core.catalogue.retention import Keep, Kept
from core.texts import Label
from scheduler.occasion import Content
from storage.models import (
    Audit,
    Contact,
    Conversation,
    Evidence,
    HeardMessage,
    Inbox,
    LinkCode,
    Outbox,
    Person,
    RegisterImport,
)
from storage.repositories import audit, heard
from storage.repositories.purging import purge
from tests import shipped
from tests.scheduler.world import DAY, MINUTE, World, catalogue
from tests.scheduler.world import SUMMARY as SOME_FRIDAY

NIGHT = SOME_FRIDAY + timedelta(hours=11)  # 03:00 in Vietnam


async def say(world: World, person_id: int, text: str, at: datetime) -> None:
    def add(session: Session) -> None:
        person = session.get_one(Person, person_id)
        said = heard.Said(person.tenant_id, person_id, text, at)
        heard.keep(session, said, text, ("unclear", None), unread=True)

    await world.db.write(add)


async def left(world: World) -> list[str]:
    query = select(HeardMessage.text).order_by(HeardMessage.at)
    return await world.db.read(lambda session: list(session.scalars(query)))


async def test_no_message_is_ever_older_than_90_days_and_newer_ones_stay(world: World) -> None:
    made = catalogue(jobs={"purge": JobTime(at="03:00", late_hours=23)})
    keep = {Kept.MESSAGES: Keep(days=90, why=Label("x", "x"))}
    schedule = made.schedule.model_copy(update={"keep": keep})
    world.content = Content(replace(made, schedule=schedule), shipped.texts())
    an, em = await world.person("An"), await world.person("Em", tenant="cao_duc")
    await say(world, an, "too old tomorrow", NIGHT - 89 * DAY - MINUTE)
    await say(world, an, "young enough", NIGHT - 89 * DAY + MINUTE)
    await say(world, em, "of another tenant", NIGHT - 100 * DAY)
    await say(world, an, "new", NIGHT - MINUTE)
    report = await world.scheduler().tick(NIGHT)
    assert [run.counts for run in report.runs] == [{"messages": 1}, {"messages": 1}]
    assert await left(world) == ["young enough", "new"]
    await world.scheduler().tick(NIGHT + 2 * DAY)
    assert await left(world) == ["new"]
    told = select(func.count()).where(Audit.action == "purge")
    assert await world.db.read(lambda session: session.scalar(told)) == 3


def counts(tenant: int, session: Session, *, really: bool) -> dict[str, int]:
    before = NIGHT - 100 * DAY
    return {
        kept.value: purge(session, tenant, kept, before, really=really)
        for kept in sorted(Kept, key=lambda one: one is not Kept.SENT)
        if kept is not Kept.MESSAGES
    }


async def test_each_kind_is_counted_then_deleted_and_what_is_needed_stays(world: World) -> None:
    an = await world.person("An")
    old, new = NIGHT - 200 * DAY, NIGHT - DAY

    def add(session: Session) -> int:
        person = session.get_one(Person, an)
        for number, at in enumerate((old, old, new)):
            row = {"channel": "web", "update_key": f"u{number}", "lane": "web:x", "raw": {"t": 1}}
            session.add(Inbox(**row, received_at=at, not_before=at, status="done"))
            session.add(
                Outbox(channel="web", chat="x", payload={}, created_at=at, not_before=at, status="sent")
            )
            session.add(Conversation(state={"join": {"name": "x"}}, updated_at=at))
            session.add(Evidence(draft_key=f"d{number}", person_id=an, kind="photo", added_at=at))
            session.add(
                RegisterImport(tenant_id=person.tenant_id, person_id=an, kind="", cells={}, sent_at=at)
            )
        session.flush()
        first = session.scalars(select(Inbox).order_by(Inbox.id)).all()[0]
        contact = session.scalar(select(Contact.id).where(Contact.person_id == an))
        session.add(LinkCode(person_id=an, contact_id=contact, code_hash="x", expires_at=old))
        session.add(Conversation(person_id=an, state={"parked": ["d1"]}, updated_at=NIGHT))
        change = audit.Change(NIGHT, an, "x", "fact", 1, inbox_id=first.id, chain=person.tenant_id)
        audit.note(session, change)
        return person.tenant_id

    tenant = await world.db.write(add)
    expected = {
        "updates": 2,
        "sent": 2,
        "strangers": 2,
        "photos": 1,
        "workbooks": 2,
        "codes": 1,
        "incidents": 0,
    }
    for really in (False, True):
        counted = await world.db.write(partial(counts, tenant, really=really))
        assert counted == expected, really
    again = await world.db.write(partial(counts, tenant, really=True))
    assert set(again.values()) == {0}
    raws = await world.db.read(lambda s: s.scalars(select(Inbox.raw).order_by(Inbox.id)).all())
    assert raws == [{}, {"t": 1}]
