"""What conversations about summaries may ask to be done. Rounds are named by their codes (core.rounds)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ShowSummaryTargets:
    """The targets as a summary orders them, a page at a time: in words, or as a picture."""

    page: int = 0
    picture: bool = False


@dataclass(frozen=True, slots=True)
class ShowUnits:
    """Which units reported in a round, and which did not."""

    when: str


@dataclass(frozen=True, slots=True)
class ShowLateSteps:
    """The steps of tasks that are late, a page at a time."""

    page: int = 0


@dataclass(frozen=True, slots=True)
class ShowDifficulties:
    """The difficulties reported in a round."""

    when: str


@dataclass(frozen=True, slots=True)
class NudgeUnits:
    """Remind the units that reported nothing in the week; with a `unit` that one alone."""

    when: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class ShowOwnWeek:
    """What the person who asks sent in a round, and what it moved; the week that runs where none is named."""

    when: str = ""


SummaryEffect = ShowOwnWeek | ShowSummaryTargets | ShowUnits | ShowLateSteps | ShowDifficulties | NudgeUnits
