"""Shares of what is named, of a roster or of other names: only what the whole names counts above."""

from dataclasses import replace
from decimal import Decimal

from core.catalogue.plans import Member
from core.indicators.expression import Names
from core.indicators.facts import Moment
from core.indicators.keys import alike, facts_in, named
from core.indicators.names import member_called
from core.indicators.outcome import Outcome, Scope
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
    reached, facts = _named_of(above, listed.members, scope)
    return share(Decimal(len(reached)), Decimal(len(listed.members)), facts | listed.facts)


def lacking(above: Names, roster: str, scope: Scope) -> tuple[Member, ...]:
    """The members of that roster that are not named, in its order."""
    scope = _closed(above, scope)
    members = scope.membership(roster).members
    reached, _ = _named_of(above, members, scope)
    return tuple(member for member in members if member.code not in reached)


def _named_of(
    above: Names, members: tuple[Member, ...], scope: Scope
) -> tuple[frozenset[str], frozenset[int]]:
    """The codes of the members that are named, and the facts that name them."""
    found = [each for each in named(above, scope) if len(each[0]) == 1]
    who = {name: member_called(name[0], members) for name in {name for name, _ in found}}
    reached = frozenset(member for member in who.values() if member is not None)
    return reached, facts_in([each for each in found if who[each[0]] is not None])


def share_of_names(above: Names, below: Names, scope: Scope) -> Outcome:
    """What both name, of all that the second names."""
    there = named(below, scope)
    reached, whole = alike([named(above, scope, of=there), there])
    names = {name for name, _ in whole}
    part = [each for each in reached if each[0] in names]
    both = {name for name, _ in part}
    return share(Decimal(len(both)), Decimal(len(names)), facts_in(part) | facts_in(whole))


def _closed(names: Names, scope: Scope) -> Scope:
    """The scope on the last day on which something may still be named."""
    day = scope.as_of.date
    windows = [source.window for leaf in leaves(names) for source in sources(leaf)]
    last = max((days(window, day, scope.plan_starts)[1] for window in windows), default=day)
    return replace(scope, as_of=Moment(last, scope.as_of.cutoff))
