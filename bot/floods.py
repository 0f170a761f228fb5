"""Who sends faster than people read: their messages wait for their turn, and they are told so once."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.delivery import NOTICE
from core.flood import rates
from core.messages import Address, Outbound
from core.people import PersonStatus
from core.texts import SOURCE_LOCALE, Texts, say
from storage.models import Contact, Person
from storage.repositories import outbox


@dataclass(slots=True)
class _Lane:
    """How busy a lane is at the rate of strangers and at that of members, and whether its sender was told."""

    stranger: datetime
    member: datetime
    told: bool = False


class Floods:
    """Says when each message of a lane is handled. Holds at most `most` lanes; the stalest goes first.

    Kept in memory: only the process that takes messages in asks, and a restart lets everybody begin anew.
    """

    def __init__(self, texts: Texts, per_minute: int, most: int = 10_000) -> None:
        self._texts = texts
        self._member, self._stranger = rates(per_minute)
        self._most = most
        self._lanes: dict[str, _Lane] = {}

    def turn(self, session: Session, address: Address, now: datetime) -> datetime | None:
        """When the next message from there is handled, None: it is not kept. Told once until it is calm."""
        name = str(address)
        lane = self._lanes.pop(name, None) or _Lane(now, now)
        self._lanes[name] = lane
        if len(self._lanes) > self._most:
            del self._lanes[next(iter(self._lanes))]
        if lane.member <= now and lane.stranger <= now:
            lane.told = False
        tight, wide = self._stranger.turn(lane.stranger, now), self._member.turn(lane.member, now)
        if tight.at == now:  # slow enough for anybody: nobody has to be looked up
            lane.stranger, lane.member = tight.busy_until, wide.busy_until
            return now
        locale = _member(session, address)
        lane.stranger, lane.member = tight.busy_until, wide.busy_until
        taken = tight if locale is None else wide
        if taken.at != now and not lane.told:
            lane.told = True
            self._tell(session, address, locale, now)
        return taken.at

    def _tell(self, session: Session, address: Address, locale: str | None, now: datetime) -> None:
        text = say("flood-stranger" if locale is None else "flood-member")
        message = Outbound(self._texts.render(text, locale or SOURCE_LOCALE))
        outbox.add(session, address=address, message=message, now=now, priority=NOTICE)


def _member(session: Session, address: Address) -> str | None:
    """The language of the active member who writes from there; None for anybody else."""
    there = (Contact.channel == address.channel, Contact.chat == address.chat)
    query = select(Person.locale).join(Contact, Contact.person_id == Person.id)
    return session.scalar(query.where(*there, Person.status == PersonStatus.ACTIVE))
