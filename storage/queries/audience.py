"""Who an audience is, counted and named by the database: an audience of 100,000 is never in memory."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, Select, and_, exists, false, func, not_, or_, select, true
from sqlalchemy.orm import InstrumentedAttribute, Session

from core.broadcasts.audience import ALL_COMMUNES, Audience, Group
from core.broadcasts.states import Fate
from core.catalogue.fact_types import Role
from core.delivery import PERHAPS
from core.folding import words_of
from core.people import PersonStatus
from core.week import Week
from storage.models import (
    BroadcastReceiver,
    Contact,
    Fact,
    Instrument,
    Organisation,
    OrganisationMember,
    Outbox,
    Person,
    Place,
    Tenant,
    Unit,
)
from storage.queries.recipients import written_to
from storage.queries.silent import in_force, recorded_in
from storage.queries.visible import open_to_all


@dataclass(frozen=True, slots=True)
class Here:
    """Whose people are meant, and what day it is there.

    `below` are the codes of the tenants below, whose people may be meant too; none for who has none.
    """

    tenant_id: int
    zone: str
    today: date
    now: datetime
    below: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reach:
    """How many people an audience is: by the channel they are written to at, and those who cannot be."""

    channels: Mapping[str, int] = field(default_factory=dict)
    #: who has no contact at all, and whose contacts all blocked the bot
    never: int = 0
    blocked: int = 0
    #: how many of those reached are of the level below, and of how many communes
    below: int = 0
    communes: int = 0

    @property
    def reached(self) -> int:
        return sum(self.channels.values())


def belongs(audience: Audience, here: Here) -> ColumnElement[bool]:
    """Of a Person: whether they are an active member of the tenant, or of one below, and one of the audience.

    Each group says whose people it means; who is left out is left out wherever they are.
    Who had their data restricted is in none but those who are told of an incident.
    """
    told = audience.tidy()
    within = or_(
        false(), *(and_(_of(Person.tenant_id, group, here), _in_group(group, here)) for group in told.groups)
    )
    outside = or_(false(), *(_left_out(group, here) for group in told.without))
    used = Person.restricted_at.is_(None) if told.incident is None else true()
    return and_(Person.status == PersonStatus.ACTIVE, used, within, not_(outside))


def holds(number: int) -> ColumnElement[bool]:
    """Of a Person: whether a message reached them, or may have, whatever became of them since."""
    return _got(number)


def holding(session: Session, number: int) -> int:
    """How many a message reached, or may have."""
    return session.scalar(select(func.count()).select_from(Person).where(holds(number))) or 0


def reach(session: Session, audience: Audience, here: Here) -> Reach:
    """How many they are and how they are reached. Each is counted once, whatever brought them in."""
    people = belongs(audience, here)
    by_channel = (
        select(Contact.channel, func.count().label("reached"))
        .join(Person, Person.id == Contact.person_id)
        .where(people, Contact.id.in_(written_to()))
        .group_by(Contact.channel)
        .order_by(func.count().desc(), Contact.channel)
    )
    channels = {row.channel: row.reached for row in session.execute(by_channel)}
    far = select(func.count(), func.count(Person.tenant_id.distinct())).select_from(Person)
    far = far.join(Contact, Contact.person_id == Person.id)
    far = far.where(people, Contact.id.in_(written_to()), Person.tenant_id != here.tenant_id)
    below, communes = session.execute(far).one() if here.below else (0, 0)
    known = exists().where(Contact.person_id == Person.id)
    reachable = exists().where(Contact.person_id == Person.id, Contact.reachable.is_(True))
    never = session.scalar(select(func.count()).select_from(Person).where(people, ~known))
    blocked = session.scalar(select(func.count()).select_from(Person).where(people, known, ~reachable))
    return Reach(channels, never or 0, blocked or 0, below, communes)


def examples(session: Session, audience: Audience, here: Here, most: int) -> Sequence[tuple[str, str]]:
    """The names of some who can be written to, from all over, with the unit or the business, if known."""
    people, reached = belongs(audience, here), (Contact.person_id == Person.id, Contact.reachable.is_(True))
    ids = select(Person.id).where(people, exists().where(*reached)).order_by(Person.id)
    count = session.scalar(select(func.count()).select_from(ids.subquery())) or 0
    picked = sorted({count * number // most for number in range(most)}) if count else []
    found = []
    for offset in picked:
        query = (
            select(Person.name, Person.organisation, Unit.name, Tenant.id, Tenant.name)
            .join(Tenant, Tenant.id == Person.tenant_id)
            .outerjoin(Unit, Unit.id == Person.unit_id)
            .where(Person.id == ids.offset(offset).limit(1).scalar_subquery())
        )
        for name, business, unit, tenant, of in session.execute(query):
            where = (unit or business, of if tenant != here.tenant_id else None)
            found.append((name, ", ".join(each for each in where if each)))
    return found


def communes(session: Session, codes: Collection[str]) -> Sequence[tuple[str, str]]:
    """The codes and names of these tenants, those that use the bot, by name."""
    query = select(Tenant.code, Tenant.name).where(Tenant.code.in_(codes)).order_by(Tenant.name, Tenant.id)
    return [(code, name) for code, name in session.execute(query)] if codes else []


def by_commune(session: Session, audience: Audience, here: Here) -> Mapping[int, int]:
    """How many people of each tenant below are of an audience and can be written to, by its number."""
    query = (
        select(Person.tenant_id, func.count().label("people"))
        .join(Contact, Contact.person_id == Person.id)
        .where(belongs(audience, here), Contact.id.in_(written_to()), Person.tenant_id != here.tenant_id)
        .group_by(Person.tenant_id)
    )
    return {row.tenant_id: row.people for row in session.execute(query)} if here.below else {}


def trades(session: Session, tenant_id: int, most: int) -> Sequence[tuple[str, ...]]:
    """The trades of the register, those of most businesses first: of each the ways in which it is written."""
    query = (
        select(Organisation.trade, func.count())
        .where(Organisation.tenant_id == tenant_id, Organisation.trade != "")
        .group_by(Organisation.trade)
        .order_by(func.count().desc(), Organisation.trade)
    )
    spelled: dict[str, list[str]] = {}
    for trade, _ in session.execute(query):
        spelled.setdefault(words_of(trade), []).append(trade)
    return [tuple(each) for each in list(spelled.values())[:most]]


def _of(
    tenant: ColumnElement[int] | InstrumentedAttribute[int], group: Group, here: Here
) -> ColumnElement[bool]:
    """Whose people, units and reports a group means: of a tenant that is not below nobody's ever.

    Who got a message is asked about wherever it went.
    """
    below = select(Tenant.id).where(Tenant.code.in_(here.below))
    if group.commune:
        named = group.commune
        return tenant.in_(below if ALL_COMMUNES in named else below.where(Tenant.code.in_(named)))
    own = tenant == here.tenant_id
    follows = group.got is not None or group.unread is not None
    return or_(own, tenant.in_(below)) if follows and here.below else own


def _left_out(group: Group, here: Here) -> ColumnElement[bool]:
    """Of a Person: whether they are one of a group that is left out, of any tenant unless it names some."""
    found = _in_group(group, here)
    return and_(_of(Person.tenant_id, group, here), found) if group.commune else found


def _in_group(group: Group, here: Here) -> ColumnElement[bool]:
    """Of a Person: whether they are all that the group says."""
    narrowed: list[ColumnElement[bool]] = [true()]
    if group.role:
        narrowed.append(Person.role.in_(group.role))
    if group.unit:
        narrowed.append(_in_units(group, here))
    if group.place:
        narrowed.append(_at(group, here))
    if group.kind:
        of_kind = _businesses().where(Organisation.kind.in_(group.kind))
        narrowed.append(or_(Person.org_type.in_(group.kind), Person.id.in_(of_kind)))
    if group.trade:
        narrowed.append(Person.id.in_(_businesses().where(Organisation.trade.in_(group.trade))))
    if group.silent:
        narrowed.append(_silent(group, here))
    if group.quiet:
        narrowed.append(~Person.tenant_id.in_(_heard_from(here)))
    if group.expires is not None:
        narrowed.append(_expiring(here.today + timedelta(days=group.expires)))
    narrowed += [_got(number) for number in (group.got, group.unread) if number is not None]
    if group.unread is not None:
        narrowed.append(~Person.id.in_(_of_message(group.unread, BroadcastReceiver.answered_at.is_not(None))))
    return and_(*narrowed)


def _in_units(group: Group, here: Here) -> ColumnElement[bool]:
    """They are of one of the units, or of the one that carries on a unit that has ended."""
    picked = select(Unit.id).where(Unit.tenant_id == here.tenant_id, Unit.code.in_(group.unit))
    meant = picked.cte(recursive=True)
    # each once: units that were each other's successors one after the other end the search
    heirs = select(Unit.successor_id).where(
        Unit.id == meant.c.id, Unit.valid_to < here.today, Unit.successor_id.is_not(None)
    )
    return Person.unit_id.in_(select(meant.union(heirs).c.id))


def _businesses() -> Select[int]:
    """Who speaks for which business, to be narrowed."""
    return select(OrganisationMember.person_id).join(
        Organisation, Organisation.id == OrganisationMember.organisation_id
    )


def _at(group: Group, here: Here) -> ColumnElement[bool]:
    """Their business is at one of the places, or an instrument of theirs is in use there."""
    places = select(Place.id).where(Place.tenant_id == here.tenant_id, Place.code.in_(group.place))
    owners = select(Instrument.owner_id).where(
        Instrument.place_id.in_(places), Instrument.ended_at.is_(None), Instrument.owner_id.is_not(None)
    )
    there = _businesses().where(Organisation.place_id.in_(places))
    return or_(Person.id.in_(there), Person.id.in_(owners))


def _heard_from(here: Here) -> Select[int]:
    """The tenants below from which anything came this week that is not confidential."""
    below = select(Tenant.id).where(Tenant.code.in_(here.below))
    week = Week.of(here.now, here.zone)
    return select(Fact.tenant_id).where(Fact.tenant_id.in_(below), recorded_in(week), open_to_all())


def _silent(group: Group, here: Here) -> ColumnElement[bool]:
    """An officer of a unit that reports, with no report this week."""
    week = Week.of(here.now, here.zone)
    units = select(Unit.id).where(_of(Unit.tenant_id, group, here), in_force(week.sunday))
    told = exists().where(Fact.reporter_id == Person.id, recorded_in(week))
    return and_(Person.role == Role.OFFICER, Person.unit_id.in_(units), ~told)


def _expiring(last: date) -> ColumnElement[bool]:
    """The verification of an instrument of theirs, or of their business, has ended or ends by that day."""
    due = (Instrument.due_on <= last, Instrument.ended_at.is_(None))
    own = select(Instrument.owner_id).where(*due, Instrument.owner_id.is_not(None))
    of_business = (
        select(OrganisationMember.person_id)
        .join(Instrument, Instrument.organisation_id == OrganisationMember.organisation_id)
        .where(*due)
    )
    return or_(Person.id.in_(own), Person.id.in_(of_business))


def _of_message(number: int, *conditions: ColumnElement[bool]) -> Select[int]:
    return select(BroadcastReceiver.person_id).where(BroadcastReceiver.broadcast_id == number, *conditions)


def _got(number: int) -> ColumnElement[bool]:
    """A message reached them, or may have: whoever might hold it is to know what became of it."""
    query = (
        _of_message(number)
        .outerjoin(Outbox, Outbox.id == BroadcastReceiver.outbox_id)
        .where(
            or_(
                Outbox.status == "sent",
                and_(Outbox.status == "dead", Outbox.error.contains(PERHAPS)),
                BroadcastReceiver.noted.in_((Fate.SENT.value, Fate.PERHAPS.value)),
            )
        )
    )
    return Person.id.in_(query)
