"""How the targets of a tenant stand, in words: a line each, a page of one, what a report did to them."""

from collections import Counter
from collections.abc import Collection, Iterable
from datetime import date, datetime
from decimal import Decimal

from sqlalchemy.orm import Session

from core.catalogue import Catalogue
from core.catalogue.plans import Goal
from core.indicators.expression import Aggregate, Aggregation
from core.indicators.facts import Moment
from core.indicators.movement import Movement
from core.indicators.parse import parse
from core.indicators.progress import State, TargetProgress, assess, progress
from core.indicators.references import leaves
from core.indicators.values import number_in
from core.periods import local_date
from core.texts import Speech, lines, say
from reports.figures import figure, rounded
from storage.queries.progress import tenant_facts
from storage.queries.visible import FactShown

#: facts a page lists; the others are counted
_LISTED = 10
_DOT = " · "

_STATES = {
    State.REACHED: "progress-state-reached",
    State.ON_TRACK: "progress-state-on-track",
    State.BEHIND: "progress-state-behind",
    State.AT_RISK: "progress-state-at-risk",
    State.NO_DATA: "progress-state-no-data",
    State.NOT_NUMERIC: "progress-state-not-numeric",
}


def target_progress(
    session: Session, catalogue: Catalogue, tenant_code: str, as_of: Moment | datetime
) -> tuple[TargetProgress, ...]:
    """Every target of the tenant's plans, in the order of the plans.

    `as_of` is a moment now, of which the tenant's own day is taken; or, for a report of the past, the day it
    was for and its cut-off. Raises TiendoError when the database has no such tenant.
    """
    facts = tenant_facts(session, catalogue, tenant_code)
    moment = as_of if isinstance(as_of, Moment) else moment_in(catalogue, tenant_code, as_of)
    return tuple(
        assess(plan, target, facts, catalogue, moment)
        for plan in catalogue.plans_of(tenant_code)
        for target in plan.targets
    )


def moment_in(catalogue: Catalogue, tenant_code: str, now: datetime) -> Moment:
    """Now, as figures take it: everything recorded so far, on the day it is where the tenant is."""
    return Moment(local_date(now, catalogue.tenants[tenant_code].timezone), now)


def state_text(state: State) -> Speech:
    """The state as a symbol and a word."""
    return say(_STATES[state])


def target_line(item: TargetProgress) -> Speech:
    """One target: name, figure, what was expected by now if that is missed, what waits, how it stands."""
    head = say("progress-line", name=item.target.name, figure=figure(item))
    needed = _needed(item) if item.state in (State.BEHIND, State.AT_RISK) else None
    return lines(head, needed, _pending(item), state_text(item.state), separator=_DOT)


def states_line(items: Iterable[TargetProgress]) -> Speech:
    """How many targets stand how; states without a target are left out."""
    counted = Counter(item.state for item in items)
    parts = (
        say("progress-state-count", state=state_text(state), count=Decimal(counted[state]))
        for state in State
        if counted[state]
    )
    return lines(*parts, separator=_DOT)


def target_page(item: TargetProgress, catalogue: Catalogue, facts: Collection[FactShown]) -> Speech:
    """One target with value, goal, pace, notes, and the facts behind it that the reader may see."""
    target = item.target
    return lines(
        say("progress-title", code=target.code, name=target.name),
        say("progress-plan", plan=item.plan.title, section=target.section),
        lines(figure(item), state_text(item.state), separator=_DOT),
        _goal(item),
        lines(_needed(item), _forecast(item), separator=_DOT),
        _pending(item),
        say("progress-conditional", condition=target.conditional) if target.conditional else None,
        say("progress-note", note=target.note) if target.note else None,
        *_fact_lines(item, catalogue, facts),
    )


def movement_line(movement: Movement, day: date) -> Speech:
    """What a fact did to one target: from what to what; or why it does not count."""
    target = movement.target
    after = progress(target, movement.plan, movement.after, day)
    if movement.reason is not None:
        return say("progress-unmoved", name=target.name, code=target.code, reason=movement.reason)
    before = progress(target, movement.plan, movement.before, day)
    was, now = before.value, after.value
    counted = before.measure.share is None and was is not None and was != now
    return say(
        "progress-moved-from" if counted else "progress-moved",
        name=target.name,
        code=target.code,
        before=rounded(was or Decimal(0)),
        figure=figure(after),
        state=state_text(after.state),
    )


def _needed(item: TargetProgress) -> Speech | None:
    """What is expected by now; not where the whole goal is, or where it is reached."""
    if item.expected is None or not item.expected or item.state is State.REACHED:
        return None
    if item.goal is not None and item.goal.percent:
        return say("progress-needed-percent", expected=rounded(item.expected))
    return say("progress-needed", expected=rounded(item.expected))


def _pending(item: TargetProgress) -> Speech | None:
    waits = item.measure.pending
    return say("progress-pending", count=rounded(waits)) if waits > 0 else None


def _forecast(item: TargetProgress) -> Speech | None:
    if item.forecast is None or item.state is State.REACHED:
        return None
    percent = item.goal is not None and item.goal.percent
    key = "progress-forecast-percent" if percent else "progress-forecast"
    return say(key, value=rounded(item.forecast), unit=item.target.unit)


def _goal(item: TargetProgress) -> Speech | None:
    if item.goal is None:
        return None
    due = say("progress-due", date=item.due) if item.due else None
    return lines(say("progress-goal", goal=_goal_text(item, item.goal)), due, separator=_DOT)


def _goal_text(item: TargetProgress, goal: Goal) -> Speech:
    if goal.op == "increase" or goal.value is None:
        return say("progress-goal-increase")
    if item.measure.share is not None:
        return say("progress-goal-done")
    bound = Decimal(str(goal.value))
    if goal.percent:
        return say("progress-percent", value=bound)
    key = "progress-goal-over" if goal.op == ">" else "progress-goal-least"
    return say(key, value=bound, unit=item.target.unit)


def _fact_lines(item: TargetProgress, catalogue: Catalogue, facts: Collection[FactShown]) -> list[Speech]:
    behind = [fact for fact in facts if fact.id in item.measure.facts]
    total = len(item.measure.facts)
    if not total:
        return [say("progress-facts-none")]
    shown = [_fact_line(item, catalogue, fact) for fact in behind[:_LISTED]]
    rest = total - len(shown)
    more = [say("progress-facts-more", count=rest)] if rest else []
    return [say("progress-facts", count=total), *shown, *more]


def _fact_line(item: TargetProgress, catalogue: Catalogue, fact: FactShown) -> Speech:
    kind = catalogue.fact_types.get(fact.type)
    amount = _contribution(item, fact)
    parts = (
        fact.receipt,
        fact.occurred_from,
        kind.label if kind else fact.type,
        fact.place_name,
        say("progress-amount-alone", value=amount, unit=item.target.unit) if amount else None,
    )
    words = (say("progress-date", date=part) if isinstance(part, date) else part for part in parts)
    return say("progress-fact", fact=lines(*words, separator=_DOT))


def _contribution(item: TargetProgress, fact: FactShown) -> Decimal | None:
    """What a fact adds to a sum; nothing for other figures."""
    for leaf in leaves(parse(item.target.indicator)):
        if isinstance(leaf, Aggregate) and leaf.kind is Aggregation.SUM and leaf.source.type == fact.type:
            return number_in(fact.fields, leaf.source.field or "", leaf.source.options)
    return None
