"""What a report says of single instruments is noted with them, in the transaction of the report.

An instrument is listed by a report; that it is new, or verified, is told to figures by reports of their own,
so that figures need no other source than reports. What a report told ends with the report.
"""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.catalogue import Catalogue
from core.catalogue.fact_types import Role
from core.dialogue.forms import new_form
from core.dialogue.state import Answer, FormState
from core.dialogue.steps import Option
from core.dialogue.tokens import KEEP, token
from core.indicators.registers import INSTRUMENTS, VALID_UNTIL, cycle_of
from core.instruments.cycles import last_day
from core.instruments.history import Happening
from core.texts import say
from handlers.context import Context
from handlers.effects.make_invite import new_code
from handlers.effects.store_report import stored
from storage.models import Fact, Instrument, InstrumentEvent, Person
from storage.repositories import facts, inspections, instruments, organisations

#: the report that lists one instrument, and what it may say besides
LISTED = "instrument_listed"
#: fields of a listing that reports made with it take over, and the ends of their keys
_ADDED, _VERIFIED = "+a", "+v"
_NEW = "moi"

_HAPPENINGS = {
    LISTED: Happening.LISTED,
    "instrument_verified": Happening.VERIFIED,
    "instrument_unstamped": Happening.UNSTAMPED,
    "instrument_retired": Happening.RETIRED,
    "instrument_added": Happening.RETURNED,
    "measuring_inspection": Happening.INSPECTED,
}


def told(session: Session, fact: Fact, context: Context, key: str | None = None) -> None:
    """Note what a report says that now counts. `key` is that of the instrument whose listing it replaces."""
    if fact.status != "confirmed" or fact.type not in _HAPPENINGS:
        return
    named: dict[str, int] = fact.fields.get(INSTRUMENTS) or {}
    if fact.type == LISTED:
        _list(session, fact, context, key or next(iter(named), None))
        return
    if not named:
        return
    rows = instruments.by_keys(session, fact.tenant_id, named)
    kind = _HAPPENINGS[fact.type]
    if kind is Happening.RETURNED and fact.draft_key.endswith(_ADDED):
        return
    events = [
        _event(rows[name], fact, context, kind, bool(passed))
        for name, passed in named.items()
        if name in rows
    ]
    instruments.note(session, events)


def ended(session: Session, fact: Fact, context: Context) -> None:
    """A report does not stand any more, nor do those made with it."""
    for each in (fact, *companions(session, fact)):
        if each is not fact:
            facts.end(session, each.id, "withdrawn", context.now)
            context.note(session, "withdraw", each, old={"status": each.status}, new={"status": "withdrawn"})
        instruments.void(session, each.id, context.now)


def stays(session: Session, old: Fact, form: FormState | None = None) -> bool | None:
    """False where later reports build on a listing that would be withdrawn, or moved elsewhere; or where a
    report about several instruments would say other numbers than their cards."""
    named: dict[str, int] = old.fields.get(INSTRUMENTS) or {}
    if not named or old.status != "confirmed":
        return None
    changed = {code for code, value in old.fields.items() if form and form.answers.get(code, value) != value}
    if old.type != LISTED:
        fixed = {"place", "instrument_kind", "checked", "count"}
        return not changed & (fixed | ({"passed", "failed"} if len(named) > 1 else set()))
    mine = {old.id, *(each.id for each in companions(session, old))}
    rows = instruments.by_keys(session, old.tenant_id, named)
    known = instruments.events_of(session, [row.id for row in rows.values()])
    later = any(event.fact_id not in mine for events in known.values() for event in events)
    return not later or (form is not None and not changed & {"place", "instrument_kind", "counted"})


def fits(session: Session, old: Fact, fact: Fact) -> bool:
    """Whether a correction that waited may still take the place: later reports may build on it."""
    said = {code: value for code, value in fact.fields.items() if code != INSTRUMENTS}
    form = FormState(
        key=fact.draft_key,
        fact_type=fact.type,
        version=fact.type_version,
        answers=said,
        touched_at=fact.recorded_at,
    )
    return stays(session, old, form) is not False


def carried(old: Fact, form: FormState) -> FormState:
    """The correction names the instruments that the corrected report named."""
    named: dict[str, int] = old.fields.get(INSTRUMENTS) or {}
    passed = form.answers.get("passed")
    if len(named) == 1 and isinstance(passed, int):
        named = dict.fromkeys(named, min(passed, 1))
    return form.model_copy(update={"instruments": named}) if named else form


def corrected(session: Session, old: Fact, fact: Fact, context: Context) -> None:
    """What the corrected report says takes the place of what the old one told."""
    named: dict[str, int] = old.fields.get(INSTRUMENTS) or {}
    if not named:
        return
    ended(session, old, context)
    told(session, fact, context, next(iter(named)))


def ways_on(session: Session, fact: Fact) -> tuple[tuple[Option, ...], ...]:
    """Below the receipt of a report about one instrument: its card, and the inspection day it came up on."""
    named: dict[str, int] = fact.fields.get(INSTRUMENTS) or {}
    if len(named) != 1 or fact.status != "confirmed":
        return ()
    key = next(iter(named))
    going = [day for day in inspections.all_open(session, fact.tenant_id) if day.place_id == fact.place_id]
    on = [Option(say("inspect-continue"), KEEP + token("kd", going[0].id, key), main=True)] if going else []
    return ((*on, Option(say("instrument-open"), KEEP + token("ic", key), main=not on)),)


def record(
    session: Session,
    context: Context,
    key: str,
    answers: dict[str, Answer],
    type_: str,
    named: dict[str, int],
) -> Fact:
    """A report made by the program from what a person told in another way; the same one if it is there."""
    kind = context.catalogue.fact_types[type_]
    form = new_form(kind, key, {}, context.now)
    form = form.model_copy(update={"answers": answers, "instruments": named})
    fact = stored(session, form, context, "confirmed")
    told(session, fact, context)
    return fact


def _list(session: Session, fact: Fact, context: Context, key: str | None) -> None:
    """The row of the instrument, and the reports that tell figures of it."""
    said = fact.fields
    row = session.scalar(select(Instrument).where(Instrument.key == key)) if key else None
    if row is None:
        row = Instrument(
            key=key or new_code(), tenant_id=fact.tenant_id, status="in_use", since=fact.occurred_from
        )
    row.place_id, row.kind, row.fact_id, row.ended_at = fact.place_id, said["instrument_kind"], fact.id, None
    row.owner, row.stall = said.get("owner", ""), said.get("stall", "")
    row.serial, row.serial_key = said.get("serial", ""), instruments.serial_key(said.get("serial", ""))
    row.capacity = said.get("capacity")
    reporter = session.get(Person, fact.reporter_id)
    if reporter is not None and reporter.role == Role.HOUSEHOLD:
        row.owner_id = reporter.id
    org = (row.owner_id and organisations.of_person(session, row.owner_id)) or organisations.by_name(
        session, row.tenant_id, row.owner
    )
    row.organisation_id = org.id if org else None
    instruments.add(session, row)
    fact.fields = {**said, INSTRUMENTS: {row.key: 1}}
    instruments.note(session, [_event(row, fact, context, Happening.LISTED, True)])
    _companion_reports(session, fact, context, row.key)


def _companion_reports(session: Session, fact: Fact, context: Context, key: str) -> None:
    said = fact.fields
    where: dict[str, Answer] = {code: said[code] for code in ("place", "instrument_kind")}
    named = {key: 1}
    ends = f".{fact.id}"
    if said.get("counted") == _NEW:
        added: dict[str, Answer] = {**where, "count": 1, "date": said["date"], "owner": said.get("owner", "")}
        record(session, context, f"{fact.draft_key[:28]}{ends}{_ADDED}", added, "instrument_added", named)
    if "verified_on" in said:
        more = {code: said[code] for code in (VALID_UNTIL, "body", "certificate") if code in said}
        verified: dict[str, Answer] = {
            **where,
            **more,
            "date": said["verified_on"],
            "checked": 1,
            "passed": 1,
        }
        record(
            session,
            context,
            f"{fact.draft_key[:28]}{ends}{_VERIFIED}",
            verified,
            "instrument_verified",
            named,
        )


def companions(session: Session, fact: Fact) -> Sequence[Fact]:
    """The reports that stand and were made with the listing of an instrument: that it is new, or verified."""
    if fact.type != LISTED:
        return ()
    keys = [f"{fact.draft_key[:28]}.{fact.id}{end}" for end in (_ADDED, _VERIFIED)]
    return session.scalars(
        select(Fact).where(Fact.draft_key.in_(keys), Fact.status.in_(facts.STANDING))
    ).all()


def _event(row: Instrument, fact: Fact, context: Context, kind: Happening, passed: bool) -> InstrumentEvent:
    said = fact.fields
    tells = kind in (Happening.VERIFIED, Happening.INSPECTED)
    verified = kind is Happening.VERIFIED and passed
    return InstrumentEvent(
        instrument_id=row.id,
        kind=kind.value,
        day=fact.occurred_from,
        at=fact.recorded_at,
        passed=passed if tells else None,
        valid_until=_until(fact, context.catalogue) if verified else None,
        reason=said.get("reason", "") if kind in (Happening.UNSTAMPED, Happening.RETIRED) else "",
        body=said.get("body", "") if kind is Happening.VERIFIED else "",
        certificate=said.get("certificate", "") if kind is Happening.VERIFIED else "",
        fact_id=fact.id,
    )


def _until(fact: Fact, catalogue: Catalogue) -> date | None:
    written = fact.fields.get(VALID_UNTIL)
    kind = catalogue.fact_types[fact.type]
    day = date.fromisoformat(written) if written else None
    return last_day(fact.occurred_from, cycle_of(kind, fact.fields), day)
