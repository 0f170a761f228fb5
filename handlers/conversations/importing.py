"""Workbooks for the registers: the one to fill in, the one that was sent, and the yes to what it changes.

Verb: im (for: the workbook of a register; is: which register a sent one is for; yes, no).
"""

from collections.abc import Iterator

from core.catalogue.plan_headers import Table
from core.dialogue.import_effects import ChooseRegister, DropSheet, ReadSheet, StoreSheet
from core.dialogue.known import Known
from core.dialogue.state import State
from core.dialogue.steps import Message, Option, Turn, rows_of
from core.dialogue.tokens import token, whole_number
from core.messages import Attachment, Inbound, Made
from core.organisations.registers import INSTRUMENTS, LISTED, ORGANISATIONS, ROSTER, label_of, rosters_of
from core.permissions import Action
from core.texts import Speech, say
from handlers.conversations import saying
from handlers.conversations.refusing import not_allowed

VERBS = frozenset({"im"})

_MENU = Option(say("menu-button"), "go:menu")
_IMPORT = Option(say("import-button"), "go:import")


def press(state: State, known: Known, verb: str, args: tuple[str, ...]) -> Turn:
    what, first, second = (*args, "", "", "")[:3]
    idle = state.model_copy(update={"asking": None, "about": None})
    number = whole_number(first) or 0
    if not any(registers(known)):
        return not_allowed(state)
    match what:
        case "for":
            return _template(state, known, first)
        case "is":
            return Turn(idle, (ChooseRegister(number, second),))
        case "yes":
            return Turn(idle, (StoreSheet(number),))
        case "no":
            return Turn(idle, (DropSheet(number),))
        case _:
            return overview(state, known)


def overview(state: State, known: Known) -> Turn:
    """Which registers the speaker may fill from a workbook; one that is sent now is read."""
    options = [Option(label, token("im", "for", kind)) for kind, label in registers(known)]
    if not options:
        return not_allowed(state)
    text = say("import-ask" if state.form is None else "import-ask-beside")
    return Turn(_waits(state, ""), (Message(text, (*rows_of(options, 1), (_MENU,))),))


def typed(state: State, known: Known, inbound: Inbound) -> Turn:
    """Words where a workbook was awaited are taken as what they are."""
    left = state.model_copy(update={"asking": None, "about": None})
    other = saying.understood(left, known, inbound.text)
    return other or Turn(left, (Message(say("import-no-file"), ((_IMPORT, _MENU),)),))


def received(state: State, known: Known, files: tuple[Attachment, ...]) -> Turn | None:
    """A workbook that was asked for, or whose columns say that it is for a register; None for other files."""
    table = next((file.table for file in files if file.table is not None), None)
    asked = state.asking == "sheet"
    if table is None:
        return Turn(state, (Message(say("import-no-workbook"), ((_IMPORT, _MENU),)),)) if asked else None
    kind = _kind(known, table, state.about or "" if asked else "")
    if kind is None:
        return Turn(state, (Message(say("import-unknown"), ((_IMPORT, _MENU),)),)) if asked else None
    return Turn(state.model_copy(update={"asking": None, "about": None}), (ReadSheet(table, kind),))


def registers(known: Known) -> Iterator[tuple[str, Speech]]:
    """The registers the speaker may fill, each with its name."""
    if known.may(Action.KEEP_ORGANISATIONS):
        yield ORGANISATIONS, label_of(ORGANISATIONS, known.catalogue)
    if known.may(Action.KEEP_REGISTER) and known.reportable(LISTED) is not None:
        yield INSTRUMENTS, label_of(INSTRUMENTS, known.catalogue)
    if known.may(Action.SETTLE_PLANS) and known.person is not None:
        for code in rosters_of(known.catalogue, known.person.tenant, known.today):
            yield code, label_of(code, known.catalogue)


def _kind(known: Known, table: Table, asked: str) -> str | None:
    """The register a table is for, empty for a roster nobody named; None where it is for none of theirs."""
    found = known.sheet_kind(table)
    allowed = [kind for kind, _ in registers(known)]
    rosters = [kind for kind in allowed if kind not in (ORGANISATIONS, INSTRUMENTS)]
    if asked in allowed and found in ("", asked, ROSTER):
        return asked
    if found == ROSTER and rosters:
        return rosters[0] if len(rosters) == 1 else ""
    return found if found in allowed else None


def _template(state: State, known: Known, kind: str) -> Turn:
    label = dict(registers(known)).get(kind)
    if label is None or known.person is None:
        return overview(state, known)
    made = Made("template", (kind, known.person.tenant))
    return Turn(
        _waits(state, kind),
        (Message(say("import-template", register=label), ((_IMPORT, _MENU),), made=made),),
    )


def _waits(state: State, kind: str) -> State:
    """A file sent beside an open form belongs to the form."""
    return state if state.form is not None else state.model_copy(update={"asking": "sheet", "about": kind})
