"""The weekly summary for managers: how the targets stand, what came in this week, what waits for them."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from core.catalogue import Catalogue
from core.errors import ContentError
from core.indicators.facts import Moment
from core.indicators.progress import State, TargetProgress
from core.messages import Button, Outbound
from core.texts import Speech, Text, Texts, lines, say
from core.week import Week
from reports.people import clipped, listed, short
from reports.plan_page import GROUPS
from reports.progress import target_line
from reports.reading import Figures, read_figures
from storage.queries.weekly import TenantFound, WeekActivity, find_tenant, week_activity

#: of two lines each; more are not read on a phone, and the rest is one tap away
MOST_TARGETS = 6
#: targets without lines of their own that are named because they need somebody
MOST_URGENT = 3
#: the shortest limit among the messengers
MOST_CHARACTERS = 2000

_LAGGING = (State.AT_RISK, State.BEHIND)
#: those who need somebody come first, states that are not named here last
_ORDER = {
    state: place
    for place, state in enumerate(
        (*_LAGGING, State.ON_TRACK, State.REACHED, State.NO_DATA, State.NOT_NUMERIC)
    )
}
_COUNTED: dict[str, tuple[State, ...]] = {
    "summary-good": (State.REACHED, State.ON_TRACK),
    "summary-behind": (State.BEHIND,),
    "summary-at-risk": (State.AT_RISK,),
    "summary-no-data": (State.NO_DATA,),
    "summary-followed": (State.NOT_NUMERIC,),
    "summary-not-applicable": (State.NOT_APPLICABLE,),
}


@dataclass(frozen=True, slots=True)
class WeekFigures:
    """All a summary tells, read once and then put into words for each manager."""

    tenant: TenantFound
    week: Week
    #: all targets, those that need somebody first
    progress: tuple[TargetProgress, ...]
    #: those that are named, in the same order; the others are counted
    named: tuple[TargetProgress, ...]
    activity: WeekActivity


def read_week(session: Session, catalogue: Catalogue, tenant_code: str, now: datetime) -> WeekFigures:
    """The figures of the week `now` is in, where the tenant is. Raises ContentError for an unknown tenant."""
    tenant = find_tenant(session, tenant_code)
    if tenant is None:
        raise ContentError(f"there is no tenant {tenant_code!r} in the database")
    week = Week.of(now, tenant.zone)
    figures = read_figures(session, catalogue, tenant_code, now)
    progress = urgent_first(tuple(item for plan in figures.plans for item in figures.progress(plan)))
    named = _named(progress, figures, week)
    return WeekFigures(tenant, week, progress, named, week_activity(session, tenant.id, week))


def urgent_first(progress: tuple[TargetProgress, ...]) -> tuple[TargetProgress, ...]:
    """Targets in the order in which they need somebody; alike ones stay in the plans' order."""
    return tuple(sorted(progress, key=lambda item: _ORDER.get(item.state, len(_ORDER))))


def lagging(progress: tuple[TargetProgress, ...]) -> tuple[TargetProgress, ...]:
    """The explicit goals that are not in step. Of few targets all that are not, whatever their kind."""
    few = len(progress) <= MOST_TARGETS
    return tuple(item for item in progress if item.state in _LAGGING and (few or _is_goal(item)))


def weekly_summary(session: Session, catalogue: Catalogue, tenant_code: str, now: datetime) -> Speech:
    """The summary of the week so far, naming at most `MOST_TARGETS` targets."""
    return summary_text(read_week(session, catalogue, tenant_code, now), catalogue)


def weekly_message(figures: WeekFigures, catalogue: Catalogue, texts: Texts, locale: str) -> Outbound:
    """The summary as a message with its buttons; it names fewer targets where it would get too long."""
    for shown in range(MOST_TARGETS, -1, -1):
        text = texts.render(summary_text(figures, catalogue, shown), locale)
        if len(text) <= MOST_CHARACTERS:
            break
    rows = tuple(
        (Button(texts.render(label, locale), token, main),) for label, token, main in _choices(figures)
    )
    return Outbound(text, rows)


def summary_text(figures: WeekFigures, catalogue: Catalogue, shown: int = MOST_TARGETS) -> Speech:
    """The summary in words, naming at most `shown` targets."""
    title = say(
        "summary-title",
        number=figures.week.number,
        tenant=clipped(figures.tenant.name, 60),
        **_days(figures.week),
    )
    return lines(
        lines(title, _counts(figures.progress)),
        _targets(figures, shown),
        _activity(figures.activity, catalogue),
        separator="\n\n",
    )


def week_named(week: Week) -> Text:
    """`Week 20 (11/5-17/5)`."""
    return say("summary-week", number=week.number, **_days(week))


def short_line(item: TargetProgress) -> Speech:
    """A target in short, its name cut to fit a phone."""
    name = short(item.target.name, 70)
    return target_line(replace(item, target=item.target.model_copy(update={"name": name})))


def _named(progress: tuple[TargetProgress, ...], figures: Figures, week: Week) -> tuple[TargetProgress, ...]:
    """Goals that are not in step and those reached this week; of few targets every one."""
    if len(progress) <= MOST_TARGETS:
        return progress
    before = figures.at(Moment(week.monday - timedelta(days=1), week.starts))
    late = lagging(progress)
    return (*late, *(item for item in progress if _newly_reached(item, before)))


def _newly_reached(item: TargetProgress, before: Figures) -> bool:
    """Whether a goal is reached that was not last week. A ceiling is kept all the time."""
    if item.state is not State.REACHED or not _is_goal(item) or item.goal is None or item.goal.op == "<=":
        return False
    was = before.target(item.target.code)
    return was is None or before.stands(*was).state is not State.REACHED


def _is_goal(item: TargetProgress) -> bool:
    return item.goal is not None and item.target.kind in GROUPS["goals"]


def _days(week: Week) -> dict[str, str]:
    return {
        "first": f"{week.monday.day}/{week.monday.month}",
        "last": f"{week.sunday.day}/{week.sunday.month}",
    }


def _counts(progress: tuple[TargetProgress, ...]) -> Speech | None:
    states = Counter(item.state for item in progress)
    totals = {key: sum(states[state] for state in group) for key, group in _COUNTED.items()}
    parts = [say(key, count=total) for key, total in totals.items() if total]
    return lines(*parts, separator=" · ") if parts else None


def _targets(figures: WeekFigures, shown: int) -> Speech | None:
    """At most `shown` of the targets to be named, and how many others there are.

    What is not named in lines of its own but needs somebody is named in one line, whatever its kind. How
    all of them stand is counted in the heading.
    """
    named = figures.named[:shown]
    codes = {item.target.code for item in named}
    rest = tuple(item for item in figures.progress if item.target.code not in codes)
    urgent = _urgent(rest)
    if not named:
        lags = any(item.state in _LAGGING for item in figures.progress)
        return urgent if lags or not figures.progress else say("summary-none-behind")
    more = say("summary-more-targets", count=len(rest)) if rest else None
    return lines(*(short_line(item) for item in named), urgent, more)


def _urgent(targets: tuple[TargetProgress, ...]) -> Speech | None:
    names = [short(item.target.name, 60) for item in targets if item.state is State.AT_RISK]
    # names of targets may hold commas
    return say("summary-urgent", names=listed(names, MOST_URGENT, "; ")) if names else None


def _activity(activity: WeekActivity, catalogue: Catalogue) -> Speech:
    return lines(
        _reports(activity, catalogue),
        say("summary-reported", units=_units(activity)) if activity.units else None,
        _silent(activity),
        _waiting(activity),
    )


def _reports(activity: WeekActivity, catalogue: Catalogue) -> Speech:
    total = sum(kind.reports for kind in activity.kinds)
    if not total:
        return say("summary-no-reports")
    named = []
    for kind in activity.kinds:
        known = catalogue.fact_types.get(kind.kind)
        label = known.label if known else clipped(kind.kind)
        named.append(say("summary-kind", kind=label, count=kind.reports))
    return say("summary-reports", count=total, kinds=listed(named))


def _units(activity: WeekActivity) -> Speech:
    return listed(
        [
            say(
                "summary-unit",
                unit=clipped(unit.name) if unit.name else say("summary-no-unit"),
                count=unit.reports,
            )
            for unit in activity.units
        ]
    )


def _silent(activity: WeekActivity) -> Speech | None:
    if activity.silent:
        return say("summary-silent", units=listed([clipped(unit.name, 30) for unit in activity.silent], 12))
    return say("summary-none-silent") if any(unit.name for unit in activity.units) else None


def _waiting(activity: WeekActivity) -> Speech | None:
    parts = [
        say("summary-pending", count=activity.pending) if activity.pending else None,
        say("summary-newcomers", count=activity.newcomers) if activity.newcomers else None,
    ]
    return say("summary-waiting", what=lines(*parts, separator=", ")) if any(parts) else None


def _choices(figures: WeekFigures) -> list[tuple[Text, str, bool]]:
    activity = figures.activity
    choices = [(say("summary-button-targets"), "+go:progress", True)]
    if activity.pending:
        choices.append((say("summary-button-pending", count=activity.pending), "+go:pending", False))
    if activity.newcomers:
        choices.append((say("summary-button-members", count=activity.newcomers), "+go:members", False))
    return choices
