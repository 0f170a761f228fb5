"""What one fact does to the targets of its tenant: which it moves, by how much, and why not the others."""

from dataclasses import dataclass, replace

from core.catalogue import Catalogue
from core.catalogue.plans import Goal, Plan, Target
from core.indicators.evaluate import VALIDITY_MONTHS, Measure, measured, outcome
from core.indicators.facts import ChangedFacts, FactRow, Facts, Moment
from core.indicators.goals import term_on
from core.indicators.outcome import Scope
from core.indicators.parse import parse
from core.indicators.reasons import reason
from core.indicators.references import references
from core.indicators.rosters import ASSIGNMENT
from core.texts import Speech


@dataclass(frozen=True, slots=True)
class Movement:
    """One target that speaks of the fact's type. `reason` says why it does not move; None when it does.

    Both measures are of confirmed facts alone: their `pending` is not worked out.
    """

    plan: Plan
    target: Target
    before: Measure
    after: Measure
    goal: Goal | None
    reason: Speech | None

    @property
    def moved(self) -> bool:
        return self.reason is None


def movements(
    fact: FactRow, catalogue: Catalogue, tenant: str, facts: Facts, as_of: Moment
) -> tuple[Movement, ...]:
    """All targets of the tenant's plans that speak of the fact's type, those it moves first.

    `facts` may hold the fact already or not. A fact that still waits is taken as confirmed: `after` is then
    what will be.
    """
    sure = replace(
        fact,
        recorded_at=min(fact.recorded_at, as_of.cutoff),
        confirmed_at=min(fact.recorded_at, as_of.cutoff),
        ended_at=None,
    )
    found = [
        _movement(sure, plan, target, catalogue, facts, as_of)
        for plan in catalogue.plans_of(tenant)
        for target in plan.targets
        if fact.type in _read_by(target, catalogue)
    ]
    return tuple(sorted(found, key=lambda movement: not movement.moved))


def _movement(
    fact: FactRow, plan: Plan, target: Target, catalogue: Catalogue, facts: Facts, as_of: Moment
) -> Movement:
    expression = parse(target.indicator)
    others = ChangedFacts(facts, without=fact.id)
    scope = Scope(others, catalogue, as_of, plan.starts, VALIDITY_MONTHS)
    before = measured(outcome(expression, scope))
    after = measured(outcome(expression, replace(scope, facts=ChangedFacts(others, plus=(fact,)))))
    why = None
    if _figures(before) == _figures(after):
        why = reason(expression, fact, scope)
    term = term_on(target, plan, as_of.date)
    return Movement(plan, target, before, after, term.goal if term else None, why)


def _read_by(target: Target, catalogue: Catalogue) -> frozenset[str]:
    """The fact types a target's figure hangs on, assignments included where they make a roster."""
    named = references(parse(target.indicator))
    rosters = (catalogue.rosters.get(code) for code in named.rosters)
    if any(roster is not None and roster.duty is not None for roster in rosters):
        return named.fact_types | {ASSIGNMENT}
    return named.fact_types


def _figures(measure: Measure) -> tuple[object, ...]:
    return measure.value, measure.numerator, measure.denominator, measure.stage, measure.share
