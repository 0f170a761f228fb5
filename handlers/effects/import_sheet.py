"""A workbook that was sent is checked row by row; what it changes is shown, and stored after a yes."""

from sqlalchemy.orm import Session

from core.catalogue.plan_headers import Table
from core.dialogue.import_effects import ChooseRegister, DropSheet, ReadSheet, StoreSheet
from core.dialogue.steps import Message, Option, rows_of
from core.dialogue.tokens import token
from core.organisations.kept_table import as_json, table_of
from core.organisations.registers import INSTRUMENTS, LISTED, ORGANISATIONS, label_of, read, rosters_of
from core.permissions import Action
from core.texts import lines, say
from handlers import instrument_import, register_sheets
from handlers.context import Context
from reports.imports import change_lines, refusal
from storage.models import RegisterImport
from storage.repositories import imports
from storage.repositories.register_import import Changes

#: names, doubts and mistakes named in one message
SHOWN = 8
_ANOTHER = Option(say("import-button"), "go:import")
_MENU = Option(say("menu-button"), "go:menu")
_BACK = ((_ANOTHER, _MENU),)
_LEADS = {ORGANISATIONS: "go:orgs", INSTRUMENTS: "go:instruments"}


def read_sheet(session: Session, effect: ReadSheet, context: Context) -> list[Message]:
    """Keep the table, and show what it changes or what is wrong with it."""
    return _shown(session, effect.table, effect.kind, context)


def choose(session: Session, effect: ChooseRegister, context: Context) -> list[Message]:
    """The kept table is for that roster."""
    row = imports.of_person(session, context.person_id, effect.import_id)
    if row is None or row.stored_at is not None:
        return [_gone()]
    return _shown(session, table_of(row.cells), effect.kind, context)


def store(session: Session, effect: StoreSheet, context: Context) -> list[Message]:
    """All of it, or nothing where the register has changed so that it does not fit any more."""
    row = imports.of_person(session, context.person_id, effect.import_id)
    if row is None or not _allowed(row.kind, context):
        return [_gone()]
    done = Message(say("import-done"), ((*_lead(row.kind), _MENU),), in_place=True)
    if row.stored_at is not None:
        return [done]
    kind, key = row.kind, f"im{row.id}"
    changes = _changes(session, table_of(row.cells), kind, context)
    if changes.wrong:
        return [Message(refusal(changes.wrong, SHOWN), _BACK)]
    if not imports.take(session, row.id, context.now):
        return [done]
    if kind == INSTRUMENTS:
        instrument_import.store_instruments(session, changes, context, key)
    else:
        by = (context.person_id, context.now)
        register_sheets.store(session, context.catalogue, kind, changes, context.speaker.tenant_id, by)
    counts = {name: len(rows) for name, rows in (("new", changes.new), ("changed", changes.changed))}
    context.note(session, "import", row, new={"kind": kind, **counts})
    text = lines(say("import-done"), say("import-stored", **counts))
    return [Message(text, done.rows, in_place=True)]


def drop(session: Session, effect: DropSheet, context: Context) -> list[Message]:
    """Forget it."""
    row = imports.of_person(session, context.person_id, effect.import_id)
    if row is not None:
        imports.forget(session, row.id)
    return [Message(say("import-dropped"), _BACK, in_place=True)]


def _shown(session: Session, table: Table, kind: str, context: Context) -> list[Message]:
    by = (context.speaker.tenant_id, context.person_id)
    if not kind:
        row = imports.keep(session, by, kind, as_json(table), context.now)
        return [_which(row, context)]
    if not _allowed(kind, context):
        return [Message(say("not-allowed"))]
    changes = _changes(session, table, kind, context)
    if changes.wrong:
        return [Message(refusal(changes.wrong, SHOWN), _BACK)]
    if not changes.new and not changes.changed:
        return [Message(lines(*change_lines(changes, SHOWN), say("import-nothing-new")), _BACK)]
    row = imports.keep(session, by, kind, as_json(table), context.now)
    yes = token("im", "yes", row.id)
    options = (Option(say("import-yes"), yes, main=True), Option(say("import-no"), token("im", "no", row.id)))
    text = lines(
        say("import-title", register=label_of(kind, context.catalogue)),
        *change_lines(changes, SHOWN),
        say("import-really"),
    )
    return [Message(text, (options,), yes=yes)]


def _changes(session: Session, table: Table, kind: str, context: Context) -> Changes:
    """What the table changes; with anything wrong only that."""
    at = (context.speaker.tenant_code, context.today)
    sheet = read(kind, table, context.catalogue, context.texts, at)
    if sheet.wrong:
        return Changes(wrong=sheet.wrong)
    here = (context.speaker.tenant_id, context.today)
    return register_sheets.compared(session, context.catalogue, here, kind, sheet)


def _which(row: RegisterImport, context: Context) -> Message:
    """Rosters have the same columns: whoever sent one says which it is."""
    options = [
        Option(label_of(code, context.catalogue), token("im", "is", row.id, code))
        for code in rosters_of(context.catalogue, context.speaker.tenant_code, context.today)
    ]
    return Message(say("import-which"), (*rows_of(options, 1), *_BACK))


def _allowed(kind: str, context: Context) -> bool:
    """Who may keep a register may fill it; instruments become reports of whoever sends them."""
    if kind == ORGANISATIONS:
        return context.may(Action.KEEP_ORGANISATIONS)
    if kind == INSTRUMENTS:
        reporters = context.catalogue.fact_types[LISTED].reporters
        return context.may(Action.KEEP_REGISTER) and context.role in reporters
    known = rosters_of(context.catalogue, context.speaker.tenant_code, context.today)
    return kind in known and context.may(Action.SETTLE_PLANS)


def _lead(kind: str) -> tuple[Option, ...]:
    return (Option(say("import-look"), _LEADS[kind], main=True),) if kind in _LEADS else ()


def _gone() -> Message:
    return Message(say("import-gone"), _BACK)
