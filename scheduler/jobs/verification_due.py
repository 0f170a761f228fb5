"""Reminds owners who agreed to it: before the verification of their instruments runs out, and the day before
instruments are verified at their place.
"""

from collections.abc import Mapping
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.consents import REMINDERS
from core.delivery import NOTICE
from core.instruments.due import LATER_DAYS, SOON_DAYS
from core.instruments.shown import InstrumentShown
from core.messages import Button, Outbound
from core.periods import day_bounds, local_date, next_allowed
from core.texts import Speech, lines, say
from scheduler.occasion import Occasion
from storage.models import MarketDay, Person, Place
from storage.queries.recipients import Recipient, recipients
from storage.queries.reminded import concerned, next_market_day, running_out
from storage.repositories import facts, outbox
from storage.repositories.consents import agreed

NAME = "verification_due"
#: a reminder names at most so many; the owner's list shows all
NAMED = 8
_DAY = timedelta(days=1)


def run(session: Session, occasion: Occasion) -> Mapping[str, int]:
    """Write the reminders of the day; `running_out` and `market_days` count them."""
    today = local_date(occasion.due_at, occasion.tenant.zone)
    soon = [_running_out(session, occasion, today, days) for days in (LATER_DAYS, SOON_DAYS)]
    return {"running_out": sum(soon), "market_days": _tomorrow(session, occasion, today)}


def wanting(session: Session, person_id: int) -> Recipient | None:
    """This person if they can be reached and agreed to be reminded."""
    return next(iter(recipients(session, Person.id == person_id, agreed(REMINDERS))), None)


def _running_out(session: Session, occasion: Occasion, today: date, days: int) -> int:
    """One message to each owner about all that runs out in so many days; how many were written."""
    last_day, written = today + timedelta(days=days), 0
    for owner, found in running_out(session, occasion.tenant.id, last_day).items():
        person = wanting(session, owner)
        if person is None:
            continue
        text = lines(
            say("verification-runs-out", days=days, day=last_day),
            *(say("verification-instrument", what=_what(each, occasion)) for each in found[:NAMED]),
            say("verification-more", count=len(found) - NAMED) if len(found) > NAMED else None,
            _where(session, occasion, found, today),
        )
        written += _write(session, occasion, person, text, (f"{days}:{today.isoformat()}", last_day))
    return written


def _tomorrow(session: Session, occasion: Occasion, today: date) -> int:
    """Who has a business or an instrument where there is a verification day tomorrow; how many were written.

    Who heard of the day today is not told again.
    """
    zone, written = occasion.tenant.zone, 0
    query = select(MarketDay, Place.name).join(Place, Place.id == MarketDay.place_id)
    days = query.where(
        MarketDay.tenant_id == occasion.tenant.id,
        MarketDay.day == today + _DAY,
        MarketDay.called_off_at.is_(None),
        MarketDay.announced_at < day_bounds(today, zone)[0],
    )
    for market, place in session.execute(days.order_by(MarketDay.id)).all():
        text = say("verification-tomorrow", place=place, day=market.day)
        there = (Person.tenant_id == occasion.tenant.id, concerned(market.place_id), agreed(REMINDERS))
        for person in recipients(session, *there):
            about = (f"market:{market.id}", market.day)
            written += _write(session, occasion, person, text, about, day=market.id)
    return written


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
    about: tuple[str, date],
    **recheck: int,
) -> bool:
    """`about` is what no second message may be about, and the last day on which this one is of use."""
    hours, now, zone = occasion.content.catalogue.schedule, occasion.now, occasion.tenant.zone
    render = occasion.content.texts.render
    what, last_day = about
    mine = Button(render(say("verification-mine"), person.locale), "go:instruments", True)
    menu = Button(render(say("menu-button"), person.locale), "go:menu")
    row = outbox.add(
        session,
        address=person.address,
        message=Outbound(render(text, person.locale), ((mine, menu),)),
        now=now,
        priority=NOTICE,
        person_id=person.person_id,
        dedupe_key=f"{NAME}:{what}:{person.person_id}",
        not_before=next_allowed(now, hours.quiet_from, hours.quiet_to, zone),
        useless_after=day_bounds(last_day, zone)[1],
        recheck={"name": NAME, "person": person.person_id, **recheck},
    )
    return row is not None
