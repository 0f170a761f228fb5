"""What a message to very many takes of memory, written to the outbox slice by slice, without a messenger."""

import resource
import tempfile
import time
from functools import partial
from pathlib import Path
from statistics import median

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from benchmarks.broadcast_ground import released
from benchmarks.script import TENANT
from bot.clock import utc_now
from bot.content import load_catalogue, read_texts
from bot.seed import bring_in
from core.messages import Address
from scheduler.broadcasts import feed
from scheduler.occasion import Content
from storage.db import Database, open_database
from storage.models import Contact, Outbox, Person, Tenant
from storage.repositories import conversations


def megabytes() -> float:
    """The most memory the process has had so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _people(session: Session, first: int, count: int) -> None:
    tenant = session.scalars(select(Tenant).where(Tenant.code == TENANT)).one()
    people = [
        Person(
            tenant_id=tenant.id,
            name=f"An {first + n}",
            role="household",
            joined_at=utc_now(),
            status="active",
        )
        for n in range(count)
    ]
    session.add_all(people)
    session.flush()
    talk = conversations.speaker(session, Address("telegram", "1"), utc_now()).conversation_id
    session.add_all(
        Contact(
            channel="telegram", chat=f"c{p.id}", person_id=p.id, conversation_id=talk, last_seen_at=utc_now()
        )
        for p in people
    )


def _sent(session: Session) -> None:
    waiting = Outbox.dedupe_key.startswith("broadcast:") & (Outbox.status == "waiting")
    session.execute(update(Outbox).where(waiting).values(status="sent"))


async def memory(people: int) -> None:
    """Write to so many, slice by slice; the outbox is emptied as the sender would, without a messenger."""
    with tempfile.TemporaryDirectory(prefix="tiendo-broadcast-") as name:
        db: Database = await open_database(f"sqlite:///{Path(name) / 'tiendo.db'}", exclusive=True)
        catalogue = load_catalogue()
        await db.write(lambda session: bring_in(session, catalogue))
        for first in range(0, people, 2_000):
            await db.write(partial(_people, first=first, count=2_000))
        await db.write(lambda session: released(session, utc_now()))
        content, written, slices, early = Content(catalogue, read_texts()), 0, list[float](), 0.0
        while True:
            begun = time.perf_counter()
            fed = await db.write(lambda session: feed(session, content, ("telegram",), utc_now()))
            slices.append(time.perf_counter() - begun)
            await db.write(_sent)
            written += fed.people
            early = megabytes() if written <= people // 10 else early
            if not fed.people:
                break
        print(
            f"{written} people: a slice {median(slices) * 1000:.0f} ms, at most {max(slices) * 1000:.0f}, "
            f"{early:.0f} MB after a tenth of them, {megabytes() - early:.0f} MB more at the end"
        )
        await db.close()
