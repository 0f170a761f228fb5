"""`tiendo export`: the reports of a tenant as an Excel workbook or CSV files."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.commands.operating import chosen_tenant, in_database
from bot.config import read_settings
from bot.knowledge import read_knowledge
from core.errors import SettingsError
from reports.exports.reading import Export
from reports.exports.tables import write_tables
from reports.exports.workbook import write_workbook
from storage.models import Fact, Tenant

_WRITERS = {".xlsx": write_workbook, ".zip": write_tables}


def export(
    out: Annotated[Path, typer.Option(help="The file: .xlsx a workbook, .zip CSV files.")],
    tenant: Annotated[str, typer.Option(help="Code of the tenant; those below it are in, too.")] = "",
    since: Annotated[str, typer.Option(help="The first day of what is exported, such as 2026-01-01.")] = "",
    until: Annotated[str, typer.Option(help="The last day.")] = "",
    locale: Annotated[str, typer.Option(help="vi or en")] = "vi",
) -> None:
    """Write all reports for other programs, those taken back too; confidential kinds are left out."""
    write = _WRITERS.get(out.suffix.casefold())
    if write is None:
        raise SettingsError(f"--out: end the name with one of {', '.join(_WRITERS)}")
    if out.exists():
        raise SettingsError(f"{out}: it is there already; give another name")
    knowledge = read_knowledge(read_settings().content_dir)
    chosen = chosen_tenant(knowledge.catalogue, tenant)
    tenants = select(Tenant.id).where(Tenant.code.in_(knowledge.catalogue.with_children(chosen)))
    days = _day("--since", since, date.min), _day("--until", until, date.max)
    wanted = Export(knowledge.catalogue, knowledge.texts, locale, Fact.tenant_id.in_(tenants), *days)

    def run(session: Session) -> int:
        return write(session, wanted, out)

    typer.echo(f"Written: {out} ({in_database(run, reads=True):,} reports)")


def _day(option: str, text: str, otherwise: date) -> date:
    if not text:
        return otherwise
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise SettingsError(f"{option}: {text!r} is no day; write 2026-10-31") from None
