"""A form becomes a fact: its fields, days, place, status and receipt number."""

from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from core.catalogue.fact_types import FactType, FieldType
from core.confidential import CONFIDENTIAL, TIP_SUBJECT
from core.dialogue.forms import completed
from core.dialogue.state import FormState
from core.indicators.registers import INSTRUMENTS
from handlers.context import Context
from handlers.subjects import unit_in_charge
from storage.models import Fact
from storage.repositories import counters, facts, organisations


def stored(session: Session, form: FormState, context: Context, status: str) -> Fact:
    """Store what the bot itself saw happen as a fact of this status; once for a form's key."""
    sent = facts.by_draft_key(session, form.key)
    if sent is not None:
        return sent
    fact = fact_of(session, form, context.catalogue.fact_types[form.fact_type], context, status)
    facts.add(session, fact)
    organisations.link_fact(session, fact)
    note(session, fact, context, "record", form)
    return fact


def fact_of(
    session: Session, form: FormState, kind: FactType, context: Context, status: str | None = None
) -> Fact:
    fields: dict[str, Any] = completed(kind, form.answers)
    if form.instruments:
        fields[INSTRUMENTS] = dict(form.instruments)
    day_from, day_to = days(kind, fields)
    speaker = context.speaker
    place = next((f.code for f in kind.fields if f.type is FieldType.PLACE and f.code in fields), None)
    place_id = facts.place_id(session, speaker.tenant_id, str(fields[place])) if place else None
    return Fact(
        tenant_id=speaker.tenant_id,
        type=kind.code,
        type_version=kind.version,
        receipt=_number(session, kind, context),
        draft_key=form.key,
        occurred_from=day_from,
        occurred_to=day_to,
        place_id=place_id,
        unit_id=_unit_id(session, kind, context),
        reporter_id=context.person_id,
        fields=fields,
        status=status or ("pending" if form.waits else kind.reporters[context.role]),
        recorded_at=context.now,
        inbox_id=context.inbox_id,
    )


def _unit_id(session: Session, kind: FactType, context: Context) -> int | None:
    """The unit it belongs to: the sender's; of what is confidential the one in charge."""
    if kind.code not in CONFIDENTIAL:
        return context.speaker.unit_id
    unit = unit_in_charge(session, context, context.speaker.tenant_id, TIP_SUBJECT)
    return unit.id if unit else None


def days(kind: FactType, fields: dict[str, Any]) -> tuple[date, date]:
    """First and last day of what is reported: "2026-05-14", or "2026-05-06/2026-05-07"."""
    first, _, last = str(fields[kind.date_field().code]).partition("/")
    return date.fromisoformat(first), date.fromisoformat(last or first)


def _number(session: Session, kind: FactType, context: Context) -> str:
    """The next receipt number of the day: KD-0514-02."""
    day = context.today
    series = f"receipt:{context.speaker.tenant_id}:{kind.receipt}:{day.isoformat()}"
    return f"{kind.receipt}-{day:%m%d}-{counters.next_number(session, series):02d}"


def note(
    session: Session, fact: Fact, context: Context, action: str, form: FormState, old: Fact | None = None
) -> None:
    """What was sent, and what it was asked about before and said to be right."""
    open_ = fact.type not in CONFIDENTIAL  # what is told in confidence is in the report only
    before = {"id": old.id, **({"fields": old.fields} if open_ else {})} if old else None
    after = {
        **({"fields": fact.fields} if open_ else {}),
        "reason": fact.reason,
        **({"sure": form.sure} if form.sure else {}),
    }
    context.note(session, action, fact, old=before, new=after)
