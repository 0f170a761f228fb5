"""What a report is asked about before it is sent, and which rules it breaks then or while it waits."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from core.catalogue import Catalogue
from core.catalogue.fact_types import FieldType
from core.dialogue.forms import asked_fields
from core.dialogue.state import Answer, FormState
from core.indicators.doubts import Doubt, doubts
from core.indicators.facts import FactRow, Moment
from core.indicators.movement import movements
from core.indicators.registers import cycle_of
from core.indicators.rules import BrokenRule, broken_rules
from core.instruments.doubts import Beside
from core.instruments.doubts import doubts as instrument_doubts
from core.periods import local_date
from core.permissions import Action
from handlers.context import rights_of
from handlers.effects.store_report import days
from handlers.unlike_before import unlike_before
from storage.queries.fact_rows import fact_row_of
from storage.queries.instruments import only_counted, search, surveyed_on
from storage.queries.progress import tenant_facts
from storage.queries.settled import settled_catalogue
from storage.repositories.conversations import Speaker
from storage.repositories.facts import place_id as place_row
from storage.repositories.instruments import serial_key

#: the number of a report that is not stored yet: no stored one has it
_UNSTORED = -1


def broken_by_answers(
    session: Session,
    speaker: Speaker,
    catalogue: Catalogue,
    now: datetime,
    form: FormState,
    answers: Mapping[str, Answer],
) -> Sequence[BrokenRule]:
    """The rules that a form with these answers would break; a correction in the place of what it corrects."""
    return _broken(session, speaker, catalogue, now, _row(speaker, catalogue, now, form, answers))


def moves_targets(
    session: Session,
    speaker: Speaker,
    catalogue: Catalogue,
    now: datetime,
    form: FormState,
    answers: Mapping[str, Answer],
) -> bool:
    """Whether a report with these answers would move any target of the tenant's plans."""
    settled = settled_catalogue(session, catalogue, speaker.tenant_code, now)
    facts = tenant_facts(session, settled, speaker.tenant_code)
    row = _row(speaker, catalogue, now, form, answers)
    found = movements(row, settled, speaker.tenant_code, facts, _moment(speaker, now))
    return any(one.moved for one in found)


def broken_by_fact(
    session: Session, speaker: Speaker, catalogue: Catalogue, now: datetime, fact_id: int
) -> Sequence[BrokenRule]:
    """The rules that a stored report breaks, or would if it counted."""
    row = fact_row_of(session, catalogue, fact_id)
    return _broken(session, speaker, catalogue, now, row) if row else ()


def doubts_about(
    session: Session,
    speaker: Speaker,
    catalogue: Catalogue,
    now: datetime,
    form: FormState,
    answers: Mapping[str, Answer],
) -> Sequence[Doubt]:
    """What is doubtful in a form with these answers, beside all other reports but the one it corrects."""
    row = _row(speaker, catalogue, now, form, answers)
    offered = catalogue.for_tenant(speaker.tenant_code).fact_types.get(form.fact_type)
    asked = {field.code for field in asked_fields(offered, answers)} if offered else set()
    settled = settled_catalogue(session, catalogue, speaker.tenant_code, now)
    facts = tenant_facts(session, settled, speaker.tenant_code)
    found = doubts(row, settled, speaker.tenant_code, facts, _moment(speaker, now), asked)
    kind = catalogue.fact_types[form.fact_type]
    return (
        *found,
        *_about_instruments(session, speaker, catalogue, now, form, answers),
        *unlike_before(session, speaker, kind, form, answers),
    )


def _about_instruments(
    session: Session,
    speaker: Speaker,
    catalogue: Catalogue,
    now: datetime,
    form: FormState,
    answers: Mapping[str, Answer],
) -> Iterator[Doubt]:
    """What may be a slip in what is told of an instrument; of a correction only what it changes."""
    kind = catalogue.fact_types[form.fact_type]
    place, of_kind = answers.get("place"), answers.get("instrument_kind")
    if not isinstance(place, str) or not isinstance(of_kind, str) or form.corrects is not None:
        return
    place_id = place_row(session, speaker.tenant_id, place)
    serial = serial_key(str(answers.get("serial", "")))
    same = search(session, [speaker.tenant_id], serial, 1) if serial else ()
    surveyed = surveyed_on(session, place_id, of_kind) if place_id is not None else None
    beside = Beside(
        same_serial=same[0] if same else None,
        surveyed=surveyed,
        added=only_counted(session, place_id, of_kind, surveyed) if place_id is not None else 0,
        holds=cycle_of(kind, answers),
        names_others=rights_of(catalogue, speaker).may(Action.KEEP_REGISTER),
    )
    yield from instrument_doubts(kind.code, answers, local_date(now, speaker.timezone), beside)


def _broken(
    session: Session, speaker: Speaker, catalogue: Catalogue, now: datetime, row: FactRow
) -> Sequence[BrokenRule]:
    settled = settled_catalogue(session, catalogue, speaker.tenant_code, now)
    facts = tenant_facts(session, settled, speaker.tenant_code)
    return broken_rules(row, settled, speaker.tenant_code, facts, _moment(speaker, now))


def _moment(speaker: Speaker, now: datetime) -> Moment:
    return Moment(local_date(now, speaker.timezone), now)


def _row(
    speaker: Speaker, catalogue: Catalogue, now: datetime, form: FormState, answers: Mapping[str, Answer]
) -> FactRow:
    kind = catalogue.fact_types[form.fact_type]
    first, last = days(kind, dict(answers))
    named = (field.code for field in kind.fields if field.type is FieldType.PLACE)
    code = next((str(answers[field]) for field in named if field in answers), None)
    places = {place.code: place.kind for place in catalogue.tenants[speaker.tenant_code].places}
    return FactRow(
        id=form.corrects or _UNSTORED,
        type=kind.code,
        occurred_from=first,
        occurred_to=last,
        place=code,
        place_kind=places.get(code) if code else None,
        unit=speaker.unit_code,
        fields=answers,
        status="",
        recorded_at=now,
        confirmed_at=now,
    )
