"""A summary in words: a heading and at most five lines, each left out where it has nothing to tell."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import timedelta

from core.catalogue import Catalogue
from core.indicators.progress import State, TargetProgress
from core.periods import local_date
from core.round_words import round_named
from core.rounds import Every
from core.texts import Speech, lines, say
from reports.figures import known_figure
from reports.people import clipped, listed, short
from reports.progress import target_line
from reports.states import standing
from reports.summary.reading import EXPIRING_DAYS, Summary, is_goal
from storage.queries.weekly import Activity

#: a summary of days that were over longer ago tells nothing of what is due next
_LATELY = timedelta(days=31)
#: targets named in one line
MOST_TARGETS = 3
#: letters of a unit's name where many are named, and where so few are that whole names fit
_SHORT_NAME, _LONG_NAME, _FEW_UNITS = 30, 80, 3
_DOT = " · "
#: as the page of each plan counts them, so that the two agree; what is told in words or past is left out
_COUNTED: dict[str, tuple[str, ...]] = {
    "summary-reached": ("reached", "kept"),
    "summary-good": ("on-track",),
    "summary-behind": ("behind",),
    "summary-at-risk": ("at-risk", "over"),
    "summary-no-data": ("no-data",),
    "summary-followed": ("not-numeric",),
    "summary-not-applicable": ("not-applicable",),
}


def summary_text(summary: Summary, most: int, *, public: bool = False) -> Speech:
    """The summary in words; each line names at most so many kinds of report and units.

    A `public` one is read by many: no unit is named that did not report, nor what waits for one reader.
    """
    catalogue = summary.figures.catalogue
    return lines(
        summary_title(summary),
        counts(summary.targets),
        _targets(summary),
        reports_line(summary.activity, catalogue, summary.round.every, most),
        _silent(summary, 0 if public else most),
        waiting_line(summary, public=public),
        _deadline(summary),
    )


def summary_title(summary: Summary) -> Speech:
    """Of which time and which tenant."""
    return say("summary-title", time=round_named(summary.round), tenant=clipped(summary.tenant.name, 60))


def short_line(item: TargetProgress) -> Speech:
    """A target in short, its name cut to fit a phone."""
    return target_line(shortened(item, 70))


def shortened(item: TargetProgress, most: int) -> TargetProgress:
    """The same with its name in at most so many characters."""
    name = short(item.target.name, most)
    return replace(item, target=item.target.model_copy(update={"name": name}))


def counts(progress: Iterable[TargetProgress]) -> Speech | None:
    """How many targets stand how, in one line."""
    stand = Counter(standing(item) for item in progress)
    totals = {key: sum(stand[each] for each in group) for key, group in _COUNTED.items()}
    parts = [say(key, count=total) for key, total in totals.items() if total]
    return lines(*parts, separator=_DOT) if parts else None


def _targets(summary: Summary) -> Speech | None:
    """What needs somebody, goals first; or else goals behind, or duties; and what was reached."""
    if not summary.targets:
        return None
    worst = worst_of(summary)
    newly = _named("summary-newly", summary.newly)
    if not worst:
        return lines(say("summary-none-behind"), newly)
    key = "summary-needs" if worst[0].state is State.AT_RISK else "summary-slow"
    return lines(_named(key, worst), newly)


def worst_of(summary: Summary) -> list[TargetProgress]:
    """Those that need somebody; or else goals behind, or duties."""
    behind = [each for each in summary.targets if each.state is State.BEHIND]
    return [each for each in summary.targets if each.state is State.AT_RISK] or (
        [each for each in behind if is_goal(each)] or behind
    )


def _named(key: str, items: Sequence[TargetProgress]) -> Speech | None:
    """Names with figures. They may hold commas, and are too long to be put into a text."""
    if not items:
        return None
    named = [
        lines(short(each.target.name, 60), known_figure(each), separator=": ")
        for each in items[:MOST_TARGETS]
    ]
    rest = len(items) - MOST_TARGETS
    more = say("summary-others-more", count=rest) if rest > 0 else None
    return lines(say(key), lines(lines(*named, separator="; "), more, separator=" "), separator=" ")


def reports_line(activity: Activity, catalogue: Catalogue, every: Every, most: int) -> Speech:
    """How many reports came in, by kind."""
    total = sum(kind.reports for kind in activity.kinds)
    if not total:
        return say("summary-no-reports", every=every)
    named = []
    for kind in activity.kinds:
        known = catalogue.fact_types.get(kind.kind)
        label = known.label if known else clipped(kind.kind)
        named.append(say("summary-kind", kind=label, count=kind.reports))
    return say("summary-reports", every=every, count=total, kinds=listed(named, most))


def _silent(summary: Summary, most: int) -> Speech | None:
    """Units report every week: of one day nobody is called silent. With `most` 0 they are counted."""
    activity = summary.activity
    if summary.round.every is Every.DAY:
        return None
    if activity.silent and not most:
        return say("summary-silent-units", count=len(activity.silent))
    if activity.silent:
        longest = _SHORT_NAME if len(activity.silent) > _FEW_UNITS else _LONG_NAME
        names = [clipped(unit.name, longest) for unit in activity.silent]
        told = say("summary-silent", units=listed(names, most))
        unmanned = len({unit.code for unit in activity.silent} - summary.reachable.manned)
        return (
            lines(told, say("summary-without-people", count=unmanned), separator=" · ") if unmanned else told
        )
    return say("summary-none-silent") if any(unit.name for unit in activity.units) else None


def waiting_line(summary: Summary, *, public: bool = False) -> Speech | None:
    """What waits for the reader, unless that is the `public`, and what else is late or about to be."""
    activity, waiting = summary.activity, summary.waiting
    decide = [
        say("summary-pending", count=activity.pending) if activity.pending else None,
        say("summary-newcomers", count=activity.newcomers) if activity.newcomers else None,
    ]
    late = waiting.late_requests
    parts = [
        say("summary-waiting", what=lines(*decide, separator=", ")) if any(decide) and not public else None,
        say("summary-requests", count=waiting.requests, late=late) if waiting.requests else None,
        say("summary-late-steps", count=len(waiting.late_steps)) if waiting.late_steps else None,
        say("summary-expiring", count=waiting.expiring, days=EXPIRING_DAYS) if waiting.expiring else None,
        say("summary-difficulties", count=summary.difficulties) if summary.difficulties else None,
    ]
    return lines(*parts, separator=_DOT) if any(parts) else None


def _deadline(summary: Summary) -> Speech | None:
    """The report that is due next, in days from today: said where the summary is of these days."""
    unsent, today = summary.waiting.unsent, local_date(summary.moment.cutoff, summary.tenant.zone)
    if not unsent or summary.round.last + _LATELY < today:
        return None
    found = unsent[0]
    others = sum(each.due < today for each in unsent[1:])
    left, last = (found.due - today).days, f"{found.due.day}/{found.due.month}"
    key = "summary-deadline" if left >= 0 else "summary-overdue"
    name = short(found.duty.name, 60)
    told = say(key, days=abs(left), name=name, plan=found.plan.code, last=last)
    more = say("summary-overdue-more", count=others) if others else None
    return lines(told, more, separator=_DOT)
