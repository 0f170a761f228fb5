"""When those in charge of a matter are reminded, when it goes up, and how late that is still worth doing."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated

from pydantic import Field

from core.catalogue.fact_types import Strict
from core.due.matters import Kind

Days = Annotated[int, Field(ge=0, le=120)]


class Policy(Strict):
    """Days before the last day on which those in charge are told, and days after it on which others are.

    `every`: after the last day those in charge are told again every so many days, at most `REPEATS` times.
    `late_days`: a reminder that was missed is sent so many days later at most, and counted as skipped after
    that; null: however late.
    """

    before: tuple[Days, ...] = ()
    manager_after: Days | None = None
    above_after: Days | None = None
    every: Annotated[int, Field(ge=1, le=60)] | None = None
    late_days: Days | None = None


#: what is never done is not told for ever
REPEATS = 6


class Reminders(Strict):
    """How people are reminded of what is due: `most_per_day` messages a person, of `shown` things each."""

    most_per_day: Annotated[int, Field(ge=1, le=4)] = 2
    shown: Annotated[int, Field(ge=1, le=10)] = 6
    kinds: Mapping[Kind, Policy] = Field(default_factory=lambda: dict(DEFAULTS))

    def of(self, kind: Kind) -> Policy:
        """The policy of a kind: the content's, or else the usual one."""
        return self.kinds.get(kind) or DEFAULTS[kind]


DEFAULTS: Mapping[Kind, Policy] = MappingProxyType(
    {
        Kind.DUTY: Policy(before=(30, 14, 7, 3, 1), manager_after=1, above_after=3),
        Kind.DATE: Policy(before=(7, 3, 1), manager_after=1, above_after=3),
        Kind.STEP: Policy(before=(7, 3, 1), manager_after=1, above_after=3, late_days=5),
        Kind.TASK: Policy(before=(30, 7, 1), manager_after=1, above_after=3, late_days=5),
        Kind.GOAL: Policy(before=(30, 7, 1), manager_after=1, above_after=3, late_days=10),
        Kind.REQUEST: Policy(before=(0,), manager_after=1, every=5, late_days=4),
        Kind.PENDING: Policy(before=(0,), every=5, late_days=4),
        Kind.INSTRUMENTS: Policy(before=(30, 7), late_days=5),
    }
)
