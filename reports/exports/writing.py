"""An export is written to a file, and the file counted again before anybody gets it."""

from datetime import date
from pathlib import Path

from sqlalchemy import ColumnElement, and_, select
from sqlalchemy.orm import Session

from core.catalogue import Catalogue
from core.errors import TiendoError
from core.exports import REGISTERS, Format, Wanted, kinds_of
from core.texts import Texts
from reports.exports import tables, workbook
from reports.exports.reading import Export, Exported
from reports.exports.registers import RegisterExport
from storage.models import Fact, Tenant, Unit
from storage.queries.visible import reported_for

_FILES = {
    Format.XLSX: (workbook.write_workbook, workbook.rows_in),
    Format.CSV: (tables.write_tables, tables.rows_in),
}


class ExportBroken(TiendoError):
    """What was written is not all there is."""


def export_of(
    wanted: Wanted,
    seen: ColumnElement[bool],
    tenants: tuple[str, ...],
    today: date,
    read: tuple[Catalogue, Texts, str],
) -> Exported:
    """What to write: reports that meet `seen`, or a register of these tenants, with names in one language.

    A unit is one of the first tenant's; by `today` it carries on the work of those that went into it.

    Raises KeyError for what is not known, ValueError for a span that is none.
    """
    catalogue, texts, locale = read
    if wanted.what in REGISTERS:
        return RegisterExport(wanted.what, catalogue, texts, locale, tenants)
    kinds, days = kinds_of(catalogue, wanted.what), wanted.days
    if days is None:
        raise ValueError(f"{wanted.span!r} is no span of time")
    if kinds is not None:
        seen = and_(seen, Fact.type.in_(kinds))
    if wanted.unit:
        own = select(Tenant.id).where(Tenant.code == tenants[0]).scalar_subquery()
        unit = and_(Unit.code == wanted.unit, Unit.tenant_id == own)
        seen = and_(seen, reported_for(unit, today))
    return Export(catalogue, texts, locale, seen, *days, home=tenants[0])


def rows_in(out: Path) -> int:
    """How many rows of data a file that was written holds, by reading it; its ending tells what it is."""
    return _FILES[Format.XLSX if out.suffix == ".xlsx" else Format.CSV][1](out)


def write_export(session: Session, export: Exported, form: Format, out: Path) -> int:
    """Write the file; how many rows of data are in it. It is there once it is whole.

    Raises ExportBroken when it does not hold them all, and OSError where it cannot be written.
    """
    write, rows_in = _FILES[form]
    part = out.with_name(f"{out.name}.part")
    try:
        written, wanted = write(session, export, part), export.count(session)
        found = rows_in(part)
        if not written == wanted == found:
            raise ExportBroken(
                f"{wanted} rows were to be exported, {written} were written, {found} are in the file"
            )
        part.replace(out)
    except OSError as error:
        error.filename = str(out)  # of a full disk nothing says which file it was
        raise
    finally:
        part.unlink(missing_ok=True)
    return written
