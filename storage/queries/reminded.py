"""Whom verification concerns: who agreed to be reminded, whose business or instruments are at a place."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from core.instruments.shown import InstrumentShown
from storage.models import Instrument, MarketDay, Organisation, OrganisationMember, Person
from storage.queries.instruments import owned


def concerned(place_id: int) -> ColumnElement[bool]:
    """Of a person: whether their business is at the place, or an instrument of theirs is in use there."""
    members = (
        select(OrganisationMember.person_id)
        .join(Organisation, Organisation.id == OrganisationMember.organisation_id)
        .where(Organisation.place_id == place_id)
    )
    owners = select(Instrument.owner_id).where(
        Instrument.place_id == place_id, Instrument.due_on.is_not(None), Instrument.owner_id.is_not(None)
    )
    return or_(Person.id.in_(members), Person.id.in_(owners))


def running_out(
    session: Session, tenant_id: int, last_day: date
) -> Mapping[int, tuple[InstrumentShown, ...]]:
    """By the id of their owner the instruments of a tenant whose verification ends with this day."""
    owners = select(Instrument.owner_id).where(
        Instrument.tenant_id == tenant_id, Instrument.due_on == last_day, Instrument.owner_id.is_not(None)
    )
    found: dict[int, tuple[InstrumentShown, ...]] = {}
    for owner in session.scalars(owners.distinct()):
        if owner is not None:
            found[owner] = tuple(each for each in owned(session, owner) if each.due_on == last_day)
    return found


def next_market_day(session: Session, place_id: int | None, today: date) -> date | None:
    """The next day from today on that was announced for the place and not called off."""
    query = select(func.min(MarketDay.day)).where(
        MarketDay.place_id == place_id, MarketDay.day >= today, MarketDay.called_off_at.is_(None)
    )
    return session.scalar(query) if place_id is not None else None
