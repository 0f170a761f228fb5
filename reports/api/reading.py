"""Answers of the API, read for one tenant: its own rows, and of those below it what was confirmed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from sqlalchemy import ColumnElement, Row, and_, or_, select
from sqlalchemy.orm import Session, aliased

from core.catalogue import Catalogue
from core.catalogue.fact_types import Role
from core.catalogue.plans import Goal, Plan
from core.dictionary import PERSONAL, Named, dictionary
from core.indicators.facts import Moment
from core.indicators.progress import TargetProgress
from core.periods import day_bounds, local_date
from core.personal import hidden_in
from reports.api import models
from reports.api.cursors import Position, read_cursor, write_cursor
from reports.reading import read_figures
from storage.models import Fact, Instrument, Person, Place, Tenant, Unit
from storage.queries.people import every_restricted
from storage.queries.visible import confirmed_below, open_to_all

#: what was stored in the last moments may not be seen by everybody yet: it is asked for again
_MARGIN = timedelta(seconds=60)


class NotThere(LookupError):
    """There is no such thing, or it is another tenant's."""


@dataclass(frozen=True)
class Reader:
    """Who reads, and what of it: `personal` is what people wrote themselves."""

    session: Session
    catalogue: Catalogue
    tenant_id: int
    tenant: str
    now: datetime
    personal: bool = False

    def plans(self, asked: models.Nothing) -> models.Plans:
        return models.Plans(items=tuple(map(_plan, self.catalogue.plans_of(self.tenant))))

    def targets(self, code: str, asked: models.TargetsAsked) -> models.Targets:
        """Raises NotThere for a plan of others, ValueError for a day to come."""
        zone = self.catalogue.tenants[self.tenant].timezone
        today = local_date(self.now, zone)
        day = asked.as_of or today
        if day > today:
            raise ValueError(f"as_of: {day} is still to come; it is {today} there")
        cutoff = self.now if asked.as_of is None else min(day_bounds(day, zone)[1], self.now)
        figures = read_figures(self.session, self.catalogue, self.tenant, Moment(day, cutoff))
        plan = figures.plan(code)
        if plan is None:
            raise NotThere(code)
        items = tuple(_target(each) for each in figures.progress(plan))
        return models.Targets(plan=plan.code, as_of=day, known_at=cutoff, items=items)

    def units(self, asked: models.Nothing) -> models.Units:
        heir = aliased(Unit)
        rows = self.session.execute(
            select(Tenant.code, Unit, heir.code)
            .join(Tenant, Tenant.id == Unit.tenant_id)
            .outerjoin(heir, heir.id == Unit.successor_id)
            .where(Tenant.code.in_(self._tenants))
            .order_by(Unit.id)
        )
        return models.Units(
            items=tuple(
                models.UnitOut(
                    tenant=tenant,
                    code=unit.code,
                    name=unit.name,
                    valid_from=unit.valid_from,
                    valid_to=unit.valid_to,
                    successor=successor,
                )
                for tenant, unit, successor in rows
            )
        )

    def fields(self, asked: models.FieldsAsked) -> models.Fields:
        every = dictionary(self.catalogue)
        return models.Fields(items=tuple(each for each in every if asked.kind in (None, each.kind)))

    def facts(self, asked: models.FactsAsked) -> models.Facts:
        """Raises CursorError for a cursor that goes with something else."""
        question = asked.model_copy(update={"cursor": None, "limit": models.USUAL}).model_dump_json()
        at = self._position(asked.cursor, question)
        query = (
            select(Fact, Tenant.code, Place.code, Unit.code, Person)
            .join(Tenant, Tenant.id == Fact.tenant_id)
            .join(Person, Person.id == Fact.reporter_id)
            .outerjoin(Place, Place.id == Fact.place_id)
            .outerjoin(Unit, Unit.id == Fact.unit_id)
            .where(self._seen(), Fact.id > at.after, *_filters(asked))
            .order_by(Fact.id)
            .limit(asked.limit + 1)
        )
        rows = self.session.execute(query).all()
        shown = rows[: asked.limit]
        more = len(rows) > asked.limit
        following = write_cursor(Position(shown[-1][0].id, at.began), question) if more else None
        items = tuple(self._fact(row) for row in shown)
        return models.Facts(items=items, next=following, as_of=at.began - _MARGIN)

    def instruments(self, asked: models.Paged) -> models.Instruments:
        """Raises CursorError for a cursor that goes with something else."""
        at = self._position(asked.cursor, "instruments")
        query = (
            select(Instrument, Tenant.code, Place.code)
            .join(Tenant, Tenant.id == Instrument.tenant_id)
            .outerjoin(Place, Place.id == Instrument.place_id)
            .where(Tenant.code.in_(self._tenants), Instrument.ended_at.is_(None), Instrument.id > at.after)
            .order_by(Instrument.id)
            .limit(asked.limit + 1)
        )
        rows = self.session.execute(query).all()
        shown = rows[: asked.limit]
        more = len(rows) > asked.limit
        following = write_cursor(Position(shown[-1][0].id, at.began), "instruments") if more else None
        unnamed = every_restricted(self.session)
        return models.Instruments(
            items=tuple(self._instrument(*row, unnamed) for row in shown), next=following
        )

    @property
    def _tenants(self) -> tuple[str, ...]:
        return self.catalogue.with_children(self.tenant)

    def _seen(self) -> ColumnElement[bool]:
        own = and_(Fact.tenant_id == self.tenant_id, open_to_all())
        below = self._tenants[1:]
        return or_(own, confirmed_below(below)) if below else own

    def _position(self, cursor: str | None, question: str) -> Position:
        return read_cursor(cursor, question, self.now) if cursor else Position(0, self.now)

    def _fact(self, row: Row[Fact, str, str, str, Person]) -> models.FactOut:
        fact, tenant, place, unit, reporter = row
        ours = tenant == self.tenant or reporter.role != Role.HOUSEHOLD
        named = self.personal and ours and reporter.restricted_at is None
        moments = (fact.recorded_at, fact.confirmed_at, fact.decided_at, fact.ended_at)
        return models.FactOut.model_validate(
            {
                "id": fact.id,
                "kind": fact.type,
                "version": fact.type_version,
                "receipt": fact.receipt,
                "status": fact.status,
                "first": fact.occurred_from,
                "last": fact.occurred_to,
                "tenant": tenant,
                "place": place,
                "unit": unit,
                "reporter": reporter.name if named else None,
                "recorded_at": fact.recorded_at,
                "changed_at": max(moment for moment in moments if moment is not None),
                "supersedes": fact.supersedes_id,
                "fields": self._fields(fact, personal=self.personal and reporter.restricted_at is None),
            }
        )

    def _fields(self, fact: Fact, *, personal: bool) -> Mapping[str, object]:
        """Answers to what the content asks; a kind that it no longer has cannot be told apart."""
        kind = self.catalogue.fact_types.get(fact.type)
        known = (
            {field.code for field in kind.fields if personal or field.type not in PERSONAL} if kind else ()
        )
        return {code: hidden_in(value) for code, value in fact.fields.items() if code in known}

    def _instrument(
        self, item: Instrument, tenant: str, place: str | None, unnamed: frozenset[int]
    ) -> models.InstrumentOut:
        kept = item.owner_id in unnamed
        whose = {} if kept else {"owner": item.owner, "stall": item.stall}
        names = {**whose, "serial": item.serial}
        names = {code: hidden_in(each) for code, each in names.items()} if self.personal else {}
        return models.InstrumentOut(
            id=item.id,
            tenant=tenant,
            place=place,
            kind=item.kind,
            capacity_kg=item.capacity,
            status=item.status,
            verified_on=item.verified_on,
            valid_until=item.valid_until,
            due_on=item.due_on,
            **names,
        )


def _filters(asked: models.FactsAsked) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if asked.changed_since is not None:
        since = asked.changed_since
        moments = (Fact.recorded_at, Fact.confirmed_at, Fact.decided_at, Fact.ended_at)
        found.append(or_(*(moment >= since for moment in moments)))
    if asked.kind is not None:
        found.append(Fact.type == asked.kind)
    if asked.unit is not None:
        found.append(Unit.code == asked.unit)
    if asked.first is not None:
        found.append(Fact.occurred_to >= asked.first)
    if asked.last is not None:
        found.append(Fact.occurred_from <= asked.last)
    return found


def _plan(plan: Plan) -> models.PlanOut:
    return models.PlanOut(
        code=plan.code,
        title=Named.of(plan.title),
        issuer=Named.of(plan.issuer),
        number=plan.number,
        starts=plan.starts,
        ends=plan.ends,
        targets=len(plan.targets),
    )


def _target(item: TargetProgress) -> models.TargetOut:
    target, measure = item.target, item.measure
    return models.TargetOut(
        code=target.code,
        name=Named.of(target.name),
        unit=Named.of(target.unit),
        owner=target.owner,
        state=item.state.value,
        value=_float(item.value),
        numerator=_float(measure.numerator),
        denominator=_float(measure.denominator),
        expected=_float(item.expected),
        pending=float(measure.pending),
        goal=_goal(item.goal, item.due) if item.goal else None,
        missing=item.missing,
        reports=len(measure.facts),
    )


def _float(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def _goal(goal: Goal, due: date | None) -> models.GoalOut:
    return models.GoalOut(
        op=goal.op, value=goal.value, low=goal.low, high=goal.high, percent=goal.percent, due=due
    )
