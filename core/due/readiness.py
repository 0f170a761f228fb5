"""How ready a unit is for the report on its plans: of all that should be there, how much is."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Readiness:
    """One unit: its targets and those with a figure; its steps begun and those not late; the last weeks and
    those in which it reported; reports of it that still wait for a decision.
    """

    unit: str
    targets: int
    with_figures: int
    steps: int
    steps_in_time: int
    weeks: int
    weeks_reported: int
    pending: int

    @property
    def checks(self) -> int:
        """How many things should be there; that nothing waits is one of them."""
        return self.targets + self.steps + self.weeks + 1

    @property
    def passed(self) -> int:
        return self.with_figures + self.steps_in_time + self.weeks_reported + (self.pending == 0)

    @property
    def score(self) -> int:
        """Percent, cut: 100 only where nothing is missing."""
        return 100 * self.passed // self.checks


def least_ready_first(units: tuple[Readiness, ...]) -> tuple[Readiness, ...]:
    """Those that need somebody first; alike ones stay in their order."""
    return tuple(sorted(units, key=lambda each: each.score))
