"""A verification day at a market is stored, and the households there who want to know are told."""

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from core.consents import REMINDERS
from core.dialogue.market_days import AnnounceMarketDay, CallOffMarketDay
from core.dialogue.steps import Message, Option
from core.dialogue.tokens import token
from core.people import PersonStatus
from core.permissions import Action
from core.texts import Speech, say
from handlers.context import Context
from storage.models import MarketDay, Person, Place
from storage.queries.reminded import concerned
from storage.repositories.consents import agreed


def announce(session: Session, effect: AnnounceMarketDay, context: Context) -> list[Message]:
    """Of the same place and day there is one announcement only: a second press tells nobody again."""
    tenant = context.speaker.tenant_id
    place = session.scalar(select(Place).where(Place.tenant_id == tenant, Place.code == effect.place))
    if place is None or not context.may(Action.KEEP_ORGANISATIONS):
        return [Message(say("not-allowed"))]
    same = (MarketDay.place_id == place.id, MarketDay.day == effect.day, MarketDay.called_off_at.is_(None))
    there = session.scalar(select(MarketDay).where(*same))
    if there is not None:
        return [Message(say("market-day-known", place=place.name, day=effect.day), (_off(there),))]
    new = MarketDay(tenant_id=tenant, place_id=place.id, day=effect.day)
    new.announced_at, new.announced_by, new.note = context.now, context.person_id, ""
    session.add(new)
    session.flush()
    day = {"place": place.name, "day": effect.day.isoformat()}
    context.note(session, "announce-market-day", new, new=day)
    told = _tell(session, place, say("market-day-news", place=place.name, day=effect.day), context)
    text = say("market-day-announced", place=place.name, day=effect.day, count=told)
    return [Message(text, (_off(new),))]


def call_off(session: Session, effect: CallOffMarketDay, context: Context) -> list[Message]:
    """Those who were told hear that it does not take place."""
    found = session.get(MarketDay, effect.number)
    if found is None or found.tenant_id != context.speaker.tenant_id:
        return [Message(say("market-day-gone"))]
    if not context.may(Action.KEEP_ORGANISATIONS):
        return [Message(say("not-allowed"))]
    stands = update(MarketDay).where(MarketDay.id == found.id, MarketDay.called_off_at.is_(None))
    done = session.scalar(stands.values(called_off_at=context.now).returning(MarketDay.id))
    if done is None:
        return [Message(say("market-day-gone"))]
    place = session.get_one(Place, found.place_id)
    day = {"place": place.name, "day": found.day.isoformat()}
    context.note(session, "call-off-market-day", found, old=day)
    told = _tell(session, place, say("market-day-off-news", place=place.name, day=found.day), context)
    return [Message(say("market-day-off", place=place.name, day=found.day, count=told))]


def _tell(session: Session, place: Place, text: Speech, context: Context) -> int:
    """Everybody whose business or scale is there and who agreed to be reminded; how many were reached."""
    people = session.scalars(
        select(Person)
        .where(concerned(place.id), agreed(REMINDERS), Person.status == PersonStatus.ACTIVE)
        .order_by(Person.id)
    )
    return sum(context.tell(session, person, Message(text)) for person in people.all())


def _off(day: MarketDay) -> tuple[Option, ...]:
    return (
        Option(say("market-day-call-off"), token("md", "off", day.id)),
        Option(say("menu-button"), "go:menu"),
    )
