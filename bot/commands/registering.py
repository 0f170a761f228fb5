"""`tiendo import`: organisations and rosters from an Excel workbook, and the workbook to fill in."""

import io
from collections.abc import Mapping
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
from core.organisations import folded_name
from core.organisations.sheet import COLUMNS, Lists, Sheet, read_sheet
from core.texts import Speech, say
from storage.models import Person, Tenant
from storage.repositories.register_import import (
    Changes,
    organisation_changes,
    roster_changes,
    store_organisations,
    store_roster,
)

ORGANISATIONS = "organisations"
#: rows of a list to choose from that a template is prepared for
_ROWS = 2_000
_SHOWN = 20
#: where the types of organisations are listed
_TYPED, _TYPE = "support_granted", "org_type"


def import_register(
    kind: Annotated[str, typer.Argument(help="organisations, or the code of a roster.")],
    file: Annotated[Path, typer.Argument(help="An Excel workbook.")],
    template: Annotated[bool, typer.Option("--template", help="Write the workbook to fill in.")] = False,
    tenant: Annotated[str, typer.Option(help="Code of the tenant; needed where there are several.")] = "",
    yes: Annotated[bool, typer.Option("--yes", help="Store it without asking.")] = False,
    locale: Annotated[str, typer.Option(help="vi or en")] = "vi",
) -> None:
    """Check a workbook row by row, show what it changes, and store all of it or nothing."""
    knowledge = read_knowledge(read_settings().content_dir)
    chosen = chosen_tenant(knowledge.catalogue, tenant)
    if kind != ORGANISATIONS and kind not in knowledge.catalogue.rosters:
        known = ", ".join((ORGANISATIONS, *knowledge.catalogue.rosters))
        raise SettingsError(f"there is no register {kind!r}; known are {known}")
    if template:
        _write(file, kind, knowledge, chosen)
        typer.echo(f"Written: {file}.")
        return

    def tell(text: Speech) -> None:
        typer.echo(knowledge.texts.render(text, locale))

    sheet = read_register(file.read_bytes(), kind, knowledge, chosen)
    for wrong in sheet.wrong:
        tell(wrong)
    if sheet.wrong:
        tell(say("import-nothing-stored", count=len(sheet.wrong)))
        raise typer.Exit(1)
    changes = in_database(lambda session: compared(session, knowledge, chosen, kind, sheet))
    for name, rows in (("new", changes.new), ("changed", changes.changed), ("same", changes.same)):
        names = ", ".join(row.texts["name"] for row in rows[:_SHOWN])
        tell(say(f"import-{name}", count=len(rows), names=names, more=max(0, len(rows) - _SHOWN)))
    if not changes.new and not changes.changed:
        return
    if not yes:
        typer.confirm(knowledge.texts.render(say("import-really"), locale), abort=True)
    in_database(lambda session: stored(session, knowledge, chosen, kind, sheet))
    tell(say("import-done"))


def read_register(data: bytes, kind: str, knowledge: Knowledge, tenant: str) -> Sheet:
    """The first sheet of a workbook. Raises ContentError where it is no workbook."""
    table = next(iter(read_workbook(data).values()))
    columns = ORGANISATIONS if kind == ORGANISATIONS else "roster"
    heads = {column: _head(knowledge, column) for column in COLUMNS[columns]}
    types, places = _types(knowledge), knowledge.catalogue.tenants[tenant].places
    kinds = {folded_name(name): code for code, label in types.items() for name in (code, label)}
    named = {folded_name(name): each.code for each in places for name in (each.code, each.name, *each.also)}
    return read_sheet(columns, table, heads, Lists(kinds, named))


def compared(session: Session, knowledge: Knowledge, tenant: str, kind: str, sheet: Sheet) -> Changes:
    """What the rows change."""
    number = _tenant_id(session, knowledge, tenant)
    if kind == ORGANISATIONS:
        return organisation_changes(session, number, sheet.rows)
    return roster_changes(session, number, knowledge.catalogue.rosters[kind], sheet.rows)


def stored(session: Session, knowledge: Knowledge, tenant: str, kind: str, sheet: Sheet) -> None:
    """Store the rows. Raises SettingsError where a roster has no admin to record it."""
    changes, number = (
        compared(session, knowledge, tenant, kind, sheet),
        _tenant_id(session, knowledge, tenant),
    )
    query = select(Person.id).where(
        Person.tenant_id == number, Person.role == Role.ADMIN, Person.status == "active"
    )
    admin, now = session.scalar(query.order_by(Person.id).limit(1)), utc_now()
    if kind == ORGANISATIONS:
        store_organisations(session, number, changes, (admin, now))
    elif admin is None:
        raise SettingsError("rosters are recorded by an admin, and there is none yet")
    else:
        store_roster(session, number, knowledge.catalogue.rosters[kind], changes, (admin, now))


def _write(file: Path, kind: str, knowledge: Knowledge, tenant: str) -> None:
    if file.suffix.casefold() != ".xlsx":
        raise SettingsError(f"{file}: end the name with .xlsx, or Excel will not open it")
    if file.exists():
        raise SettingsError(f"{file}: it is there already; give another name")
    file.write_bytes(template_of(kind, knowledge, tenant))


def template_of(kind: str, knowledge: Knowledge, tenant: str) -> bytes:
    """A workbook with the names of the columns, and lists to choose from."""
    from openpyxl import Workbook
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    book = Workbook()
    page, lists = book.worksheets[0], book.create_sheet("Codes")
    page.title, lists.sheet_state = _word(knowledge, "import-sheet"), "hidden"
    chosen = {
        "kind": list(_types(knowledge).values()),
        "place": [each.name for each in knowledge.catalogue.tenants[tenant].places],
    }
    columns = COLUMNS[ORGANISATIONS if kind == ORGANISATIONS else "roster"]
    for at, column in enumerate(columns, start=1):
        letter = get_column_letter(at)
        page.cell(1, at, _head(knowledge, column)).font = Font(bold=True)
        page.column_dimensions[letter].width = 34 if column in ("name", "also") else 22
        page.column_dimensions[letter].number_format = "@"
        for row, name in enumerate(chosen.get(column, ()), start=1):
            lists.cell(row, at, name)
        if names := chosen.get(column):
            choice = DataValidation(type="list", formula1=f"Codes!${letter}$1:${letter}${len(names)}")
            page.add_data_validation(choice)
            choice.add(f"{letter}2:{letter}{_ROWS}")
    page.freeze_panes = "B2"
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def _tenant_id(session: Session, knowledge: Knowledge, tenant: str) -> int:
    bring_in(session, knowledge.catalogue)
    return session.scalars(select(Tenant.id).where(Tenant.code == tenant)).one()


def _types(knowledge: Knowledge) -> Mapping[str, str]:
    field = knowledge.catalogue.fact_types[_TYPED].field(_TYPE)
    return {option.code: option.label.vi for option in field.options} if field else {}


def _head(knowledge: Knowledge, column: str) -> str:
    return _word(knowledge, f"import-column-{column}")


def _word(knowledge: Knowledge, key: str) -> str:
    return knowledge.texts.render(say(key), "vi")
