"""What one fact does to the targets of its tenant: which it moves, by how much, and why not the others."""

from dataclasses import dataclass, replace

from core.catalogue import Catalogue
from core.catalogue.plans import Goal, Plan, Target
from core.indicators.evaluate import Measure, measured, outcome
from core.indicators.expression import Expression
from core.indicators.facts import ChangedFacts, FactRow, Facts, Moment
from core.indicators.goals import term_on
from core.indicators.nearness import NEAR, distance, tells
from core.indicators.outcome import Scope
from core.indicators.parameters import expression_of
from core.indicators.reasons import reason
from core.indicators.references import atoms, leaves, references, sources
from core.indicators.rosters import ASSIGNMENT
from core.indicators.told import Told
from core.texts import Speech

_UNMEASURED = Measure(None)


@dataclass(frozen=True, slots=True)
class Movement:
    """One target that speaks of the fact's type. `reason` says why it does not count; None when it does.

    Both measures are of confirmed facts alone: their `pending` is not worked out. Both are empty where the
    fact meets no condition of the target, so that nothing had to be measured.
    """

    plan: Plan
    target: Target
    before: Measure
    after: Measure
    goal: Goal | None
    reason: Speech | None
    #: how far it is from counting: 0 where it is let in and changes nothing
    distance: float = 0

    @property
    def near(self) -> bool:
        """Whether it is worth telling why it does not count, beside targets it moves."""
        return self.reason is not None and self.distance <= NEAR and tells(self.target)

    @property
    def moved(self) -> bool:
        """Whether the figure is another one: also where a correction no longer counts."""
        return self.reason is None or _figures(self.before) != _figures(self.after)


def movements(
    fact: FactRow,
    catalogue: Catalogue,
    tenant: str,
    facts: Facts,
    as_of: Moment,
    *,
    kind: str | None = None,
) -> tuple[Movement, ...]:
    """All targets of the tenant's plans that speak of the fact's type, those it moves first, then
    those it is nearest to.

    `facts` may hold the fact already or not. A fact that still waits is taken as confirmed: `after` is then
    what will be. With `kind`, only targets of that kind.
    """
    scope = Scope(ChangedFacts(facts, without=fact.id), catalogue, as_of, None)
    return _found(fact, None, _targets(catalogue, tenant, kind), scope)


def corrections(
    fact: FactRow, replaced: FactRow, catalogue: Catalogue, tenant: str, facts: Facts, as_of: Moment
) -> tuple[Movement, ...]:
    """The same of a fact that corrects another, which `facts` holds no longer: where that one counted,
    `before` is with it."""
    scope = Scope(ChangedFacts(facts, without=fact.id), catalogue, as_of, None)
    was = replaced if replaced.confirmed_at is not None else None
    return _found(fact, was, _targets(catalogue, tenant, None), scope)


def _targets(catalogue: Catalogue, tenant: str, kind: str | None) -> list[tuple[Plan, Target]]:
    plans = catalogue.plans_of(tenant)
    return [(plan, target) for plan in plans for target in plan.targets if kind in (None, target.kind)]


def _found(
    fact: FactRow, replaced: FactRow | None, targets: list[tuple[Plan, Target]], scope: Scope
) -> tuple[Movement, ...]:
    """What the fact does to those of the targets that speak of its type."""
    as_of = scope.as_of
    sure, was = _standing(fact, as_of), _standing(replaced, as_of) if replaced else None
    found = [
        _movement(sure, was, (plan, target), expression, replace(scope, plan=plan))
        for plan, target in targets
        if (expression := expression_of(target, plan, as_of.date)) is not None
        and fact.type in _read_by(expression, scope.catalogue)
    ]
    return tuple(sorted(found, key=lambda movement: (not movement.moved, movement.distance)))


def _standing(fact: FactRow, as_of: Moment) -> FactRow:
    """The fact as one that counts."""
    at = min(fact.recorded_at, as_of.cutoff)
    return replace(fact, recorded_at=at, confirmed_at=at, ended_at=None)


def _movement(
    fact: FactRow,
    was: FactRow | None,
    of: tuple[Plan, Target],
    expression: Expression,
    scope: Scope,
) -> Movement:
    """`scope` holds the other facts."""
    plan, target = of
    term = term_on(target, plan, scope.as_of.date)
    goal = term.goal if term else None
    if not any(_may_move(expression, each, scope) for each in (fact, was) if each):
        why, far = reason(expression, fact, scope), distance(expression, Told(fact, scope))
        return Movement(plan, target, _UNMEASURED, _UNMEASURED, goal, why, far)
    without = measured(outcome(expression, scope))
    after = _with(fact, expression, scope)
    before = _with(was, expression, scope) if was else without
    if _figures(without) != _figures(after):
        return Movement(plan, target, before, after, goal, None)
    why, far = reason(expression, fact, scope), distance(expression, Told(fact, scope))
    return Movement(plan, target, before, after, goal, why, far)


def _with(fact: FactRow, expression: Expression, scope: Scope) -> Measure:
    return measured(outcome(expression, replace(scope, facts=ChangedFacts(scope.facts, plus=(fact,)))))


def _may_move(expression: Expression, fact: FactRow, scope: Scope) -> bool:
    """False where no condition lets the fact in, so that nothing needs to be measured.

    The last of its key counts even when it is not let in: it takes the place of an earlier one. And a field
    with several values may be let in for one of them alone.
    """
    if fact.type == ASSIGNMENT:
        return True
    read = [source for leaf in leaves(expression) for source in sources(leaf) if source.type == fact.type]
    return any(
        source.latest_by
        or any(atom.field == source.field for atom in atoms(source.where))
        or scope.matcher.matches(source.where, fact)
        for source in read
    )


def _read_by(expression: Expression, catalogue: Catalogue) -> frozenset[str]:
    """The fact types a figure hangs on, assignments included where they make a roster."""
    named = references(expression)
    rosters = (catalogue.rosters.get(code) for code in named.rosters)
    if any(roster is not None and roster.duty is not None for roster in rosters):
        return named.fact_types | {ASSIGNMENT}
    return named.fact_types


def _figures(measure: Measure) -> tuple[object, ...]:
    return measure.value, measure.numerator, measure.denominator, measure.stage, measure.share
