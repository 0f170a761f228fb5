"""What sheets of organisations, instruments and rosters change in the registers, and putting it there.

The shell and the chat do it here, so that both say the same of a workbook.
"""

from datetime import date, datetime

from sqlalchemy.orm import Session

from core.catalogue import Catalogue
from core.organisations.registers import INSTRUMENTS, ORGANISATIONS
from core.organisations.sheet import Sheet
from handlers.instrument_import import instrument_changes
from storage.repositories.register_import import (
    Changes,
    organisation_changes,
    roster_changes,
    store_organisations,
    store_roster,
)


def compared(
    session: Session, catalogue: Catalogue, at: tuple[int, date], kind: str, sheet: Sheet
) -> Changes:
    """What the rows change. `at`: the tenant's number and today."""
    tenant_id, today = at
    if kind == ORGANISATIONS:
        return organisation_changes(session, tenant_id, sheet.rows)
    if kind == INSTRUMENTS:
        return instrument_changes(session, catalogue, tenant_id, today, sheet.rows)
    return roster_changes(session, tenant_id, catalogue.rosters[kind], sheet.rows)


def store(
    session: Session,
    catalogue: Catalogue,
    kind: str,
    changes: Changes,
    tenant_id: int,
    by: tuple[int, datetime],
) -> None:
    """Put organisations or members of a roster where they belong."""
    if kind == ORGANISATIONS:
        store_organisations(session, tenant_id, changes, by)
    else:
        store_roster(session, tenant_id, catalogue.rosters[kind], changes, by)
