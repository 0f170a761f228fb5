"""`tiendo import`: organisations, instruments and rosters from an Excel workbook, and the one to fill in."""

from pathlib import Path
from typing import Annotated

import typer
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.clock import utc_now
from bot.commands.operating import chosen_tenant, in_database
from bot.config import read_settings
from bot.knowledge import Knowledge, read_knowledge
from bot.plan_workbook import read_workbook
from bot.seed import bring_in
from core.catalogue.fact_types import Role
from core.errors import SettingsError
from core.organisations.registers import INSTRUMENTS, LISTED, ORGANISATIONS, read
from core.organisations.sheet import Sheet
from core.periods import local_date
from core.texts import Speech, say
from handlers import register_sheets
from handlers.instrument_import import store_instruments
from reports.imports import change_lines
from reports.register_template import template_of
from storage.models import Person, Tenant
from storage.repositories import audit, contacts
from storage.repositories.audit import Change
from storage.repositories.register_import import Changes, store_organisations


def import_register(
    kind: Annotated[str, typer.Argument(help="organisations, instruments, or the code of a roster.")],
    file: Annotated[Path, typer.Argument(help="An Excel workbook.")],
    template: Annotated[bool, typer.Option("--template", help="Write the workbook to fill in.")] = False,
    tenant: Annotated[str, typer.Option(help="Code of the tenant; needed where there are several.")] = "",
    yes: Annotated[bool, typer.Option("--yes", help="Store it without asking.")] = False,
    locale: Annotated[str, typer.Option(help="vi or en")] = "vi",
) -> None:
    """Check a workbook row by row, show what it changes, and store all of it or nothing."""
    knowledge = read_knowledge(read_settings().content_dir)
    chosen = chosen_tenant(knowledge.catalogue, tenant)
    every = (ORGANISATIONS, INSTRUMENTS, *knowledge.catalogue.rosters)
    if kind not in every:
        raise SettingsError(f"there is no register {kind!r}; known are {', '.join(every)}")
    if template:
        _write(file, template_of(kind, knowledge.catalogue, knowledge.texts, chosen))
        typer.echo(f"Written: {file}.")
        return

    def tell(text: Speech) -> None:
        typer.echo(knowledge.texts.render(text, locale))

    def refuse(wrong: tuple[Speech, ...]) -> None:
        for each in wrong:
            tell(each)
        if wrong:
            tell(say("import-nothing-stored", count=len(wrong)))
            raise typer.Exit(1)

    sheet = read_register(file.read_bytes(), kind, knowledge, chosen)
    refuse(sheet.wrong)
    changes = in_database(lambda session: compared(session, knowledge, chosen, kind, sheet))
    refuse(changes.wrong)
    for line in change_lines(changes):
        tell(line)
    if not changes.new and not changes.changed:
        return
    if not yes:
        typer.confirm(knowledge.texts.render(say("import-really"), locale), abort=True)
    in_database(lambda session: stored(session, knowledge, chosen, kind, sheet))
    tell(say("import-done"))


def read_register(data: bytes, kind: str, knowledge: Knowledge, tenant: str) -> Sheet:
    """The first sheet of a workbook. Raises ContentError where it is no workbook."""
    table = next(iter(read_workbook(data).values()))
    today = local_date(utc_now(), knowledge.catalogue.tenants[tenant].timezone)
    return read(kind, table, knowledge.catalogue, knowledge.texts, (tenant, today))


def compared(session: Session, knowledge: Knowledge, tenant: str, kind: str, sheet: Sheet) -> Changes:
    """What the rows change."""
    today = local_date(utc_now(), knowledge.catalogue.tenants[tenant].timezone)
    at = (_tenant_id(session, knowledge, tenant), today)
    return register_sheets.compared(session, knowledge.catalogue, at, kind, sheet)


def stored(session: Session, knowledge: Knowledge, tenant: str, kind: str, sheet: Sheet) -> None:
    """Store the rows. Raises SettingsError where nobody is there in whose name they are to be recorded."""
    changes, number = (
        compared(session, knowledge, tenant, kind, sheet),
        _tenant_id(session, knowledge, tenant),
    )
    now = utc_now()
    counts = {"kind": kind, "new": len(changes.new), "changed": len(changes.changed)}
    audit.note(session, Change(now, None, "import", "tenant", number, new=counts, chain=number))
    if kind == INSTRUMENTS:
        reporters = knowledge.catalogue.fact_types[LISTED].reporters
        roles = [role for role, status in reporters.items() if status == "confirmed"]
        reporter = _first(session, number, roles)
        address = contacts.reach(session, reporter) if reporter is not None else None
        if address is None:
            raise SettingsError("instruments are reported by an officer or a manager, and there is none yet")
        key = f"im{now:%y%m%d%H%M%S}"
        store_instruments(session, changes, knowledge.turns.context(session, address, key, now), key)
        return
    admin = _first(session, number, [Role.ADMIN])
    if kind == ORGANISATIONS:
        store_organisations(session, number, changes, (admin, now))
    elif admin is None:
        raise SettingsError("rosters are recorded by an admin, and there is none yet")
    else:
        register_sheets.store(session, knowledge.catalogue, kind, changes, number, (admin, now))


def _first(session: Session, tenant_id: int, roles: list[Role]) -> int | None:
    """Who came first of the active people of these roles."""
    query = select(Person.id).where(
        Person.tenant_id == tenant_id, Person.role.in_(roles), Person.status == "active"
    )
    return session.scalar(query.order_by(Person.id).limit(1))


def _write(file: Path, content: bytes) -> None:
    if file.suffix.casefold() != ".xlsx":
        raise SettingsError(f"{file}: end the name with .xlsx, or Excel will not open it")
    if file.exists():
        raise SettingsError(f"{file}: it is there already; give another name")
    file.write_bytes(content)


def _tenant_id(session: Session, knowledge: Knowledge, tenant: str) -> int:
    bring_in(session, knowledge.catalogue)
    return session.scalars(select(Tenant.id).where(Tenant.code == tenant)).one()
