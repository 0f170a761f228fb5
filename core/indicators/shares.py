"""Shares of what is named, of a roster or of other names: only what the whole names counts above."""

from dataclasses import replace
from decimal import Decimal

from core.indicators.expression import Names
from core.indicators.facts import Moment
from core.indicators.keys import alike, named
from core.indicators.names import member_called
from core.indicators.outcome import Outcome, Scope
from core.indicators.quantities import facts_of
from core.indicators.references import leaves, sources
from core.indicators.windows import days


def share(above: Decimal | None, below: Decimal | None, facts: frozenset[int]) -> Outcome:
    """One number of another; of nothing there is no share."""
    value = above / below if above is not None and below else None
    return Outcome(value, facts, above, below)


def share_of_roster(above: Names, roster: str, scope: Scope) -> Outcome:
    """The members of a roster that are named, each once.

    It is the roster of the last day that counts: the share that was due in 2025 does not change with the
    members of 2026.
    """
    scope = _closed(above, scope)
    listed = scope.membership(roster)
    members = listed.members
    single = {name[0]: facts for name, facts in named(above, scope).items() if len(name) == 1}
    found = {value: (member_called(value, members), facts) for value, facts in single.items()}
    reached = {member for member, _ in found.values() if member is not None}
    facts = facts_of(facts for member, facts in found.values() if member is not None)
    return share(Decimal(len(reached)), Decimal(len(members)), facts | listed.facts)


def share_of_names(above: Names, below: Names, scope: Scope) -> Outcome:
    """What both name, of all that the second names."""
    reached, whole = alike([named(above, scope), named(below, scope)])
    part = reached.keys() & whole.keys()
    facts = facts_of(reached[name] for name in part) | facts_of(whole.values())
    return share(Decimal(len(part)), Decimal(len(whole)), facts)


def _closed(names: Names, scope: Scope) -> Scope:
    """The scope on the last day on which something may still be named."""
    day = scope.as_of.date
    windows = [source.window for leaf in leaves(names) for source in sources(leaf)]
    last = max((days(window, day, scope.plan_starts)[1] for window in windows), default=day)
    return replace(scope, as_of=Moment(last, scope.as_of.cutoff))
