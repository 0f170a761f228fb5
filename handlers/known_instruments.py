"""What a conversation may look up in the register, answered from the database."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from core.catalogue import Catalogue
from core.indicators.expression import Ratio, Register, Valid
from core.indicators.facts import Moment
from core.indicators.outcome import Scope
from core.indicators.parameters import expression_of
from core.indicators.references import nodes
from core.indicators.registers import registered, valid
from core.instruments.due import Due
from core.instruments.history import Happening
from core.instruments.shown import Card, DueTally, EventShown, InspectionShown, InstrumentShown, by_stall
from core.periods import local_date
from core.permissions import Action
from handlers.context import rights_of
from storage.models import Evidence, Fact, Inspection, InstrumentEvent, Tenant
from storage.queries import inspections as inspection_queries
from storage.queries import instruments as queries
from storage.queries.progress import tenant_facts
from storage.queries.settled import settled_catalogue
from storage.repositories import inspections
from storage.repositories import instruments as repository
from storage.repositories.conversations import Speaker


class InstrumentsOf:
    """`core.dialogue.known_instruments.InstrumentLookups` over the database."""

    def __init__(self, session: Session, speaker: Speaker, catalogue: Catalogue, now: datetime) -> None:
        self._session = session
        self._speaker = speaker
        self._catalogue = catalogue
        self._now = now
        self._today = local_date(now, speaker.timezone)

    def by_tenant(self) -> Sequence[tuple[str, Mapping[Due, int]]]:
        found = queries.due_by_tenant(self._session, self._tenants(), self._today)
        names = {
            row.id: row.name for row in self._session.scalars(select(Tenant).where(Tenant.id.in_(found)))
        }
        return sorted((names[tenant], counts) for tenant, counts in found.items())

    def tallies(self) -> Sequence[DueTally]:
        return queries.due_tallies(self._session, self._tenants(), self._today)

    def listed_count(self) -> int:
        return queries.listed_count(self._session, self._tenants())

    def due(self, which: Due | None, place: str | None, first: int, limit: int) -> Sequence[InstrumentShown]:
        return queries.due_list(self._session, self._tenants(), self._today, which, place, (first, limit))

    def share(self, place: str, kind: str) -> tuple[int, int] | None:
        """How many are verified of how many registered, by the reports alone; None without a survey."""
        settled = settled_catalogue(self._session, self._catalogue, self._speaker.tenant_code, self._now)
        facts = tenant_facts(self._session, settled, self._speaker.tenant_code)
        moment = Moment(self._today, self._now)
        for plan in settled.plans_of(self._speaker.tenant_code):
            scope = Scope(facts, settled, moment, plan)
            measured = (expression_of(target, plan, self._today) for target in plan.targets)
            for node in (node for each in measured if each for node in nodes(each)):
                match node:
                    case Ratio(numerator=Valid() as verified, denominator=Register() as register):
                        return _share(verified, register, scope, (place, kind))
        return None

    def own(self) -> Sequence[InstrumentShown]:
        return queries.owned(self._session, self._speaker.person_id) if self._speaker.person_id else ()

    def card(self, key: str) -> Card | None:
        found = queries.one(self._session, self._tenants(), key)
        if found is None or (not self._keeps() and found not in self.own()):
            return None
        rows = self._session.execute(
            select(InstrumentEvent, Fact.receipt, Fact.draft_key)
            .join(Fact, Fact.id == InstrumentEvent.fact_id)
            .where(InstrumentEvent.instrument_id == found.id, InstrumentEvent.voided_at.is_(None))
            .order_by(InstrumentEvent.day.desc(), InstrumentEvent.at.desc())
        ).all()
        own = [row.draft_key for row in rows if row.InstrumentEvent.kind != Happening.INSPECTED]
        photos = select(func.count()).where(Evidence.draft_key.in_(own))
        fact = next((event.fact_id for event, *_ in rows if event.kind == Happening.LISTED), 0)
        events = tuple(_event(event, receipt) for event, receipt, _ in rows)
        return Card(found, events, fact, self._session.scalar(photos) or 0)

    def here(self, place: str) -> Sequence[InstrumentShown]:
        return sorted(queries.at_place(self._session, self._speaker.tenant_id, place), key=by_stall)

    def matching(self, typed: str, limit: int) -> Sequence[InstrumentShown]:
        return queries.matching(self._session, self._tenants(), typed, limit) if self._keeps() else ()

    def with_serial(self, serial: str) -> Sequence[InstrumentShown]:
        key = repository.serial_key(serial)
        return queries.search(self._session, self._tenants(), key) if key else ()

    def inspection(self, number: int) -> InspectionShown | None:
        row = inspections.one(self._session, self._speaker.tenant_id, number)
        return self._inspection(row) if row else None

    def open_inspections(self) -> Sequence[InspectionShown]:
        return [self._inspection(row) for row in inspections.all_open(self._session, self._speaker.tenant_id)]

    def _inspection(self, row: Inspection) -> InspectionShown:
        return inspection_queries.shown(self._session, row)

    def _keeps(self) -> bool:
        return rights_of(self._catalogue, self._speaker).may(Action.KEEP_REGISTER)

    def _tenants(self) -> tuple[int, ...]:
        codes = self._catalogue.with_children(self._speaker.tenant_code)
        return queries.tenant_ids(self._session, codes) if len(codes) > 1 else (self._speaker.tenant_id,)


def _share(
    verified: Valid, register: Register, scope: Scope, wanted: tuple[str, str]
) -> tuple[int, int] | None:
    key = tuple((part,) for part in wanted)
    there = registered(register, scope).get(key)
    if there is None:
        return None
    held = valid(verified, scope, register).get(key)
    return int(held[0]) if held else 0, int(there[0])


def _event(event: InstrumentEvent, receipt: str) -> EventShown:
    return EventShown(
        Happening(event.kind),
        event.day,
        event.passed,
        event.valid_until,
        event.reason,
        event.body,
        event.certificate,
        receipt,
    )
