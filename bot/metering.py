"""Counts what a messenger's plan limits, and tells administrators before it runs out."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from bot.telling import tell_administrators
from core.quota import Plan, Usage, level
from core.texts import Texts, say
from storage.repositories import usage

#: how long the news is of use
_USEFUL = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Meter:
    """The meter of one channel. Its methods are called in the transaction of what they count."""

    channel: str
    plan: Plan
    texts: Texts

    def count(self, session: Session, now: datetime, *, sent: int = 0, received: int = 0) -> None:
        """So many messages more; administrators are told once of each level that is reached."""
        month = self.plan.month(now)
        usage.count(session, self.channel, month, sent=sent, received=received)
        used = usage.read(session, self.channel, month)
        of_messages = level(used.messages, self.plan.messages)
        of_people = level(used.people, self.plan.people)
        more_messages, more_people = usage.raised(session, self.channel, of_messages, of_people)
        if more_messages:
            self._tell_of_messages(session, used, of_messages, now)
        if more_people:
            told = say("quota-people", used=used.people, allowed=self.plan.people)
            tell_administrators(session, self.texts, told, now, _USEFUL)

    def _tell_of_messages(self, session: Session, used: Usage, reached: int, now: datetime) -> None:
        told = say("quota-messages", used=used.messages, allowed=self.plan.messages, level=f"at{reached}")
        tell_administrators(session, self.texts, told, now, _USEFUL)
