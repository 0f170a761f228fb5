"""How targets stand, as a symbol and a word each, and counted."""

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal

from core.indicators.progress import State, TargetProgress
from core.texts import Speech, lines, say

#: in the order in which they are counted; any other comes last
_ORDER = (
    "reached",
    "kept",
    "on-track",
    "behind",
    "at-risk",
    "over",
    "no-data",
    "not-numeric",
    "told",
    "past",
)


def standing(item: TargetProgress) -> str:
    """The state as people speak of it: a ceiling is kept or exceeded, a purpose told, a past figure past."""
    if item.target.baseline is not None:
        return "past"
    if item.target.indicator is None:
        return "told"
    if item.goal is not None and item.goal.op == "<=":
        ceiling = {State.REACHED: "kept", State.AT_RISK: "over"}.get(item.state)
        if ceiling is not None:
            return ceiling
    return item.state.replace("_", "-")


def state_text(item: TargetProgress) -> Speech:
    """How a target stands, as a symbol and a word."""
    return _word(standing(item))


def states_line(items: Iterable[TargetProgress]) -> Speech:
    """How many targets stand how; states without a target are left out."""
    counted = Counter(standing(item) for item in items)
    known = [state for state in _ORDER if counted[state]]
    others = sorted(counted.keys() - set(_ORDER))
    parts = (
        say("progress-state-count", state=_word(state), count=Decimal(counted[state]))
        for state in (*known, *others)
    )
    return lines(*parts, separator=" · ")


def _word(state: str) -> Speech:
    return say(f"progress-state-{state}")
