"""Where a list goes on: the last id, when the first piece was asked for, and what was asked."""

import base64
import binascii
import hashlib
import json
from dataclasses import dataclass
from datetime import UTC, datetime

_LARGEST_ID = 2**63 - 1


class CursorError(ValueError):
    """It is no cursor, or one of another question."""


@dataclass(frozen=True, slots=True)
class Position:
    """All with an id above `after` are still to come; the list began at `began`."""

    after: int
    began: datetime


def write_cursor(position: Position, question: str) -> str:
    """The position as text that goes with one question only."""
    fields = [position.after, position.began.isoformat(), _mark(question)]
    return base64.urlsafe_b64encode(json.dumps(fields).encode()).decode().rstrip("=")


def read_cursor(text: str, question: str, now: datetime) -> Position:
    """Read back what `write_cursor` gave. Raises CursorError."""
    try:
        fields = json.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
    except (ValueError, binascii.Error) as error:
        raise CursorError("the cursor is none of ours") from error
    match fields:
        case [int(after), str(began), str(mark)] if 0 <= after <= _LARGEST_ID:
            if mark != _mark(question):
                raise CursorError("the cursor belongs to another question")
            return Position(after, _moment(began, now))
    raise CursorError("the cursor is none of ours")


def _moment(text: str, now: datetime) -> datetime:
    try:
        found = datetime.fromisoformat(text)
    except ValueError as error:
        raise CursorError("the cursor is none of ours") from error
    if found.tzinfo != UTC or found > now:
        raise CursorError("the cursor is none of ours")
    return found


def _mark(question: str) -> str:
    return hashlib.sha256(question.encode()).hexdigest()[:12]
