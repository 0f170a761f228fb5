"""Every morning the people, and what waits, of units that ended go over to those that carry their work on."""

from collections.abc import Mapping
from datetime import timedelta

from sqlalchemy.orm import Session

from core.delivery import NOTICE
from core.messages import Outbound
from core.people import PersonStatus
from core.periods import local_date, next_allowed
from core.texts import say
from scheduler.occasion import Occasion
from storage.models import Person
from storage.repositories import contacts, outbox
from storage.repositories.units import CarriedOver, carry_over

NAME = "carry_over"
#: who moved finds it out themselves after so long
_WORTH = timedelta(days=7)


def run(session: Session, occasion: Occasion) -> Mapping[str, int]:
    """`people` and `requests` count what went over; who moved is told once."""
    today = local_date(occasion.now, occasion.tenant.zone)
    found = carry_over(session, occasion.tenant.id, today, (occasion.now, None, None))
    for each in found:
        for person in each.people:
            _tell(session, occasion, person, each)
    return {
        "people": sum(len(each.people) for each in found),
        "requests": sum(len(each.requests) for each in found),
    }


def _tell(session: Session, occasion: Occasion, person: Person, each: CarriedOver) -> None:
    address = contacts.reach(session, person.id)
    if address is None or person.status != PersonStatus.ACTIVE:
        return
    hours = occasion.content.catalogue.schedule
    when = next_allowed(occasion.now, hours.quiet_from, hours.quiet_to, occasion.tenant.zone)
    words = say("unit-carried-you", old=each.old.name, new=each.new.name)
    outbox.add(
        session,
        address=address,
        message=Outbound(occasion.content.texts.render(words, person.locale)),
        now=occasion.now,
        priority=NOTICE,
        person_id=person.id,
        dedupe_key=f"{NAME}:{person.id}:{each.old.id}:{each.new.id}",
        not_before=when,
        useless_after=when + _WORTH,
    )
