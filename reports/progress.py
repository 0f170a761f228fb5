"""How the targets of a tenant stand, in words: a line each, and what a report did to them."""

from datetime import date, datetime

from sqlalchemy.orm import Session

from core.catalogue import Catalogue
from core.catalogue.plans import Target
from core.indicators.facts import Moment
from core.indicators.goals import Band
from core.indicators.movement import Movement
from core.indicators.progress import State, TargetProgress, progress
from core.texts import Speech, lines, say
from reports.amounts import rounded, shape, terms
from reports.decisions import short_reason
from reports.figures import is_milestone, known_figure, value_words
from reports.goal_words import band_words
from reports.reading import read_figures
from reports.states import state_text

_DOT = " · "


def target_progress(
    session: Session, catalogue: Catalogue, tenant_code: str, as_of: Moment | datetime
) -> tuple[TargetProgress, ...]:
    """Every target of the tenant's plans, in the order of the plans.

    `as_of` is a moment now, of which the tenant's own day is taken; or, for a report of the past, the day it
    was for and its cut-off. Raises TiendoError when the database has no such tenant.
    """
    figures = read_figures(session, catalogue, tenant_code, as_of)
    return tuple(item for plan in figures.plans for item in figures.progress(plan))


def target_line(item: TargetProgress) -> Speech:
    """One target: name, figure, what was expected by now if that is missed, what waits, how it stands."""
    return say("progress-line", name=item.target.name, figure=_standing(item))


def coded_line(item: TargetProgress) -> Speech:
    """The same with the target's code, which its button shows."""
    target = item.target
    return lines(say("progress-coded-line", code=target.code, name=target.name), _standing(item))


def movement_line(movement: Movement, day: date) -> Speech:
    """What a fact did to one target: from what to what; or why it does not count."""
    target = movement.target
    if movement.reason is not None and not movement.moved:
        # what is let in stands among the reports behind the figure, though it adds nothing to it
        key = "progress-unmoved" if movement.distance else "progress-unchanged"
        return say(key, name=target.name, code=target.code, reason=movement.reason)
    before = progress(target, movement.plan, movement.before, day)
    after = progress(target, movement.plan, movement.after, day)
    was = before.value
    counted = was is not None and was != after.value and not is_milestone(after.measure, shape(after))
    key = "progress-moved-from" if counted else "progress-moved"
    if movement.reason is not None:
        key = "progress-left-from" if counted else "progress-left"
    return say(
        key,
        name=target.name,
        code=target.code,
        before=terms(before).bare(was) if was is not None else "",
        figure=_moved_to(after, target),
        reason=movement.reason or "",
    )


def needed(item: TargetProgress) -> Speech | None:
    """What is expected by now; not where the whole goal is, or where it is reached."""
    if item.expected is None or not item.expected or item.state is State.REACHED:
        return None
    how = terms(item)
    number = how.amount(item.expected) if how.percent else how.bare(item.expected)
    return say("progress-needed", expected=number)


def pending(item: TargetProgress) -> Speech | None:
    """What would be added if everything that waits were confirmed."""
    waits = item.measure.pending
    return say("progress-pending", count=rounded(waits)) if waits > 0 else None


def _moved_to(after: TargetProgress, target: Target) -> Speech:
    """Better than the period before or not: that period is not measured for a movement."""
    if any(goal.op == "increase" for goal in target.goals):
        return value_words(after)
    return lines(known_figure(after), _above(after), state_text(after), separator=_DOT)


def _standing(item: TargetProgress) -> Speech:
    """What does not apply has the reason in the place of its figure."""
    if item.state is State.NOT_APPLICABLE:
        return lines(state_text(item), short_reason(item), separator=": ")
    lags = item.state in (State.BEHIND, State.AT_RISK)
    expected = needed(item) if lags else None
    return lines(known_figure(item), expected, _above(item), pending(item), state_text(item), separator=_DOT)


def _above(item: TargetProgress) -> Speech | None:
    """That more than the range of a goal is no failure."""
    return band_words(item) if item.band is Band.ABOVE else None
