"""The weekly summary for managers: how the targets stand, what came in this week, what waits for them."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy.orm import Session

from core.catalogue import Catalogue
from core.errors import ContentError
from core.indicators.progress import State, TargetProgress
from core.messages import Button, Outbound
from core.texts import Label, Speech, Text, Texts, lines, say
from core.week import Week
from reports.people import clipped, listed
from reports.progress import target_line, target_progress
from storage.queries.weekly import TenantFound, WeekActivity, find_tenant, week_activity

#: of two lines each; more are not read on a phone, and the rest is one tap away
MOST_TARGETS = 6
#: the shortest limit among the messengers
MOST_CHARACTERS = 2000

#: those who need somebody come first
_ORDER = (
    State.AT_RISK,
    State.BEHIND,
    State.ON_TRACK,
    State.REACHED,
    State.NO_DATA,
    State.NOT_NUMERIC,
)
_COUNTED: dict[str, tuple[State, ...]] = {
    "summary-good": (State.REACHED, State.ON_TRACK),
    "summary-behind": (State.BEHIND,),
    "summary-at-risk": (State.AT_RISK,),
    "summary-no-data": (State.NO_DATA,),
    "summary-followed": (State.NOT_NUMERIC,),
}


@dataclass(frozen=True, slots=True)
class WeekFigures:
    """All a summary tells, read once and then put into words for each manager."""

    tenant: TenantFound
    week: Week
    progress: tuple[TargetProgress, ...]
    activity: WeekActivity


def read_week(session: Session, catalogue: Catalogue, tenant_code: str, now: datetime) -> WeekFigures:
    """The figures of the week `now` is in, where the tenant is. Raises ContentError for an unknown tenant."""
    tenant = find_tenant(session, tenant_code)
    if tenant is None:
        raise ContentError(f"there is no tenant {tenant_code!r} in the database")
    week = Week.of(now, tenant.zone)
    progress = target_progress(session, catalogue, tenant_code, now)
    return WeekFigures(tenant, week, urgent_first(progress), week_activity(session, tenant.id, week))


def urgent_first(progress: tuple[TargetProgress, ...]) -> tuple[TargetProgress, ...]:
    """Targets in the order in which they need somebody; alike ones stay in the plans' order."""
    return tuple(sorted(progress, key=lambda item: _ORDER.index(item.state)))


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
        _targets(figures.progress, shown),
        _activity(figures.activity, catalogue),
        separator="\n\n",
    )


def week_named(week: Week) -> Text:
    """`Week 20 (11/5-17/5)`."""
    return say("summary-week", number=week.number, **_days(week))


def short_line(item: TargetProgress) -> Speech:
    """A target in short, its name cut to fit a phone."""
    name = Label(vi=clipped(item.target.name.vi, 70), en=clipped(item.target.name.en, 70))
    return target_line(replace(item, target=item.target.model_copy(update={"name": name})))


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


def _targets(progress: tuple[TargetProgress, ...], shown: int) -> Speech | None:
    rest = len(progress) - shown
    more = say("summary-more-targets", count=rest) if rest > 0 else None
    return lines(*(short_line(item) for item in progress[:shown]), more) if progress else None


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
