"""`tiendo export`: the reports of a tenant, or one of its registers, as an Excel workbook or CSV files."""

import asyncio
import os
from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from sqlalchemy import and_, select
from sqlalchemy.orm import Session

from bot.clock import utc_now
from bot.commands.operating import chosen_tenant, in_database
from bot.config import Settings, read_settings
from bot.export_maker import ExportMaker
from bot.files import FileStore
from bot.knowledge import read_knowledge
from core.errors import SettingsError
from core.exports import Format, Wanted, known
from core.periods import local_date
from reports.exports.writing import export_of, write_export
from storage.db import open_database
from storage.models import Fact, Tenant
from storage.repositories import audit
from storage.repositories.audit import Change

_FORMATS = {f".{form.ending}": form for form in Format}


def export(
    out: Annotated[Path, typer.Option(help="The file: .xlsx a workbook, .zip CSV files.")],
    tenant: Annotated[str, typer.Option(help="Code of the tenant; those below it are in, too.")] = "",
    what: Annotated[
        str, typer.Option(help="An area of reports, or instruments, organisations; all reports if left out.")
    ] = "",
    unit: Annotated[str, typer.Option(help="Code of a unit; all if left out.")] = "",
    since: Annotated[str, typer.Option(help="The first day of what is exported, such as 2026-01-01.")] = "",
    until: Annotated[str, typer.Option(help="The last day.")] = "",
    locale: Annotated[str, typer.Option(help="vi or en")] = "vi",
) -> None:
    """Write all reports for other programs, those taken back too; confidential kinds are left out."""
    form = _FORMATS.get(out.suffix.casefold())
    if form is None:
        raise SettingsError(f"--out: end the name with one of {', '.join(_FORMATS)}")
    if out.exists():
        raise SettingsError(f"{out}: it is there already; give another name")
    if not out.parent.is_dir():
        raise SettingsError(f"{out}: there is no folder {out.parent}; make it, or give another name")
    knowledge = read_knowledge(read_settings().content_dir)
    if what and what not in (names := tuple(known(knowledge.catalogue))):
        raise SettingsError(f"--what: there is no {what!r}; known are {', '.join(names)}")
    chosen = chosen_tenant(knowledge.catalogue, tenant)
    units = [each.code for each in knowledge.catalogue.tenants[chosen].units]
    if unit and unit not in units:
        raise SettingsError(f"--unit: there is no {unit!r}; known are {', '.join(units)}")
    tenants = knowledge.catalogue.with_children(chosen)
    first, last = _day("--since", since, date.min), _day("--until", until, date.max)
    if first > last:
        raise SettingsError(f"--since {first} is after --until {last}; swap them")
    ids = select(Tenant.id).where(Tenant.code.in_(tenants))
    seen = and_(Fact.tenant_id.in_(ids), Fact.occurred_from.between(first, last))
    read = knowledge.catalogue, knowledge.texts, locale
    today = local_date(utc_now(), knowledge.catalogue.tenants[chosen].timezone)
    wanted = export_of(Wanted(what, unit=unit), seen, tenants, today, read)

    def run(session: Session) -> int:
        return write_export(session, wanted, form, out)

    count = in_database(run, reads=True)

    def note(session: Session) -> None:
        own = session.scalar(select(Tenant.id).where(Tenant.code == chosen))
        told = {"what": what, "unit": unit, "rows": count, "since": since or None, "until": until or None}
        if own is not None:
            audit.note(session, Change(utc_now(), None, "export", "tenant", own, new=told, chain=own))

    in_database(note)
    typer.echo(f"Written: {out} ({count:,} rows, counted again in the file)")


def exports() -> None:
    """Make the files of data that people asked for in their chats (a running bot does so by itself)."""
    settings = read_settings(complete=False)
    if hasattr(os, "nice"):
        os.nice(10)  # whoever writes to the bot meanwhile goes first
    made = asyncio.run(_make_all(settings))
    typer.echo(f"{made} made")


async def _make_all(settings: Settings) -> int:
    knowledge = read_knowledge(settings.content_dir)
    db = await open_database(settings.database)
    try:
        files = FileStore(settings.data_dir / "files")
        return await ExportMaker(db, files, knowledge.catalogue, knowledge.texts, utc_now).make_all()
    finally:
        await db.close()


def _day(option: str, text: str, otherwise: date) -> date:
    if not text:
        return otherwise
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise SettingsError(f"{option}: {text!r} is no day; write 2026-10-31") from None
