"""Reminds owners who agreed to it: before the verification of their instruments runs out, and the day before
instruments are verified at their place.

What was missed while the bot stood still the next run tells, as of the day it is read on, where it is of use.
"""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.consents import REMINDERS
from core.delivery import NOTICE
from core.instruments.due import LATER_DAYS, SOON_DAYS
from core.instruments.shown import InstrumentShown
from core.messages import Button, Outbound
from core.periods import day_bounds, local_date, local_time, moment_of, next_allowed
from core.texts import Speech, lines, say
from scheduler.occasion import Content, Occasion
from scheduler.runs import missed_days
from storage.models import MarketDay, Person, Place
from storage.queries.recipients import Recipient, recipients
from storage.queries.reminded import concerned, next_market_day, running_out
from storage.repositories import facts, outbox
from storage.repositories.consents import agreed

NAME = "verification_due"
#: a reminder names at most so many; the owner's list shows all
NAMED = 8
_DAY = timedelta(days=1)
#: of so many days before what was missed is told: a day of SOON_DAYS is still to come by then
_MISSED = SOON_DAYS - 2
#: until then somebody who hears of a verification day on that day may still go
_NOON = time(12)


def run(session: Session, occasion: Occasion) -> Mapping[str, int]:
    """Write the reminders of the day and of those missed; `running_out` and `market_days` count them."""
    days = (*missed_days(session, occasion, _MISSED), local_date(occasion.due_at, occasion.tenant.zone))
    soon = [_running_out(session, occasion, day, ahead) for day in days for ahead in (LATER_DAYS, SOON_DAYS)]
    return {
        "running_out": sum(soon),
        "market_days": sum(_day_after(session, occasion, day) for day in days),
    }


def _read_at(occasion: Occasion) -> datetime:
    """When it is read at the earliest: nobody is written to in quiet hours."""
    hours = occasion.content.catalogue.schedule
    return next_allowed(occasion.now, hours.quiet_from, hours.quiet_to, occasion.tenant.zone)


def wanting(session: Session, person_id: int) -> Recipient | None:
    """This person if they can be reached and agreed to be reminded."""
    return next(iter(recipients(session, Person.id == person_id, agreed(REMINDERS))), None)


def _running_out(session: Session, occasion: Occasion, told_on: date, ahead: int) -> int:
    """One message to each owner about all that runs out so many days after a day; how many were written."""
    last_day, written = told_on + timedelta(days=ahead), 0
    today = local_date(_read_at(occasion), occasion.tenant.zone)
    for owner, found in running_out(session, occasion.tenant.id, last_day).items():
        person = wanting(session, owner)
        if person is None:
            continue
        about = f"{ahead}:{told_on.isoformat()}", day_bounds(last_day, occasion.tenant.zone)[1]
        text = lines(
            say("verification-runs-out", days=(last_day - today).days, day=last_day),
            *(say("verification-instrument", what=_what(each, occasion)) for each in found[:NAMED]),
            say("verification-more", count=len(found) - NAMED) if len(found) > NAMED else None,
            _where(session, occasion, found, today),
        )
        written += _write(session, occasion, person, text, about)
    return written


def _day_after(session: Session, occasion: Occasion, told_on: date) -> int:
    """Those who have a business or an instrument where a verification day is the day after; how many heard.

    Who heard of it on the day before is not told again. Late, it is told until noon of the day itself.
    """
    zone, written = occasion.tenant.zone, 0
    there = local_time(_read_at(occasion), zone)
    if (there.date(), there.time()) >= (told_on + _DAY, _NOON):
        return 0
    query = select(MarketDay, Place.name).join(Place, Place.id == MarketDay.place_id)
    days = query.where(
        MarketDay.tenant_id == occasion.tenant.id,
        MarketDay.day == told_on + _DAY,
        MarketDay.called_off_at.is_(None),
        MarketDay.announced_at < day_bounds(told_on, zone)[0],
    )
    for market, place in session.execute(days.order_by(MarketDay.id)).all():
        text = _market_day(place, market.day, there.date())
        who = (Person.tenant_id == occasion.tenant.id, concerned(market.place_id), agreed(REMINDERS))
        for person in recipients(session, *who):
            about = (f"market:{market.id}", moment_of(market.day, _NOON, zone))
            written += _write(session, occasion, person, text, about, day=market.id)
    return written


def _market_day(place: str, day: date, today: date) -> Speech:
    return say("verification-tomorrow" if day > today else "verification-today", place=place, day=day)


def on_the_day(session: Session, content: Content, person: Recipient, market: MarketDay) -> Outbound:
    """The reminder of a verification day that did not go out before the day itself."""
    place = session.get_one(Place, market.place_id)
    return _drawn(content, person, _market_day(place.name, market.day, market.day))


def _where(session: Session, occasion: Occasion, found: tuple[InstrumentShown, ...], today: date) -> Speech:
    """The next verification day of each place they are at; what to do where none is announced."""
    places = {each.place: each.place_name for each in found if each.place is not None}
    told = []
    for code, name in places.items():
        day = next_market_day(session, facts.place_id(session, occasion.tenant.id, code), today)
        if day is not None:
            told.append(say("own-market-day", place=name or code, day=day))
    return lines(*told) if told else say("verification-nowhere")


def _what(each: InstrumentShown, occasion: Occasion) -> Speech:
    """Kind, place, stall and serial number, as far as they are known."""
    kind = occasion.content.catalogue.fact_types.get("instrument_listed")
    field = kind.field("instrument_kind") if kind else None
    option = field.option(each.kind) if field else None
    return lines(
        option.label if option else each.kind,
        each.place_name,
        say("instrument-stall", stall=each.stall) if each.stall else None,
        say("instrument-serial", serial=each.serial) if each.serial else None,
        separator=" · ",
    )


def _write(
    session: Session,
    occasion: Occasion,
    person: Recipient,
    text: Speech,
    about: tuple[str, datetime],
    **recheck: int,
) -> bool:
    """`about` is what no second message may be about, and until when this one is of use."""
    what, useless_after = about
    row = outbox.add(
        session,
        address=person.address,
        message=_drawn(occasion.content, person, text),
        now=occasion.now,
        priority=NOTICE,
        person_id=person.person_id,
        dedupe_key=f"{NAME}:{what}:{person.person_id}",
        not_before=_read_at(occasion),
        useless_after=useless_after,
        recheck={"name": NAME, "person": person.person_id, **recheck},
    )
    return row is not None


def _drawn(content: Content, person: Recipient, text: Speech) -> Outbound:
    render = content.texts.render
    mine = Button(render(say("verification-mine"), person.locale), "go:instruments", True)
    menu = Button(render(say("menu-button"), person.locale), "go:menu")
    return Outbound(render(text, person.locale), ((mine, menu),))
