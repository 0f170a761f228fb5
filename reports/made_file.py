"""A file made for a message."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MadeFile:
    """Its bytes, and the name people see."""

    content: bytes
    name: str
