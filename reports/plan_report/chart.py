"""The bars of a report on a plan: the targets that have a number to reach, against their pace."""

from collections.abc import Sequence

from reports.bars import draw_bars, drawable
from reports.plan_page import in_groups
from reports.plan_report.reading import PlanReport, TargetYear
from reports.plan_report.words import Words
from reports.progress import coded_line

#: bars in one picture of a page
PAGE = 12


def charted(report: PlanReport) -> list[TargetYear]:
    """The targets that can be drawn, goals before duties."""
    by_code = {each.item.target.code: each for each in report.targets}
    ordered = in_groups(tuple(each.item for each in report.targets))
    return [by_code[item.target.code] for item in ordered if drawable(item)]


def chart(report: PlanReport, bars: Sequence[TargetYear], words: Words, *, titled: bool = True) -> bytes:
    """The picture as PNG (reports.bars)."""
    title = words.say("paper-chart-heading", plan=report.plan.code, day=report.moment.date)
    return draw_bars([each.item for each in bars], words, title if titled else None)


def twin(bars: Sequence[TargetYear], words: Words) -> str:
    """What the picture shows, in words: for whoever cannot see it."""
    return "\n".join(words(coded_line(each.item)) for each in bars) or words.say("paper-chart-empty")
