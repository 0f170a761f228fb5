"""`tiendo purge`: delete what was kept long enough, or say what would be."""

import asyncio
from datetime import datetime, timedelta
from typing import Annotated

import typer
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.clock import utc_now
from bot.config import Settings, read_settings
from bot.file_purge import unused_files
from bot.files import FileStore
from bot.knowledge import read_knowledge
from core.catalogue.retention import Keep, Kept
from storage.db import open_database
from storage.models import Tenant
from storage.repositories import audit
from storage.repositories.purging import purge as purge_kind


def purge(
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Delete nothing; say what would go.")] = False,
    locale: Annotated[str, typer.Option(help="vi or en")] = "vi",
) -> None:
    """Delete messages, queues, photos of drafts and files kept longer than content/calendar says."""
    settings = read_settings(complete=False)
    knowledge = read_knowledge(settings.content_dir)
    keep = knowledge.catalogue.schedule.keep
    counts, files = asyncio.run(_purge(settings, keep, utc_now(), really=not dry_run))
    for kept, rule in keep.items():
        why = rule.why.vi if locale == "vi" else rule.why.en
        typer.echo(f"{kept:<10} {rule.days:>5} days  {counts.get(kept, 0):>9,}  {why}")
    typer.echo(f"files that nothing names any more: {files:,}")
    typer.echo("nothing was deleted (--dry-run)" if dry_run else "deleted")


async def _purge(
    settings: Settings, keep: dict[Kept, Keep], now: datetime, *, really: bool
) -> tuple[dict[Kept, int], int]:
    db = await open_database(settings.database)

    def rows(session: Session) -> dict[Kept, int]:
        counts: dict[Kept, int] = {}
        for tenant in session.scalars(select(Tenant.id).order_by(Tenant.id)).all():
            gone: dict[str, int] = {}
            for kept in sorted(keep, key=lambda one: one is not Kept.SENT):
                before = now - timedelta(days=keep[kept].days)
                count = purge_kind(session, tenant, kept, before, really=really)
                gone[kept.value] = count
                shared = kept in (Kept.SENT, Kept.UPDATES, Kept.STRANGERS) and not really
                counts[kept] = count if shared else counts.get(kept, 0) + count
            told = {kept: count for kept, count in gone.items() if count}
            if told and really:
                change = audit.Change(now, None, "purge", "tenant", tenant, new=told, chain=tenant)
                audit.note(session, change)
        return counts

    try:
        counts = await (db.write(rows) if really else db.read(rows))
        while really and max((rest := await db.write(rows)).values(), default=0):
            counts = {kept: count + rest[kept] for kept, count in counts.items()}
        store = FileStore(settings.data_dir / "files")
        unused = await db.read(lambda session: unused_files(session, store, now))
        if really:
            for key in unused:
                store.remove(key)
        return counts, len(unused)
    finally:
        await db.close()
