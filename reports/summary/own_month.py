"""A household's month in words: which scales are to be verified, what it asked, what waits for whom."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from core.dialogue.steps import Message, Option, rows_of
from core.instruments.due import AT_ONCE
from core.periods import month_bounds
from core.requests.states import RequestState
from core.rounds import Every, Round
from core.texts import Speech, lines, say
from reports.people import clipped, listed
from storage.models import Request
from storage.queries.instruments import owned
from storage.queries.own_week import sent_by
from storage.queries.reminded import next_market_day
from storage.repositories import organisations

#: receipts named
_NAMED = 4


@dataclass(frozen=True, slots=True)
class OwnMonth:
    """What stands at `today` and concerns its month, which ends on `last`.

    `late` scales have no verification any more, `ending` ones only until within the month. Of requests
    `open` ones wait for an officer, `answered` ones for the household; so do reports: `pending`, `sent_back`.
    """

    today: date
    last: date
    late: int
    ending: int
    market_day: date | None
    open: int
    answered: int
    pending: int
    sent_back: tuple[str, ...]

    @property
    def silent(self) -> bool:
        """Whether there is nothing to tell."""
        return not any((self.late, self.ending, self.market_day, self._waits))

    @property
    def _waits(self) -> int:
        return self.open + self.answered + self.pending + len(self.sent_back)


def read_own_month(session: Session, person_id: int, today: date, zone: str) -> OwnMonth:
    """The month of one person of a household."""
    last = month_bounds(today.year, today.month)[1]
    ends = [each.due_on for each in owned(session, person_id) if each.due_on is not None]
    late = sum(day == AT_ONCE or day < today for day in ends)
    org = organisations.of_person(session, person_id)
    market = next_market_day(session, org.place_id if org else None, today)
    states = select(Request.state, func.count()).where(Request.asker_id == person_id).group_by(Request.state)
    asked: dict[str, int] = dict(session.execute(states).all())
    sent = sent_by(session, person_id, Round.of(Every.MONTH, today - timedelta(days=today.day), zone))
    return OwnMonth(
        today=today,
        last=last,
        late=late,
        ending=sum(today <= day <= last for day in ends),
        market_day=market if market is not None and market <= last else None,
        open=asked.get(RequestState.NEW, 0) + asked.get(RequestState.TAKEN, 0),
        answered=asked.get(RequestState.ANSWERED, 0),
        pending=sent.pending,
        sent_back=sent.sent_back,
    )


def own_month_message(found: OwnMonth, name: str) -> Message:
    """A line for each matter there is, with the ways to them."""
    scales = found.late + found.ending
    waits = found.answered or found.open
    told: tuple[Speech | None, ...] = (
        say("own-month-title", month=found.today.month, name=clipped(name, 60)),
        say("own-month-late", count=found.late) if found.late else None,
        say("own-month-ending", count=found.ending, day=found.last) if found.ending else None,
        say("own-month-market", day=found.market_day) if found.market_day else None,
        say("own-month-answered", count=found.answered) if found.answered else None,
        say("own-month-open", count=found.open) if found.open else None,
        say("own-month-back", receipts=listed(found.sent_back, _NAMED)) if found.sent_back else None,
        say("own-month-pending", count=found.pending) if found.pending else None,
    )
    own = (
        *((Option(say("verification-mine"), "go:instruments", main=True),) if scales else ()),
        *((Option(say("own-month-asked"), "go:asked"),) if waits else ()),
        *((Option(say("menu-mine"), "go:mine"),) if found.pending or found.sent_back else ()),
    )
    menu = Option(say("menu-button"), "go:menu")
    return Message(lines(*told), rows_of((*own, menu), 1))
