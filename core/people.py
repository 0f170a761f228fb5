"""What is known of every person, whatever they do."""

from enum import StrEnum


class PersonStatus(StrEnum):
    """Whether somebody was let in: `pending` waits for approval, `replaced` is somebody known already.

    `blocked` was turned down; `suspended` was a member, and may be one again.
    """

    PENDING = "pending"
    ACTIVE = "active"
    BLOCKED = "blocked"
    SUSPENDED = "suspended"
    REPLACED = "replaced"
