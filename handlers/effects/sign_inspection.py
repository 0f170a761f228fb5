"""The end of an inspection day: its reports, its minutes, and a reminder of what failed, all or nothing."""

from collections.abc import Collection
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import update
from sqlalchemy.orm import Session

from core.dialogue.register_effects import SignInspection
from core.dialogue.state import Answer
from core.dialogue.steps import Message, Option
from core.dialogue.tokens import KEEP, token
from core.instruments.shown import Finding, InspectionShown, InstrumentShown
from core.messages import Made
from core.permissions import Action
from core.texts import Speech, lines, say
from handlers.context import Context
from handlers.conversations.instrument_words import due_line
from handlers.effects.instrument_reports import record
from handlers.effects.movements import moved_lines
from storage.models import Evidence, Fact, Inspection
from storage.queries.inspections import photo_key, shown
from storage.repositories import contacts, inspections, outbox

#: who failed is looked at again after so many days, in the morning
FOLLOW_UP = timedelta(days=15)
MORNING = time(8)
USEFUL_FOR = timedelta(days=10)
#: failed ones named in a message
NAMED = 12
#: kinds of instrument that reports of inspections name; scales of other kinds are scales of several kinds
_INSPECTED = frozenset({"can_dong_ho", "can_dien_tu", "can_ban", "can_o_to", "cot_do_xang_dau"})
_SCALES = frozenset({"can_dia", "can_treo"})


def sign(session: Session, effect: SignInspection, context: Context) -> list[Message]:
    """A report for each kind of instrument, once; pressed again it says what came of it."""
    row = inspections.one(session, context.speaker.tenant_id, effect.inspection)
    if row is None or not context.may(Action.KEEP_REGISTER):
        return [Message(say("not-allowed"))]
    day = shown(session, row)
    checked = {key: found for key, found in day.found.items() if found is not Finding.ABSENT}
    if row.status != inspections.OPEN or not checked:
        return [Message(say(f"inspect-{row.status}", place=day.place_name, date=day.day))]
    inspections.close(session, row.id, "signed", context.now)
    reports = [_report(session, context, day, kind) for kind in sorted(_kinds(day, checked))]
    context.note(session, "sign-inspection", row, new={"reports": [fact.receipt for fact in reports]})
    failed = [each for each in day.instruments if day.found.get(each.key) is Finding.FAILED]
    _remind(session, context, row, day, failed)
    return [_signed(session, context, day, reports, failed), _minutes(day)]


def _kinds(day: InspectionShown, checked: Collection[str]) -> set[str]:
    return {_inspected(each.kind) for each in day.instruments if each.key in checked}


def _inspected(kind: str) -> str:
    return kind if kind in _INSPECTED else "can" if kind in _SCALES else "khac"


def _report(session: Session, context: Context, day: InspectionShown, kind: str) -> Fact:
    """The report of one kind; photos of its instruments are behind it."""
    of_kind = [each for each in day.instruments if _inspected(each.kind) == kind]
    found = {each.key: day.found.get(each.key, Finding.ABSENT) for each in of_kind}
    named = {key: int(each is Finding.PASSED) for key, each in found.items() if each is not Finding.ABSENT}
    answers: dict[str, Answer] = {
        "place": day.place,
        "instrument_kind": kind,
        "date": day.day.isoformat(),
        "checked": len(named),
        "failed": len(named) - sum(named.values()),
        "team": "xa",
    }
    key = f"inspect-{day.id}-{kind}"
    fact = record(session, context, key, answers, "measuring_inspection", named)
    kept = [photo_key(day.id, each) for each in found]
    session.execute(update(Evidence).where(Evidence.draft_key.in_(kept)).values(draft_key=fact.draft_key))
    return fact


def _signed(
    session: Session,
    context: Context,
    day: InspectionShown,
    reports: list[Fact],
    failed: list[InstrumentShown],
) -> Message:
    moved: Speech | None = lines(*(moved_lines(session, fact, context) for fact in reports[:1]))
    text = lines(
        say("inspect-done", place=day.place_name, receipts=", ".join(fact.receipt for fact in reports)),
        say(
            "inspect-counts",
            checked=day.count(Finding.PASSED) + len(failed),
            passed=day.count(Finding.PASSED),
            failed=len(failed),
        ),
        say("inspect-follow-up", count=len(failed), date=context.today + FOLLOW_UP) if failed else None,
        moved,
    )
    options = (Option(say("inspect-another"), "go:inspect"), Option(say("menu-button"), "go:menu"))
    first = Option(say("inspect-report", receipt=reports[0].receipt), KEEP + token("rep", reports[0].id))
    return Message(text, ((first,), options), in_place=True)


def _minutes(day: InspectionShown) -> Message:
    return Message(say("inspect-minutes", place=day.place_name), made=Made("minutes", (str(day.id),)))


def _remind(
    session: Session, context: Context, row: Inspection, day: InspectionShown, failed: list[InstrumentShown]
) -> None:
    """One message to who signed, when those that failed should have been repaired and verified."""
    address = contacts.reach(session, context.person_id)
    if not failed or address is None:
        return
    when = datetime.combine(context.today + FOLLOW_UP, MORNING, ZoneInfo(context.speaker.timezone))
    names = (say("inspect-failed-line", name=due_line(each, context.known)) for each in failed[:NAMED])
    text = lines(say("inspect-remind", place=day.place_name, date=day.day, count=len(failed)), *names)
    options = (
        Option(say("inspect-again"), token("ko", day.place), main=True),
        Option(say("menu-button"), "go:menu"),
    )
    outbox.add(
        session,
        address=address,
        message=context.render(Message(text, (options,)), context.speaker.locale),
        now=context.now,
        priority=1,
        person_id=context.person_id,
        dedupe_key=f"inspect-follow-up:{row.id}",
        not_before=when,
        useless_after=when + USEFUL_FOR,
    )
