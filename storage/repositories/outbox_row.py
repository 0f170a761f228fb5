"""A message of the outbox as it is handed about to be sent."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class OutboxRow:
    """A message whose turn to be sent has come."""

    id: int
    channel: str
    chat: str
    person_id: int | None
    payload: Mapping[str, Any]
    priority: int
    attempts: int
    useless_after: datetime | None
    dedupe_key: str | None
    recheck: Mapping[str, Any] | None
    answers_inbox_id: int | None = None
    tried: Sequence[str] | None = None
