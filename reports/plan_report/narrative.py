"""What a report on a plan says in sentences: by section of the plan, each figure with its reference."""

from collections.abc import Iterable, Sequence

from core.indicators.progress import State, TargetProgress
from core.texts import Speech, lines, say
from reports.amounts import rounded, terms
from reports.decisions import short_reason
from reports.figures import side_figure
from reports.plan_page import group_of
from reports.plan_report.reading import PlanReport, TargetYear
from reports.plan_report.words import (
    LAGGING,
    estimate,
    expected,
    goal,
    point,
    reference,
    sentence,
    some,
    value,
)
from reports.states import standing

#: side figures named in a sentence
_SIDES = 3


def results(report: PlanReport, groups: Iterable[str]) -> list[tuple[str, list[Speech]]]:
    """The targets of these groups by the plan's sections: a paragraph each, one for all without a report."""
    by_section: dict[str, list[TargetYear]] = {}
    for each in shown(report, groups):
        by_section.setdefault(each.item.target.section, []).append(each)
    return [(section, _section(found, report)) for section, found in by_section.items()]


def _section(found: Sequence[TargetYear], report: PlanReport) -> list[Speech]:
    told = [target(each, report) for each in found if not _untouched(each)]
    rest = [each.item.target for each in found if _untouched(each)]
    names = [say("paper-nothing", name=one.name, code=reference(one.code)) for one in rest]
    return [*told, *([sentence(say("paper-nothing-yet"), some(names))] if names else [])]


def _untouched(each: TargetYear) -> bool:
    """Whether it is only followed, and nothing was reported of it."""
    item = each.item
    if item.goal is not None or item.missing or item.target.baseline is not None:
        return False
    return item.state in (State.NOT_NUMERIC, State.NO_DATA) and not each.reports and not item.value


def shown(report: PlanReport, groups: Iterable[str]) -> list[TargetYear]:
    """The targets of these groups, in the plan's order."""
    wanted = frozenset(groups)
    return [each for each in report.targets if group_of(each.item) in wanted]


def target(each: TargetYear, report: PlanReport) -> Speech:
    """One target: how it stands, what the year will come to, how it came about, what it is drawn from."""
    sides = [
        say(
            "paper-side",
            name=side.name,
            value=side_figure(side, measure, each.item.plan, report.moment.date),
        )
        for side, measure in each.sides[:_SIDES]
        if measure.value
    ]
    return lines(
        sentence(_standing(each.item, report.year), reference(each.item.target.code)),
        _estimate(each, report),
        _trend(each),
        sentence(lines(*sides, separator="; ")) if sides else None,
        say("paper-sources", reports=each.reports, evidence=each.evidence) if each.reports else None,
        _waiting(each.item),
        separator=" ",
    )


def _standing(item: TargetProgress, year: int) -> Speech:
    """The sentence of its state; a goal and what is expected by now are left out where there are none."""
    told, aim, wanted = value(item), goal(item, year), expected(item)
    key = standing(item)
    if item.state is State.NOT_APPLICABLE:
        reason = short_reason(item)
        return say("paper-not-applicable", name=item.target.name, reason=reason or "")
    if item.target.indicator is None and item.target.baseline is None:
        return say("paper-told", name=item.target.name, value=told)
    held = lines(
        None if told == say("progress-none") and aim else told,
        say("paper-needed", expected=wanted) if wanted else None,
        say("paper-against", goal=aim) if aim else None,
        separator=", ",
    )
    return say(f"paper-is-{key}", name=item.target.name, figure=held)


def _estimate(each: TargetYear, report: PlanReport) -> Speech | None:
    amount = estimate(each)
    if report.ended or amount is None or each.estimate == each.item.value:
        return None
    return say("paper-estimate", amount=amount)


def _trend(each: TargetYear) -> Speech | None:
    """What it was at the ends of quarters, where it changed; nothing where all are as now.

    Of quarters alike it is the last that tells most: until when it stayed so. Of those that are as now, the
    first: since when.
    """
    now = point(each.item)
    points = [(day, point(item)) for day, item in each.trend]
    if all(was == now for _, was in points):
        return None
    while len(points) > 1 and points[-1][1] == points[-2][1] == now:
        points.pop()
    last = [at for at, (_, was) in enumerate(points) if at + 1 == len(points) or was != points[at + 1][1]]
    told = [
        say("paper-point", day=f"{points[at][0].day}/{points[at][0].month}", value=points[at][1])
        for at in last
    ]
    return say("paper-trend", points=lines(*told, separator="; "))


def _waiting(item: TargetProgress) -> Speech | None:
    waits = item.measure.pending
    return say("paper-waiting", count=rounded(waits)) if waits > 0 else None


def ahead(report: PlanReport) -> list[Speech]:
    """What is left to do: the goals that lag, with what is missing to them."""
    lagging = [each for each in report.targets if each.item.state in LAGGING]
    lagging.sort(key=lambda each: each.item.state is State.BEHIND)
    return [_ahead(each, report.year) for each in lagging]


def _ahead(each: TargetYear, year: int) -> Speech:
    item, aim = each.item, goal(each.item, year)
    missing = None
    if item.expected is not None and item.value is not None and item.expected > item.value:
        missing = say("paper-short-by", amount=terms(item).amount(item.expected - item.value))
    return say(
        "paper-ahead",
        name=item.target.name,
        code=reference(item.target.code),
        rest=lines(missing, say("paper-against", goal=aim) if aim else None, separator=", "),
    )


def counted(report: PlanReport) -> Speech:
    """How many targets stand how, in the order in which they are told."""
    order: Sequence[str] = tuple(dict.fromkeys(standing(each.item) for each in report.targets))
    parts = [
        say(
            "paper-state-count",
            state=say(f"paper-state-{state}"),
            count=sum(standing(each.item) == state for each in report.targets),
        )
        for state in order
    ]
    return say("paper-counts", count=len(report.targets), states=lines(*parts, separator="; "))
