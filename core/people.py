"""What is known of every person, whatever they do."""

from enum import StrEnum


class PersonStatus(StrEnum):
    """Whether somebody was let in: `pending` waits for approval."""

    PENDING = "pending"
    ACTIVE = "active"
    BLOCKED = "blocked"
