"""What a messenger's plan allows, how much of it is used up, and what gives way when it runs short."""

from dataclasses import dataclass
from datetime import datetime

from core.periods import local_date

#: why a message was dropped that gives way to replies
LEFT_OUT = "left out: the month's messages are kept for replies"

#: percent of what the plan allows at which administrators are told; at the first, reminders become fewer, at
#: the second they end
LEVELS = (80, 95)
_FEWER, _NONE = LEVELS


@dataclass(frozen=True, slots=True)
class Plan:
    """How many people a messenger serves, and how many messages in a month of its zone; 0 means no limit."""

    people: int = 0
    messages: int = 0
    zone: str = "Asia/Ho_Chi_Minh"

    def month(self, now: datetime) -> str:
        """The month whose messages count now: "2026-05"."""
        return f"{local_date(now, self.zone):%Y-%m}"


@dataclass(frozen=True, slots=True)
class Usage:
    """What has been used: people for good, messages of one month."""

    people: int = 0
    sent: int = 0
    received: int = 0

    @property
    def messages(self) -> int:
        """What counts against the plan.

        Open question: whether what people send counts too. It is counted here: who is told too early can do
        something about it, who runs out can not.
        """
        return self.sent + self.received


def level(used: int, allowed: int) -> int:
    """The highest of LEVELS that is reached, in percent; 0 before the first, and where nothing is limited."""
    if allowed <= 0:
        return 0
    return max((percent for percent in LEVELS if used * 100 >= percent * allowed), default=0)


def gives_way(plan: Plan, usage: Usage, person: int, now: datetime) -> bool:
    """Whether a reminder to this person is left out, so that messages are left for replies.

    Beyond the first level everybody is reminded every other week, beyond the second nobody is.
    """
    reached = level(usage.messages, plan.messages)
    if reached < _FEWER:
        return False
    weeks = local_date(now, plan.zone).toordinal() // 7
    return reached >= _NONE or (person + weeks) % 2 == 1
