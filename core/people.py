"""What is known of every person, whatever they do."""

from enum import StrEnum


class PersonStatus(StrEnum):
    """Whether somebody was let in: `pending` waits for approval, `replaced` is somebody known already."""

    PENDING = "pending"
    ACTIVE = "active"
    BLOCKED = "blocked"
    REPLACED = "replaced"
