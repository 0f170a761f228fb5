"""The trail of changes as a chain: each line is sealed together with the seal of the line before.

A line that was altered, taken out or put in between no longer fits. What a line tells in words (old and new)
is sealed by a salted hash of it, so that personal data can be taken out and the chain still holds: the salt
goes with the words, and nobody can guess them from the hash. That they were taken out is a line of its own,
ERASED, with the hash of what is left; a line that lost its salt without being named there is a break.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal

import orjson

#: before the first line of a chain
START = "0" * 64
#: the action of the line that tells whose words were taken out
ERASED = "erase-words"
#: whole numbers beyond may come back as floats, or go as floats and come back whole
_EXACT = 2**53

Words = Mapping[str, Any] | None
Fault = Literal["missing", "altered", "words"]


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its words; `chain` is a tenant's number, or 0 for the installation's own."""

    chain: int
    seq: int
    at: datetime
    actor_id: int | None
    action: str
    entity: str
    entity_id: int
    inbox_id: int | None
    digest: str


@dataclass(frozen=True, slots=True)
class Break:
    """A line that does not fit. `fault`: missing (those before it are gone), altered, words (others)."""

    seq: int
    fault: Fault


def digest_of(old: Words, new: Words, salt: str | None) -> str:
    """The hash of a line's words; the same for what either database gives back."""
    told = orjson.dumps([_plain(old), _plain(new)], option=orjson.OPT_SORT_KEYS)
    return hashlib.sha256((salt or "").encode() + told).hexdigest()


def seal_of(before: str, line: Line) -> str:
    """What holds a line to the one before it."""
    at = line.at.astimezone(UTC).isoformat(timespec="microseconds")
    told = [before, line.chain, line.seq, at, line.actor_id, line.action, line.entity, line.entity_id]
    return hashlib.sha256(orjson.dumps([*told, line.inbox_id, line.digest])).hexdigest()


def breaks(lines: Iterable[tuple[Line, str, str | None, Words, Words]]) -> Iterator[Break]:
    """Where one chain does not hold. Each line comes with its seal, salt, old and new, in their order."""
    before, expected = START, 1
    left: dict[int, str] = {}
    told: dict[int, str] = {}
    for line, seal, salt, old, new in lines:
        if line.seq != expected:
            yield Break(line.seq, "missing")
        elif seal_of(before, line) != seal:
            yield Break(line.seq, "altered")
        found = digest_of(old, new, salt)
        if salt is None:
            left[line.seq] = found
        elif found != line.digest:
            yield Break(line.seq, "words")
        if line.action == ERASED and new is not None:
            told |= {int(seq): digest for seq, digest in new["lines"].items()}
        before, expected = seal, line.seq + 1
    yield from (Break(seq, "words") for seq, digest in left.items() if told.get(seq) != digest)


def _plain(value: Any) -> Any:
    """Without what a database may give back otherwise than it took it: 2.0 as 2."""
    match value:
        case Mapping():
            return {str(key): _plain(one) for key, one in value.items()}
        case list() | tuple():
            return [_plain(one) for one in value]
        case float() if value.is_integer() and abs(value) < _EXACT:
            return int(value)
        case int() if abs(value) >= _EXACT:
            return float(value)
        case _:
            return value
