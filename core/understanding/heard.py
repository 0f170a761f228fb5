"""What one clause says for one kind of report."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from core.understanding.situation import Fields


@dataclass
class Heard:
    """What one clause said: fields by name, and which of them were only guessed at."""

    fields: Fields = field(default_factory=dict)
    #: counts said as "about", "nearly"
    guesses: set[str] = field(default_factory=set)
    #: a share in per cent stood where a count is wanted
    shares: bool = False
    used: set[int] = field(default_factory=set)
    #: counts that no number said, but names or the sender alone
    implied: set[str] = field(default_factory=set)
    #: a stated sum is not that of its parts
    conflict: bool = False


def codes_of(value: Any) -> set[str]:
    """The codes a field's value holds, for conditions."""
    if isinstance(value, dict):
        return set(value)
    if isinstance(value, Iterable) and not isinstance(value, str):
        return set(value)
    return set() if value is None else {str(value)}
