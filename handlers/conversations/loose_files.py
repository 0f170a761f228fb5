"""Photos that come with no form open: kept at once, then the person says where they belong.

Verbs: lf (these photos belong to that report), lfd (drop them), lfq (ask where to), ph (photos for
this report will follow).
"""

from core.dialogue.effects import DropEvidence, KeepEvidence, MoveEvidence
from core.dialogue.known import Known
from core.dialogue.state import State
from core.dialogue.steps import Message, Option, Turn
from core.dialogue.tokens import token, whole_number
from core.messages import Attachment, Inbound
from core.texts import say
from handlers.conversations import barcodes, importing, inspecting
from handlers.conversations.refusing import not_allowed

VERBS = frozenset({"lf", "lfd", "lfq", "ph"})


def press(state: State, known: Known, verb: str, args: tuple[str, ...]) -> Turn:
    fact_id = whole_number(args[-1]) if args else None
    if verb == "ph":
        return _ask_for_photos(state, known, fact_id)
    key = args[0] if args else ""
    if not state.loose or key != state.loose:
        return Turn(state, (Message(say("loose-gone")),))
    if verb == "lfq":
        return Turn(state, (_where_to(known, key, state.loose_count),))
    left = state.model_copy(update={"loose": None, "loose_count": 0})
    if verb == "lfd":
        return Turn(left, (DropEvidence(key), Message(say("loose-dropped"), in_place=True)))
    return Turn(left, (MoveEvidence(key, fact_id or 0),))


def typed(state: State, known: Known, inbound: Inbound) -> Turn:
    """Words that say there are no more photos, where some were awaited: the waiting ends."""
    done = state.model_copy(update={"asking": None, "about": None})
    return Turn(done, (Message(say("photos-no-more"), ((Option(say("menu-button"), "go:menu"),),)),))


def received(state: State, known: Known, kept: tuple[Attachment, ...]) -> Turn:
    """Keep the photos; with the report that asked for them, or under a key of their own until it is known."""
    if state.asking == "evidence" and state.about is not None:
        steps = (KeepEvidence(known.turn_id, kept), MoveEvidence(known.turn_id, int(state.about)))
        return Turn(state, steps)
    if state.asking == "barcode":
        return barcodes.sent(state, known, kept)
    imported = importing.received(state, known, kept)
    if imported is not None:
        return imported
    inspected = inspecting.received(state, known, kept)
    if inspected is not None:
        return inspected
    key = state.loose or known.turn_id
    count = state.loose_count + len(kept)
    held = state.model_copy(update={"loose": key, "loose_count": count})
    told = barcodes.on_loose(kept, key)
    if told is not None:
        return Turn(held, (KeepEvidence(key, kept), told))
    return Turn(held, (KeepEvidence(key, kept), _where_to(known, key, count)))


def _where_to(known: Known, key: str, count: int) -> Message:
    recent = known.look.recent_reports(2)
    options = [
        Option(say("loose-to-report", receipt=report.receipt), token("lf", key, report.id))
        for report in recent
    ]
    options.append(Option(say("loose-new-report"), token("go", "report", 0, key), main=True))
    options.append(Option(say("loose-drop"), token("lfd", key)))
    return Message(
        say("loose-question", count=count), tuple((option,) for option in options), coalesce=f"files:{key}"
    )


def _ask_for_photos(state: State, known: Known, fact_id: int | None) -> Turn:
    report = known.look.report(fact_id) if fact_id is not None else None
    if report is None:
        return Turn(state, (Message(say("report-not-found")),))
    if not report.own:
        return not_allowed(state)
    waiting = state.model_copy(update={"asking": "evidence", "about": str(report.id)})
    return Turn(waiting, (Message(say("photos-please", receipt=report.receipt)),))
